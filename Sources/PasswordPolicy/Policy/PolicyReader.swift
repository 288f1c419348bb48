internal import TextTools

/// Makes a policy from a JSON value and collects everything that is wrong with it.
struct PolicyReader {
  private(set) var policy = Policy()
  private(set) var problems: [PolicyProblem] = []

  /// The number of problems that are listed before the rest are only counted.
  static let maximumReported = 100
  private var unreported = 0

  private static let counts = 0...Policy.maximumLength

  init(_ value: JSON) {
    read(value, at: "$", keys: PolicyKey.self) { reader, key, value, path in
      switch key {
      // For editors, which find the schema there.
      case .schema: _ = reader.string(value, at: path)
      case .name: reader.policy.name = reader.string(value, at: path)
      case .length: reader.policy.length = reader.bounds(value, at: path)
      case .characters: reader.policy.characters = reader.characterRules(value, at: path)
      case .sets: reader.policy.sets = reader.setRules(value, at: path)
      case .allowed: reader.policy.allowed = reader.string(value, at: path)
      case .minCharacterTypes:
        reader.policy.minCharacterTypes = reader.integer(value, at: path, in: 0...4)
      case .maxRepeatedRun:
        reader.policy.maxRepeatedRun =
          reader.integer(value, at: path, in: 1...Policy.maximumLength)
      case .maxSequence:
        reader.policy.maxSequence = reader.integer(value, at: path, in: 1...Policy.maximumLength)
      case .first: reader.policy.first = reader.choice(value, at: path)
      case .last: reader.policy.last = reader.choice(value, at: path)
      case .firstAllowed: reader.policy.firstAllowed = reader.string(value, at: path)
      case .lastAllowed: reader.policy.lastAllowed = reader.string(value, at: path)
      case .badPasswords: reader.policy.badPasswords = reader.badPasswords(value, at: path)
      case .strength: reader.policy.strength = reader.strengthRule(value, at: path)
      case .reuse: reader.policy.reuse = reader.reuseRule(value, at: path)
      }
    }
    if unreported > 0 { problems.append(.more(place: "$", count: unreported)) }
  }

  private mutating func report(_ problem: PolicyProblem) {
    if problems.count < Self.maximumReported { problems.append(problem) } else { unreported += 1 }
  }

  // MARK: Objects

  /// Calls `body` for every member that is known and not null.
  private mutating func read<Key: RawRepresentable<String> & CaseIterable>(
    _ value: JSON, at path: String, keys: Key.Type,
    _ body: (inout PolicyReader, Key, JSON, String) -> Void
  ) {
    guard case .object(let members) = value else {
      return report(.wrongType(path: path, expected: "an object", found: value.kind))
    }
    var seen: Set<String> = []
    for member in members {
      let memberPath = JSON.path(path, key: member.key)
      guard let key = Key(rawValue: member.key) else {
        report(.unknownKey(path: memberPath, known: Key.allCases.map(\.rawValue)))
        continue
      }
      guard seen.insert(member.key).inserted else {
        report(.duplicateKey(path: memberPath))
        continue
      }
      if member.value != .null { body(&self, key, member.value, memberPath) }
    }
  }

  private mutating func bounds(_ value: JSON, at path: String) -> Bounds {
    var bounds = Bounds()
    read(value, at: path, keys: BoundsKey.self) { reader, key, value, path in
      switch key {
      case .min: bounds.min = reader.integer(value, at: path, in: Self.counts)
      case .max: bounds.max = reader.integer(value, at: path, in: Self.counts)
      }
    }
    return bounds
  }

  private mutating func characterRules(_ value: JSON, at path: String) -> CharacterRules {
    var rules = CharacterRules()
    read(value, at: path, keys: CharacterGroup.self) { reader, group, value, path in
      guard group == .symbols else {
        rules[group] = reader.bounds(value, at: path)
        return
      }
      reader.read(value, at: path, keys: SymbolsKey.self) { reader, key, value, path in
        switch key {
        case .min: rules.symbols.min = reader.integer(value, at: path, in: Self.counts)
        case .max: rules.symbols.max = reader.integer(value, at: path, in: Self.counts)
        case .set: rules.symbolSet = reader.string(value, at: path)
        }
      }
    }
    return rules
  }

  private mutating func setRules(_ value: JSON, at path: String) -> [SetRule] {
    var rules: [SetRule] = []
    for (index, element) in elements(value, at: path).enumerated() {
      let before = problems.count
      let rule = setRule(element, at: "\(path)[\(index)]")
      // A rule that is reported is replaced by one without an effect, so that the indices of the
      // others stay the same and nothing is reported twice.
      let anything = CharacterUnion(groups: CharacterGroup.allCases)
      rules.append(problems.count == before ? rule : SetRule(set: anything, bounds: Bounds()))
    }
    return rules
  }

  private mutating func setRule(_ value: JSON, at path: String) -> SetRule {
    var rule = SetRule(set: CharacterUnion(), bounds: Bounds())
    read(value, at: path, keys: SetKey.self) { reader, key, value, path in
      switch key {
      case .groups:
        for (index, element) in reader.elements(value, at: path).enumerated() {
          let group: CharacterGroup? = reader.choice(element, at: "\(path)[\(index)]")
          if let group { rule.set.groups.append(group) }
        }
      case .characters: rule.set.characters = reader.string(value, at: path) ?? ""
      case .min: rule.bounds.min = reader.integer(value, at: path, in: Self.counts)
      case .max: rule.bounds.max = reader.integer(value, at: path, in: Self.counts)
      }
    }
    return rule
  }

