extension Policy {
  /// The rules in the order in which compliance is decided: bad passwords, mandatory strength,
  /// reuse, and then the others.
  ///
  /// The rules of the checker itself (``Rule/encoding``, ``Rule/lengthBytes(max:)``) and of the
  /// account (``Rule/contextWord``) hold for every policy and are not listed.
  public var rules: [Rule] { badPasswordRules + strengthRules + reuseRules + otherRules }

  /// The rules in the order in which people read them: length and characters first.
  ///
  /// As JSON, through `Codable`, each has its code, its parameters and its sentence.
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

  private var otherRules: [Rule] {
    var rules: [Rule?] = [
      length.min.map { .lengthShort(min: $0) },
      length.max.map { .lengthLong(max: $0) },
    ]
    for group in CharacterGroup.allCases {
      let bounds = characters[group]
      let symbols = group == .symbols ? characters.symbolSet : nil
      rules.append(
        bounds.min.map { min in
          symbols.map { .symbolsFew(of: $0, min: min) } ?? .few(group, min: min)
        })
      rules.append(
        bounds.max.map { max in
          symbols.map { .symbolsMany(of: $0, max: max) } ?? .many(group, max: max)
        })
    }
    for rule in sets {
      rules.append(rule.bounds.min.map { .setFew(rule.set, min: $0) })
      rules.append(rule.bounds.max.map { .setMany(rule.set, max: $0) })
    }
    rules += [
      allowed.map { .disallowed(allowed: $0) },
      minCharacterTypes.map { .typesFew(min: $0) },
      maxRepeatedRun.map { .runLong(max: $0) },
      maxSequence.map { .sequenceLong(max: $0) },
      first.map { .first($0) },
      last.map { .last($0) },
      firstAllowed.map { .firstDisallowed($0) },
      lastAllowed.map { .lastDisallowed($0) },
    ]
    return rules.compactMap(\.self)
  }
}
