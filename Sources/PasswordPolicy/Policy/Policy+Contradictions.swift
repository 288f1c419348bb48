internal import TextTools

extension Policy {
  /// What is wrong with the policy by itself: numbers out of range, and rules that no password can
  /// meet together.
  ///
  /// The checks are simple and static. They find common mistakes; the absence of contradictions
  /// does not prove that a password exists.
  ///
  /// - Complexity: O(*n*), where *n* is the number of characters of the sets.
  public var contradictions: [PolicyProblem] {
    ranges + boundsProblems + setProblems + countProblems + setRuleProblems + typeProblems
      + endProblems + allowedEndProblems + repetitionProblems + strengthProblems
  }

  /// Whether the static checks find no reason why every password must break a rule.
  public var isFeasible: Bool { contradictions.isEmpty }

  // MARK: Ranges, for policies that are not read from JSON

  private var ranges: [PolicyProblem] {
    let counts = 0...Self.maximumLength
    var numbers: [(String, Int?, ClosedRange<Int>)] = [
      ("$.length.min", length.min, counts), ("$.length.max", length.max, counts),
      ("$.minCharacterTypes", minCharacterTypes, 0...4),
      ("$.maxRepeatedRun", maxRepeatedRun, 1...Self.maximumLength),
      ("$.maxSequence", maxSequence, 1...Self.maximumLength),
      ("$.reuse.last", reuse?.last, 1...ReuseRule.maximumLast),
    ]
    for group in CharacterGroup.allCases {
      let path = "$.characters.\(group.rawValue)"
      numbers.append(("\(path).min", characters[group].min, counts))
      numbers.append(("\(path).max", characters[group].max, counts))
    }
    for (index, rule) in sets.enumerated() {
      numbers.append(("$.sets[\(index)].min", rule.bounds.min, counts))
      numbers.append(("$.sets[\(index)].max", rule.bounds.max, counts))
    }
    if let strength {
      numbers += [
        ("$.strength.preferredLength", strength.preferredLength, -1_000_000...1_000_000),
        ("$.strength.minNumeric", strength.minNumeric, counts),
        ("$.strength.minSymbol", strength.minSymbol, counts),
        ("$.strength.minLower", strength.minLower, counts),
        ("$.strength.minUpper", strength.minUpper, counts),
      ]
      for (index, weight) in strength.weights.enumerated() {
        numbers.append(("$.strength.weights[\(index)]", weight, 0...100))
      }
    }
    return numbers.compactMap { path, value, range in
      guard let value, !range.contains(value) else { return nil }
      return .outOfRange(path: path, value: value, range: range)
    }
  }

  private var boundsProblems: [PolicyProblem] {
    let bounds =
      [("$.length", length)]
      + CharacterGroup.allCases.map { ("$.characters.\($0.rawValue)", characters[$0]) }
      + sets.enumerated().map { ("$.sets[\($0)]", $1.bounds) }
    return bounds.compactMap { path, bounds in
      guard let min = bounds.min, let max = bounds.max, min > max else { return nil }
      return .minAboveMax(path: path, min: min, max: max)
    }
  }

  // MARK: Sets

  private var setProblems: [PolicyProblem] {
    var problems: [PolicyProblem] = []
    if allowed?.isEmpty == true {
      problems.append(
        .contradiction(paths: ["$.allowed"], reason: "no character is allowed; use null for any"))
    }
    if let set = characters.symbolSet {
      let path = "$.characters.symbols.set"
      if set.isEmpty {
        problems.append(.incomplete(path: path, reason: "the set is empty; leave it out for all"))
      } else if set.unicodeScalars.contains(where: { CharacterGroup.kind(of: $0) != .symbol }) {
        problems.append(
          .incomplete(path: path, reason: "the set contains letters or digits; remove them"))
      }
    }
    return problems
  }

  // MARK: Counts

  private var countProblems: [PolicyProblem] {
    var problems: [PolicyProblem] = []
    for group in CharacterGroup.allCases {
      let path = "$.characters.\(group.rawValue)"
      guard let min = characters[group].min, min > 0 else { continue }
      if let available = available(group), available.isEmpty {
        let by = allowed == nil ? "\(path).set" : "$.allowed"
        problems.append(
          .contradiction(
            paths: ["\(path).min", by],
            reason: "\(group.name(count: 2)) are required and none is allowed"))
      }
    }
    let cased = (characters.lowercase.min ?? 0) + (characters.uppercase.min ?? 0)
    if let max = characters.letters.max, cased > max, characters.letters.min ?? 0 <= max {
      problems.append(
        .contradiction(
          paths: [CharacterGroup.lowercase, .uppercase].filter { characters[$0].min ?? 0 > 0 }
            .map { "$.characters.\($0.rawValue).min" } + ["$.characters.letters.max"],
          reason:
            "\(cased.counted("letter")) \(cased.verb) required and at most \(max.andVerb) allowed"))
    }
    if let min = characters.letters.min, let allowed, !hasOtherLetters(allowed) {
      let possible = most(.lowercase) + most(.uppercase)
      if possible > 0, possible < min {
        problems.append(
          .contradiction(
            paths: [
              "$.characters.letters.min", "$.characters.lower.max",
              "$.characters.upper.max",
            ],
            reason: "\(min.counted("letter")) \(min.verb) required and \(possible.andVerb) possible"
          ))
      }
    }
    if let max = length.max, minimumCharacters > max {
      problems.append(
        .contradiction(
          paths: ["$.characters", "$.length.max"],
          reason:
            "the kinds take \(minimumCharacters.counted("character")) and at most \(max.andVerb) allowed"
        ))
    }
    if let min = length.min, let most = maximumCharacters, most < min {
      problems.append(
        .contradiction(
          paths: ["$.characters", "$.length.min"],
          reason:
            "the kinds leave room for \(most.counted("character")) and at least \(min.andVerb) required"
        ))
    }
    return problems
  }

