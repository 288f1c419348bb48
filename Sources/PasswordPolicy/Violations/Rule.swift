/// One rule of a policy: a requirement for passwords, with a stable code.
///
/// The codes never change, since scripts compare them.
@nonexhaustive
public enum Rule: Hashable, Sendable {
  /// A minimum number of characters.
  case lengthShort(min: Int)
  /// A maximum number of characters.
  case lengthLong(max: Int)
  /// A maximum number of bytes of UTF-8: the limit of the checker, not of a policy.
  case lengthBytes(max: Int)
  /// Valid UTF-8.
  case encoding
  /// A minimum number of characters of a kind.
  case few(CharacterGroup, min: Int)
  /// A maximum number of characters of a kind.
  case many(CharacterGroup, max: Int)
  /// A minimum number of symbols from the policy's set of symbols.
  case symbolsFew(of: String, min: Int)
  /// A maximum number of symbols from the policy's set of symbols.
  case symbolsMany(of: String, max: Int)
  /// A minimum number of characters of a set.
  case setFew(CharacterUnion, min: Int)
  /// A maximum number of characters of a set.
  case setMany(CharacterUnion, max: Int)
  /// Only these characters.
  case disallowed(allowed: String)
  /// A minimum number of the four kinds of characters.
  case typesFew(min: Int)
  /// A maximum number of equal characters in a row.
  case runLong(max: Int)
  /// A maximum length of sequences.
  case sequenceLong(max: Int)
  /// A first character of a kind.
  case first(CharacterGroup)
  /// A last character of a kind.
  case last(CharacterGroup)
  /// A first character among these.
  case firstDisallowed(String)
  /// A last character among these.
  case lastDisallowed(String)
  /// No part of the user name, the display name or the email address of the account.
  case contextWord
  /// Not a bad word.
  case badWord(match: BadPasswords.Match)
  /// No match of a bad pattern.
  case badPattern
  /// A minimum level of strength.
  case strengthLow(level: Strength.Level)
  /// None of a number of earlier passwords.
  case reuse(last: Int)
}

extension Rule {
  /// The code of the rule and of its violation, such as `characters.lowercase.few`.
  public var code: String {
    switch self {
    case .lengthShort: "length.short"
    case .lengthLong: "length.long"
    case .lengthBytes: "length.bytes"
    case .encoding: "encoding"
    case .few(let group, _): "characters.\(group.rawValue).few"
    case .many(let group, _): "characters.\(group.rawValue).many"
    case .symbolsFew: "characters.symbols.few"
    case .symbolsMany: "characters.symbols.many"
    case .setFew: "sets.few"
    case .setMany: "sets.many"
    case .disallowed: "characters.disallowed"
    case .typesFew: "types.few"
    case .runLong: "run.long"
    case .sequenceLong: "sequence.long"
    case .first: "first"
    case .last: "last"
    case .firstDisallowed: "first.disallowed"
    case .lastDisallowed: "last.disallowed"
    case .contextWord: "context.word"
    case .badWord: "bad.word"
    case .badPattern: "bad.pattern"
    case .strengthLow: "strength.low"
    case .reuse: "reuse"
    }
  }

  /// All codes, in the order of the declaration of the rules.
  public static let codes: [String] = {
    let groups = CharacterGroup.allCases
    let rules: [Rule] =
      [.lengthShort(min: 0), .lengthLong(max: 0), .lengthBytes(max: 0), .encoding]
      + groups.map { .few($0, min: 0) } + groups.map { .many($0, max: 0) }
      + [.setFew(CharacterUnion(), min: 0), .setMany(CharacterUnion(), max: 0)]
      + [.disallowed(allowed: ""), .typesFew(min: 0), .runLong(max: 0), .sequenceLong(max: 0)]
      + [.first(.letters), .last(.letters), .firstDisallowed(""), .lastDisallowed("")]
      + [.contextWord, .badWord(match: .whole), .badPattern]
      + [.strengthLow(level: .weak), .reuse(last: 0)]
    return rules.map(\.code)
  }()

  /// A parameter of a rule.
  public enum Parameter: Hashable, Sendable {
    /// A number.
    case number(Int)
    /// A name, names separated by commas, or characters.
    case name(String)
  }