  private mutating func badPasswords(_ value: JSON, at path: String) -> BadPasswords {
    var bad = BadPasswords()
    read(value, at: path, keys: BadPasswordsKey.self) { reader, key, value, path in
      switch key {
      case .words: bad.words = reader.strings(value, at: path)
      case .wordFiles: bad.wordFiles = reader.strings(value, at: path)
      case .match: bad.match = reader.choice(value, at: path) ?? bad.match
      case .patterns: bad.patterns = reader.strings(value, at: path)
      case .patternFiles: bad.patternFiles = reader.strings(value, at: path)
      }
    }
    return bad
  }

  private mutating func strengthRule(_ value: JSON, at path: String) -> StrengthRule {
    var rule = StrengthRule()
    let any = -1_000_000...1_000_000
    read(value, at: path, keys: StrengthKey.self) { reader, key, value, path in
      switch key {
      case .preferredLength:
        rule.preferredLength = reader.integer(value, at: path, in: any) ?? rule.preferredLength
      case .weights: rule.weights = reader.weights(value, at: path) ?? rule.weights
      case .minNumeric: rule.minNumeric = reader.integer(value, at: path, in: Self.counts) ?? 0
      case .minSymbol: rule.minSymbol = reader.integer(value, at: path, in: Self.counts) ?? 0
      case .minLower: rule.minLower = reader.integer(value, at: path, in: Self.counts) ?? 0
      case .minUpper: rule.minUpper = reader.integer(value, at: path, in: Self.counts) ?? 0
      case .requireUpperAndLower:
        rule.requireUpperAndLower = reader.boolean(value, at: path) ?? false
      case .compliance: rule.compliance = reader.choice(value, at: path)
      case .mandatory: rule.mandatory = reader.boolean(value, at: path) ?? false
      }
    }
    return rule
  }

  private mutating func reuseRule(_ value: JSON, at path: String) -> ReuseRule? {
    var last: Int?
    let before = problems.count
    read(value, at: path, keys: ReuseKey.self) { reader, key, value, path in
      switch key {
      case .last: last = reader.integer(value, at: path, in: 1...ReuseRule.maximumLast)
      }
    }
    if last == nil, problems.count == before {
      if value == .object([]) {
        report(.incomplete(path: path, reason: "it has no effect without “last”; add it"))
      } else {
        let lastPath = JSON.path(path, key: ReuseKey.last.rawValue)
        report(
          .wrongType(path: lastPath, expected: "an integer", found: JSON.null.kind))
      }
    }
    return last.map { ReuseRule(last: $0) }
  }

  // MARK: Values

  private mutating func string(_ value: JSON, at path: String) -> String? {
    if case .string(let string) = value { return string }
    report(.wrongType(path: path, expected: "a string", found: value.kind))
    return nil
  }

  private mutating func boolean(_ value: JSON, at path: String) -> Bool? {
    if case .boolean(let boolean) = value { return boolean }
    report(.wrongType(path: path, expected: "true or false", found: value.kind))
    return nil
  }

  private mutating func integer(
    _ value: JSON, at path: String, in range: ClosedRange<Int>
  ) -> Int? {
    guard case .integer(let integer) = value else {
      report(
        .wrongType(path: path, expected: value.expectedInteger(in: range), found: value.kind))
      return nil
    }
    guard range.contains(integer) else {
      report(.outOfRange(path: path, value: integer, range: range))
      return nil
    }
    return integer
  }

  private mutating func choice<Value: RawRepresentable<String> & CaseIterable>(
    _ value: JSON, at path: String
  ) -> Value? {
    guard let string = string(value, at: path) else { return nil }
    if let choice = Value(rawValue: string) { return choice }
    report(.unknownValue(path: path, known: Value.allCases.map(\.rawValue)))
    return nil
  }

  private mutating func elements(_ value: JSON, at path: String) -> [JSON] {
    if case .array(let values) = value { return values }
    report(.wrongType(path: path, expected: "an array", found: value.kind))
    return []
  }

  private mutating func strings(_ value: JSON, at path: String) -> [String] {
    var strings: [String] = []
    for (index, element) in elements(value, at: path).enumerated() {
      // An element that is not a string is reported; an empty one keeps the indices of the others.
      strings.append(string(element, at: "\(path)[\(index)]") ?? "")
    }
    return strings
  }

  private mutating func weights(_ value: JSON, at path: String) -> [Int]? {
    guard case .array(let values) = value else {
      _ = elements(value, at: path)
      return nil
    }
    let before = problems.count
    var weights: [Int] = []
    for (index, value) in values.enumerated() {
      if let weight = integer(value, at: "\(path)[\(index)]", in: 0...100) {
        weights.append(weight)
      }
    }
    return problems.count == before ? weights : nil
  }
}

// MARK: Keys

enum PolicyKey: String, CaseIterable {
  case name, length, characters, sets, allowed, minCharacterTypes, maxRepeatedRun, maxSequence
  case first, last, firstAllowed, lastAllowed, badPasswords, strength, reuse
  case schema = "$schema"
}

enum BoundsKey: String, CaseIterable { case min, max }

enum SymbolsKey: String, CaseIterable { case min, max, set }

enum SetKey: String, CaseIterable { case groups, characters, min, max }

enum BadPasswordsKey: String, CaseIterable {
  case words, wordFiles, match, patterns, patternFiles
}

enum StrengthKey: String, CaseIterable {
  case preferredLength, weights, minNumeric, minSymbol, minLower, minUpper, requireUpperAndLower
  case compliance, mandatory
}

enum ReuseKey: String, CaseIterable { case last }