  /// The maximum number of characters under the maximums of the kinds, when every allowed character
  /// is of a kind that has one.
  private var maximumCharacters: Int? {
    guard let allowed else {
      // Every character is a letter, a digit or a symbol, unless there is a set of symbols.
      guard characters.symbolSet == nil, let letters = characters.letters.max,
        let digits = characters.digits.max, let symbols = characters.symbols.max
      else { return nil }
      return letters + digits + symbols
    }
    let freeSymbols = ScalarSet(allowed).filter { scalar in
      CharacterGroup.kind(of: scalar) == .symbol
        && !(characters.symbolSet.map { ScalarSet($0).contains(scalar) } ?? true)
    }
    guard !hasOtherLetters(allowed), freeSymbols.isEmpty else { return nil }
    let letters = Swift.min(most(.lowercase) + most(.uppercase), most(.letters))
    return letters + most(.digits) + most(.symbols)
  }

  /// Whether letters of neither case are among some characters.
  private func hasOtherLetters(_ characters: String) -> Bool {
    characters.unicodeScalars.contains { CharacterGroup.kind(of: $0) == .otherLetter }
  }

  // MARK: Types

  private var typeProblems: [PolicyProblem] {
    guard let min = minCharacterTypes, min > 0 else { return [] }
    let cased = [.lowercase, .uppercase].count { most($0) > 0 }
    let possible =
      Swift.min(cased, characters.letters.max ?? cased)
      + [.digits, .symbols].count { most($0) > 0 }
    if possible < min {
      return [
        .contradiction(
          paths: ["$.minCharacterTypes", allowed == nil ? "$.characters" : "$.allowed"],
          reason:
            "\(min.counted("kind")) of characters \(min.verb) required and \(possible.andVerb) possible"
        )
      ]
    }
    if let max = length.max, max < min {
      return [
        .contradiction(
          paths: ["$.minCharacterTypes", "$.length.max"],
          reason: "\(min.counted("kind")) of characters do not fit \(max.counted("character"))")
      ]
    }
    return []
  }

  private var endProblems: [PolicyProblem] {
    var problems: [PolicyProblem] = []
    for (path, group) in [("$.first", first), ("$.last", last)] {
      guard let group, most(group) == 0 else { continue }
      problems.append(
        .contradiction(
          paths: [path], reason: "\(group.name(count: 2)) are required here and none is possible"))
    }
    if problems.isEmpty, let first, let last, length.max == 1, Self.areDisjoint(first, last) {
      problems.append(
        .contradiction(
          paths: ["$.first", "$.last", "$.length.max"],
          reason:
            "one character cannot be both \(first.nameWithArticle) and \(last.nameWithArticle)"
        ))
    }
    return problems
  }

  private static func areDisjoint(_ left: CharacterGroup, _ right: CharacterGroup) -> Bool {
    let categories: [CharacterGroup.Category] = [
      .lowercase, .uppercase, .otherLetter, .digit, .symbol,
    ]
    return !categories.contains { left.includes($0) && right.includes($0) }
  }

  private var repetitionProblems: [PolicyProblem] {
    guard let allowed, let run = maxRepeatedRun, let min = length.min else { return [] }
    guard ScalarSet(allowed).count == 1, min > run else { return [] }
    return [
      .contradiction(
        paths: ["$.allowed", "$.maxRepeatedRun", "$.length.min"],
        reason: "the one allowed character would occur \(min) times in a row")
    ]
  }

  // MARK: Strength

  private var strengthProblems: [PolicyProblem] {
    guard let strength else { return [] }
    let path = "$.strength.weights"
    guard strength.weights.count == 4 else {
      return [.weightsCount(path: path, count: strength.weights.count)]
    }
    guard strength.weights.allSatisfy({ (0...100).contains($0) }) else { return [] }
    let total = strength.weights.reduce(0, +)
    guard total == 100 else { return [.weightsTotal(path: path, total: total)] }
    guard strength.mandatory else { return [] }
    guard let level = strength.compliance else {
      return [
        .incomplete(
          path: "$.strength.compliance", reason: "a mandatory strength needs a level to reach")
      ]
    }
    // Each count at its own maximum, two units per character: no password can do better.
    let length = 2 * Swift.min(length.max ?? Self.maximumLength, Self.maximumLength)
    let digits = most(.digits)
    let lower = most(.lowercase)
    let upper = most(.uppercase)
    // Symbols of the meter are what is left, so they are given as a deficit of the others.
    let best = StrengthCounts(
      length: length, digits: digits, lowercase: lower, uppercase: upper,
      separators: -(digits + lower + upper))
    guard !strength.reaches(level, best) else { return [] }
    return [
      .contradiction(
        paths: ["$.strength.compliance"],
        reason: "the other rules keep every password below “\(level.rawValue)”")
    ]
  }
}
