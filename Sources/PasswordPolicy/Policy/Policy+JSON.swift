internal import CPolicyData
internal import Patterns
internal import TextTools

extension Policy {
  /// Reads a policy from JSON.
  ///
  /// - Parameter json: the bytes of the text.
  /// - Throws: ``PolicyError`` with every ``PolicyProblem``, including ``contradictions`` and
  ///   invalid words and patterns. Files that the policy names are left to ``CompiledPolicy``.
  /// - Complexity: O(*n*), where *n* is the length of the text in bytes, and the compilation of its
  ///   patterns.
  public init(json: [UInt8]) throws(PolicyError) {
    let (policy, problems) = Self.reading(json: json)
    self = try policy.checkingWords(problems)
  }

  /// Returns the policy, if it has no problems and none of its own words or patterns is invalid.
  private func checkingWords(_ problems: [PolicyProblem]) throws(PolicyError) -> Policy {
    var inline = badPasswords
    inline.wordFiles = []
    inline.patternFiles = []
    var files = PolicyFiles(inline, directory: ".", problems: problems, minimumLength: 0)
    _ = files.words()
    _ = files.patterns(memoryBudget: PatternSet.defaultMemoryBudget)
    guard files.problems.isEmpty else { throw PolicyError(problems: files.problems, of: self) }
    return self
  }

  /// Reads a policy from a JSON file; files that it names are not read.
  ///
  /// - Throws: ``PolicyError`` with every ``PolicyProblem``.
  public init(contentsOf path: String) throws(PolicyError) {
    try self.init(json: try PolicyFiles.read(path))
  }

  /// Returns the policy as far as it can be read, and what is wrong with it.
  static func reading(json: [UInt8]) -> (policy: Policy, problems: [PolicyProblem]) {
    let value: JSONValue
    do {
      value = try JSONParser.parse(json)
    } catch {
      let problem = PolicyProblem.syntax(
        line: error.line, column: error.column, reason: error.reason)
      return (Policy(), [problem])
    }
    return reading(value)
  }

  private static func reading(_ value: JSONValue) -> (policy: Policy, problems: [PolicyProblem]) {
    let reader = PolicyReader(value)
    return (reader.policy, reader.problems + reader.policy.contradictions)
  }

  /// The policy as indented JSON, without keys that have no effect.
  public var json: String { jsonValue.text + "\n" }

  /// The JSON Schema (draft 2020-12) of the format.
  public static var schema: String {
    // The bytes are a constant of the program.
    let text = unsafe cpolicydata_schema()
    return unsafe String(
      decoding: UnsafeBufferPointer(start: text.start, count: text.count), as: UTF8.self)
  }
}

extension Policy: Codable {
  /// Decodes a policy.
  ///
  /// - Throws: ``PolicyError`` with every ``PolicyProblem``.
  public init(from decoder: any Decoder) throws {
    let (policy, problems) = Self.reading(try JSONValue(from: decoder))
    self = try policy.checkingWords(problems)
  }

  /// Encodes the keys that have an effect.
  public func encode(to encoder: any Encoder) throws {
    try jsonValue.encode(to: encoder)
  }
}

extension Policy {
  private typealias Member = JSONValue.Member

  var jsonValue: JSONValue {
    let members: [(PolicyKey, JSONValue?)] = [
      (.name, name.map(JSONValue.string)),
      (.length, Self.object(Self.members(length))),
      (.characters, Self.object(characterMembers)),
      (.sets, sets.isEmpty ? nil : .array(sets.map(Self.value))),
      (.allowed, allowed.map(JSONValue.string)),
      (.minCharacterTypes, minCharacterTypes.map(JSONValue.integer)),
      (.maxRepeatedRun, maxRepeatedRun.map(JSONValue.integer)),
      (.maxSequence, maxSequence.map(JSONValue.integer)),
      (.first, first.map { .string($0.rawValue) }),
      (.last, last.map { .string($0.rawValue) }),
      (.firstAllowed, firstAllowed.map(JSONValue.string)),
      (.lastAllowed, lastAllowed.map(JSONValue.string)),
      (.badPasswords, Self.object(badPasswordMembers)),
      (.strength, strength.map(Self.value)),
      (.reuse, reuse.map { .object([Member(key: "last", value: .integer($0.last))]) }),
    ]
    return .object(
      members.compactMap { key, value in value.map { Member(key: key.rawValue, value: $0) } })
  }

  private static func object(_ members: [Member]) -> JSONValue? {
    members.isEmpty ? nil : .object(members)
  }

  private static func members(_ bounds: Bounds) -> [Member] {
    [("min", bounds.min), ("max", bounds.max)].compactMap { key, value in
      value.map { Member(key: key, value: .integer($0)) }
    }
  }

  private var characterMembers: [Member] {
    CharacterGroup.allCases.compactMap { group in
      var members = Self.members(characters[group])
      if group == .symbols, let set = characters.symbolSet {
        members.append(Member(key: "set", value: .string(set)))
      }
      return Self.object(members).map { Member(key: group.rawValue, value: $0) }
    }
  }

  private static func value(_ rule: SetRule) -> JSONValue {
    let groups = rule.set.groups.map { JSONValue.string($0.rawValue) }
    let members: [(SetKey, JSONValue?)] = [
      (.groups, groups.isEmpty ? nil : .array(groups)),
      (.characters, rule.set.characters.isEmpty ? nil : .string(rule.set.characters)),
      (.min, rule.bounds.min.map(JSONValue.integer)),
      (.max, rule.bounds.max.map(JSONValue.integer)),
    ]
    return .object(
      members.compactMap { key, value in value.map { Member(key: key.rawValue, value: $0) } })
  }

  private var badPasswordMembers: [Member] {
    let lists: [(BadPasswordsKey, [String])] = [
      (.words, badPasswords.words), (.wordFiles, badPasswords.wordFiles),
      (.patterns, badPasswords.patterns), (.patternFiles, badPasswords.patternFiles),
    ]
    var members = lists.filter { !$0.1.isEmpty }.map { key, list in
      Member(key: key.rawValue, value: .array(list.map(JSONValue.string)))
    }
    if badPasswords.match != .whole {
      members.append(
        Member(key: BadPasswordsKey.match.rawValue, value: .string(badPasswords.match.rawValue)))
    }
    return members
  }

  private static func value(_ rule: StrengthRule) -> JSONValue {
    let standard = StrengthRule()
    func unless(_ isStandard: Bool, _ value: JSONValue) -> JSONValue? { isStandard ? nil : value }
    let members: [(StrengthKey, JSONValue?)] = [
      (.preferredLength, .integer(rule.preferredLength)),
      (.weights, .array(rule.weights.map(JSONValue.integer))),
      (.minNumeric, unless(rule.minNumeric == standard.minNumeric, .integer(rule.minNumeric))),
      (.minSymbol, unless(rule.minSymbol == standard.minSymbol, .integer(rule.minSymbol))),
      (.minLower, unless(rule.minLower == standard.minLower, .integer(rule.minLower))),
      (.minUpper, unless(rule.minUpper == standard.minUpper, .integer(rule.minUpper))),
      (.requireUpperAndLower, unless(!rule.requireUpperAndLower, .boolean(true))),
      (.compliance, rule.compliance.map { .string($0.rawValue) }),
      (.mandatory, unless(!rule.mandatory, .boolean(true))),
    ]
    return .object(
      members.compactMap { key, value in value.map { Member(key: key.rawValue, value: $0) } })
  }
}