  /// The parameters of the rule by name: values from the policy, never from a password.
  public var parameters: [String: Parameter] {
    switch self {
    case .lengthShort(let min), .few(_, let min), .typesFew(let min): ["min": .number(min)]
    case .lengthLong(let max), .lengthBytes(let max), .many(_, let max), .runLong(let max),
      .sequenceLong(let max):
      ["max": .number(max)]
    case .symbolsFew(let set, let min): ["characters": .name(set), "min": .number(min)]
    case .symbolsMany(let set, let max): ["characters": .name(set), "max": .number(max)]
    case .setFew(let set, let min): Self.parameters(of: set, "min", min)
    case .setMany(let set, let max): Self.parameters(of: set, "max", max)
    case .disallowed(let characters), .firstDisallowed(let characters),
      .lastDisallowed(let characters):
      ["characters": .name(characters)]
    case .first(let group), .last(let group): ["class": .name(group.rawValue)]
    case .badWord(let match): ["match": .name(match.rawValue)]
    case .strengthLow(let level): ["level": .name(level.rawValue)]
    case .reuse(let last): ["last": .number(last)]
    case .encoding, .contextWord, .badPattern: [:]
    }
  }

  private static func parameters(
    of set: CharacterUnion, _ bound: String, _ count: Int
  ) -> [String: Parameter] {
    [
      "groups": .name(set.groups.map(\.rawValue).joined(separator: ",")),
      "characters": .name(set.characters), bound: .number(count),
    ]
  }

  /// Makes the rule with a code and parameters.
  ///
  /// - Returns: `nil` when there is no such rule.
  public init?(code: String, parameters: [String: Parameter]) {
    func number(_ name: String) -> Int? {
      if case .number(let value) = parameters[name] { value } else { nil }
    }
    func name(_ name: String) -> String? {
      if case .name(let value) = parameters[name] { value } else { nil }
    }
    let min = number("min")
    let max = number("max")
    let group = name("class").flatMap(CharacterGroup.init)
    let characters = name("characters")
    let set = Self.set(groups: name("groups"), characters: characters)
    let rule: Rule? =
      switch code {
      case "length.short": min.map { .lengthShort(min: $0) }
      case "length.long": max.map { .lengthLong(max: $0) }
      case "length.bytes": max.map { .lengthBytes(max: $0) }
      case "encoding": .encoding
      case "sets.few": min.flatMap { min in set.map { .setFew($0, min: min) } }
      case "sets.many": max.flatMap { max in set.map { .setMany($0, max: max) } }
      case "characters.disallowed": characters.map { .disallowed(allowed: $0) }
      case "types.few": min.map { .typesFew(min: $0) }
      case "run.long": max.map { .runLong(max: $0) }
      case "sequence.long": max.map { .sequenceLong(max: $0) }
      case "first": group.map { .first($0) }
      case "last": group.map { .last($0) }
      case "first.disallowed": characters.map { .firstDisallowed($0) }
      case "last.disallowed": characters.map { .lastDisallowed($0) }
      case "context.word": .contextWord
      case "bad.word": name("match").flatMap(BadPasswords.Match.init).map { .badWord(match: $0) }
      case "bad.pattern": .badPattern
      case "strength.low":
        name("level").flatMap(Strength.Level.init).map { .strengthLow(level: $0) }
      case "reuse": number("last").map { .reuse(last: $0) }
      default: Self.countRule(code: code, min: min, max: max, symbols: characters)
      }
    guard let rule else { return nil }
    self = rule
  }

  private static func set(groups: String?, characters: String?) -> CharacterUnion? {
    guard let groups, let characters else { return nil }
    let names = groups.split(separator: ",")
    let known = names.compactMap { CharacterGroup(rawValue: String($0)) }
    guard known.count == names.count else { return nil }
    return CharacterUnion(groups: known, characters: characters)
  }

  private static func countRule(code: String, min: Int?, max: Int?, symbols: String?) -> Rule? {
    if let symbols {
      switch code {
      case "characters.symbols.few": return min.map { .symbolsFew(of: symbols, min: $0) }
      case "characters.symbols.many": return max.map { .symbolsMany(of: symbols, max: $0) }
      default: return nil
      }
    }
    for group in CharacterGroup.allCases {
      if code == "characters.\(group.rawValue).few" { return min.map { .few(group, min: $0) } }
      if code == "characters.\(group.rawValue).many" { return max.map { .many(group, max: $0) } }
    }
    return nil
  }
}
