extension Policy {
  /// The rules in the order in which compliance is decided: bad passwords, mandatory strength,
  /// reuse, and then the others.
  ///
  /// The rules of the checker itself (``Rule/encoding``, ``Rule/lengthBytes(max:)``) and of the
  /// account (``Rule/contextWord``) apply to every policy and are not listed.
  public var rules: [Rule] { badPasswordRules + strengthRules + reuseRules + otherRules }

  /// Returns the rules in reading order: length and characters first.
  ///
  /// In JSON, through `Codable`, each rule has its code, its parameters and its sentence.
  public func explain() -> [Rule] {
    otherRules + badPasswordRules + strengthRules + reuseRules + [.contextWord]
  }

  private var badPasswordRules: [Rule] {
    (badPasswords.hasWords ? [.badWord(match: badPasswords.match)] : [])
      + (badPasswords.hasPatterns ? [.badPattern] : [])
  }

  private var strengthRules: [Rule] {
    guard let strength, strength.mandatory, let level = strength.compliance else { return [] }
    return [.strengthLow(level: level)]
  }

  private var reuseRules: [Rule] { reuse.map { [.reuse(last: $0.last)] } ?? [] }

  private var otherRules: [Rule] { placedRules.map(\.rule) }

  /// The rules on length and characters, with the path of each in the JSON.
  private var placedRules: [(path: String, rule: Rule)] {
    var rules: [(path: String, rule: Rule?)] = [
      ("$.length.min", length.min.map { .lengthShort(min: $0) }),
      ("$.length.max", length.max.map { .lengthLong(max: $0) }),
    ]
    for group in CharacterGroup.allCases {
      let bounds = characters[group]
      let symbols = group == .symbols ? characters.symbolSet : nil
      rules += [
        (
          "$.characters.\(group.rawValue).min",
          bounds.min.map { min in
            symbols.map { .symbolsFew(of: $0, min: min) } ?? .few(group, min: min)
          }
        ),
        (
          "$.characters.\(group.rawValue).max",
          bounds.max.map { max in
            symbols.map { .symbolsMany(of: $0, max: max) } ?? .many(group, max: max)
          }
        ),
      ]
    }
    for (index, rule) in sets.enumerated() {
      rules += [
        ("$.sets[\(index)].min", rule.bounds.min.map { .setFew(rule.set, min: $0) }),
        ("$.sets[\(index)].max", rule.bounds.max.map { .setMany(rule.set, max: $0) }),
      ]
    }
    rules += [
      ("$.allowed", allowed.map { .disallowed(allowed: $0) }),
      ("$.minCharacterTypes", minCharacterTypes.map { .typesFew(min: $0) }),
      ("$.maxRepeatedRun", maxRepeatedRun.map { .runLong(max: $0) }),
      ("$.maxSequence", maxSequence.map { .sequenceLong(max: $0) }),
      ("$.first", first.map { .first($0) }),
      ("$.last", last.map { .last($0) }),
      ("$.firstAllowed", firstAllowed.map { .firstDisallowed($0) }),
      ("$.lastAllowed", lastAllowed.map { .lastDisallowed($0) }),
    ]
    return rules.compactMap { path, rule in rule.map { (path, $0) } }
  }
}

extension Policy {
  /// The rules that ``contradictions`` refer to, each once; none when there are no contradictions.
  ///
  /// For a contradiction with the counts of all kinds, the rules of all kinds.
  var contradictoryRules: [Rule] {
    let paths = contradictions.flatMap { problem -> [String] in
      switch problem {
      case .contradiction(let paths, _): paths
      case .minAboveMax(let path, _, _): [path]
      default: []
      }
    }
    let placed = (placedRules + strengthRules.map { ("$.strength.compliance", $0) })
    return placed.filter { place, _ in
      paths.contains { place == $0 || place.hasPrefix("\($0).") }
    }.map(\.1)
  }
}
