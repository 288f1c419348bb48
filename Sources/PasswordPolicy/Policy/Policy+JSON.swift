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
    let value: JSON
    do {
      value = try JSON(keepingRepeatedKeysOf: json)
    } catch {
      let problems = error.problems.map {
        PolicyProblem.syntax(line: $0.line, column: $0.column, reason: $0.reason)
      }
      return (Policy(), problems)
    }
    return reading(value)
  }

  private static func reading(_ value: JSON) -> (policy: Policy, problems: [PolicyProblem]) {
    let reader = PolicyReader(value)
    return (reader.policy, reader.problems + reader.policy.contradictions)
  }

  /// The policy as indented JSON, without keys that have no effect.
  public var json: String { jsonValue.indentedText }

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
    let (policy, problems) = Self.reading(try JSON(from: decoder))
    self = try policy.checkingWords(problems)
  }

  /// Encodes the keys that have an effect.
  public func encode(to encoder: any Encoder) throws {
    try jsonValue.encode(to: encoder)
  }
}

extension Policy {
  private typealias Member = JSON.Member

  var jsonValue: JSON {
    let members: [(PolicyKey, JSON?)] = [
      (.name, name.map(JSON.string)),
      (.length, Self.object(Self.members(length))),
      (.characters, Self.object(characterMembers)),
      (.sets, sets.isEmpty ? nil : .array(sets.map(Self.value))),
      (.allowed, allowed.map(JSON.string)),
      (.minCharacterTypes, minCharacterTypes.map(JSON.integer)),
      (.maxRepeatedRun, maxRepeatedRun.map(JSON.integer)),
      (.maxSequence, maxSequence.map(JSON.integer)),
      (.first, first.map { .string($0.rawValue) }),
      (.last, last.map { .string($0.rawValue) }),
      (.firstAllowed, firstAllowed.map(JSON.string)),
      (.lastAllowed, lastAllowed.map(JSON.string)),
      (.badPasswords, Self.object(badPasswordMembers)),
      (.strength, strength.map(Self.value)),
      (.reuse, reuse.map { .object([Member("last", .integer($0.last))]) }),
    ]
    return .object(
      members.compactMap { key, value in value.map { Member(key.rawValue, $0) } })
  }

  private static func object(_ members: [Member]) -> JSON? {
    members.isEmpty ? nil : .object(members)
  }

  private static func members(_ bounds: Bounds) -> [Member] {
    [("min", bounds.min), ("max", bounds.max)].compactMap { key, value in
      value.map { Member(key, .integer($0)) }
    }
  }

  private var characterMembers: [Member] {
    CharacterGroup.allCases.compactMap { group in
      var members = Self.members(characters[group])
      if group == .symbols, let set = characters.symbolSet {
        members.append(Member("set", .string(set)))
      }
      return Self.object(members).map { Member(group.rawValue, $0) }
    }
  }

  private static func value(_ rule: SetRule) -> JSON {
    let groups = rule.set.groups.map { JSON.string($0.rawValue) }
    let members: [(SetKey, JSON?)] = [
      (.groups, groups.isEmpty ? nil : .array(groups)),
      (.characters, rule.set.characters.isEmpty ? nil : .string(rule.set.characters)),
      (.min, rule.bounds.min.map(JSON.integer)),
      (.max, rule.bounds.max.map(JSON.integer)),
    ]
    return .object(
      members.compactMap { key, value in value.map { Member(key.rawValue, $0) } })
  }

  private var badPasswordMembers: [Member] {
    let lists: [(BadPasswordsKey, [String])] = [
      (.words, badPasswords.words), (.wordFiles, badPasswords.wordFiles),
      (.patterns, badPasswords.patterns), (.patternFiles, badPasswords.patternFiles),
    ]
    var members = lists.filter { !$0.1.isEmpty }.map { key, list in
      Member(key.rawValue, .array(list.map(JSON.string)))
    }
    if badPasswords.match != .whole {
      members.append(
        Member(BadPasswordsKey.match.rawValue, .string(badPasswords.match.rawValue)))
    }
    return members
  }

  private static func value(_ rule: StrengthRule) -> JSON {
    let standard = StrengthRule()
    func unless(_ isStandard: Bool, _ value: JSON) -> JSON? { isStandard ? nil : value }
    let members: [(StrengthKey, JSON?)] = [
      (.preferredLength, .integer(rule.preferredLength)),
      (.weights, .array(rule.weights.map(JSON.integer))),
      (.minNumeric, unless(rule.minNumeric == standard.minNumeric, .integer(rule.minNumeric))),
      (.minSymbol, unless(rule.minSymbol == standard.minSymbol, .integer(rule.minSymbol))),
      (.minLower, unless(rule.minLower == standard.minLower, .integer(rule.minLower))),
      (.minUpper, unless(rule.minUpper == standard.minUpper, .integer(rule.minUpper))),
      (.requireUpperAndLower, unless(!rule.requireUpperAndLower, .boolean(true))),
      (.compliance, rule.compliance.map { .string($0.rawValue) }),
      (.mandatory, unless(!rule.mandatory, .boolean(true))),
    ]
    return .object(
      members.compactMap { key, value in value.map { Member(key.rawValue, $0) } })
  }
}
