internal import CharacterSets
internal import TextTools

extension Policy {
  /// Returns where the policy contradicts NIST SP 800-63B-4 or OWASP ASVS 5.0, where a rule is
  /// redundant, and where no password can comply.
  ///
  /// Both standards also forbid periodic changes, hints and truncation, which no policy here can
  /// require.
  ///
  /// - Complexity: O(*n* log *n*), where *n* is the number of characters of the sets and words.
  public func lint() -> [LintWarning] {
    unmeetable + lengthWarnings + compositionWarnings + allowedWarnings + blocklistWarnings
      + strengthWarnings + redundantWarnings
  }

  private var unmeetable: [LintWarning] {
    contradictions.map { problem in
      switch problem {
      case .contradiction(let paths, let reason):
        LintWarning(
          code: .unmeetable, path: paths.joined(separator: ", "),
          message: "no password can comply: \(reason)")
      case .minAboveMax(let path, let min, let max):
        LintWarning(
          code: .unmeetable, path: path,
          message: "no password can comply: the minimum \(min) is above the maximum \(max)")
      default:
        LintWarning(code: .unmeetable, path: "$", message: problem.description)
      }
    }
  }

  private var lengthWarnings: [LintWarning] {
    var warnings: [LintWarning] = []
    if let max = length.max, max < 64 {
      warnings.append(
        LintWarning(
          code: .maximumLength, path: "$.length.max",
          message:
            "passwords of 64 characters are refused; NIST SP 800-63B-4 (3.1.1.2) and ASVS 5.0 (6.2.9) say to permit at least that many; raise the maximum to 64 or more"
        ))
    }
    let min = length.min ?? 0
    if min < 8 {
      warnings.append(
        LintWarning(
          code: .minimumLength, path: "$.length.min",
          message:
            "passwords of fewer than 8 characters comply; NIST SP 800-63B-4 (3.1.1.2) asks for 15, or 8 with another factor, and ASVS 5.0 (6.2.1) for 8; raise the minimum to 15"
        ))
    } else if min < 15 {
      warnings.append(
        LintWarning(
          code: .minimumLength, path: "$.length.min",
          message:
            "\(min.counted("character")) \(min.verb) enough only with another factor; NIST SP 800-63B-4 (3.1.1.2) asks for 15 where the password is the only one, and ASVS 5.0 (6.2.1) recommends it"
        ))
    }
    return warnings
  }

  private var compositionWarnings: [LintWarning] {
    var paths: [String] = []
    for group in CharacterGroup.allCases {
      let bounds = characters[group]
      if bounds.min ?? 0 > 0 { paths.append("$.characters.\(group.rawValue).min") }
      if bounds.max != nil { paths.append("$.characters.\(group.rawValue).max") }
    }
    for (index, rule) in sets.enumerated() {
      if rule.bounds.min ?? 0 > 0 { paths.append("$.sets[\(index)].min") }
      if rule.bounds.max != nil { paths.append("$.sets[\(index)].max") }
    }
    if minCharacterTypes ?? 0 > 1 { paths.append("$.minCharacterTypes") }
    if maxRepeatedRun != nil { paths.append("$.maxRepeatedRun") }
    if maxSequence != nil { paths.append("$.maxSequence") }
    if first != nil { paths.append("$.first") }
    if last != nil { paths.append("$.last") }
    if firstAllowed != nil { paths.append("$.firstAllowed") }
    if lastAllowed != nil { paths.append("$.lastAllowed") }
    return paths.map {
      LintWarning(
        code: .composition, path: $0,
        message:
          "a composition rule, which NIST SP 800-63B-4 (3.1.1.2) forbids and ASVS 5.0 (6.2.5) rules out; remove it and require a longer password"
      )
    }
  }

  private var allowedWarnings: [LintWarning] {
    guard let allowed = allowed.map({ ScalarSet($0) }), !allowed.isEmpty else { return [] }
    let isComplete = ASCIISet.printable.isSubset(of: allowed.ascii)
    let reason =
      isComplete
      ? "characters outside ASCII are refused; NIST SP 800-63B-4 (3.1.1.2) says to accept Unicode"
      : "some printable ASCII characters are refused; NIST SP 800-63B-4 (3.1.1.2) says to accept all of them and the space"
    return [
      LintWarning(
        code: .allowedCharacters, path: "$.allowed",
        message: "\(reason), ASVS 5.0 (6.2.5) any composition; use null for any character")
    ]
  }

  private var blocklistWarnings: [LintWarning] {
    guard badPasswords.hasWords else {
      return [
        LintWarning(
          code: .noBlocklist, path: "$.badPasswords",
          message:
            "the policy has no bad words; NIST SP 800-63B-4 (3.1.1.2) asks for a blocklist and ASVS 5.0 (6.2.4) for at least 3,000 common passwords; add a file of them to wordFiles"
        )
      ]
    }
    return bundledWarnings + substringWarnings + digestWarnings
  }

  private var digestWarnings: [LintWarning] {
    badPasswords.words.enumerated().compactMap { index, word in
      guard DigestText.isDigest(Array(word.utf8)[...]) else { return nil }
      return LintWarning(
        code: .digests, path: "$.badPasswords.words[\(index)]",
        message:
          "the word looks like a digest, which refuses no password except itself; write the word")
    }
  }

  private var bundledWarnings: [LintWarning] {
    guard badPasswords.hasBundledListOnly else { return [] }
    return [
      LintWarning(
        code: .bundledBlocklist, path: "$.badPasswords.wordFiles",
        message:
          "the only bad words are those of “\(BadPasswords.bundledList)”, which are made from first principles: they are not the breached passwords that NIST SP 800-63B-4 (3.1.1.2) names, nor the 3,000 most common ones of ASVS 5.0 (6.2.4); add a file of those"
      )
    ]
  }

  private var substringWarnings: [LintWarning] {
    guard badPasswords.match == .substring else { return [] }
    return [
      LintWarning(
        code: .substringBlocklist, path: "$.badPasswords.match",
        message:
          "words are refused as parts of a password too; NIST SP 800-63B-4 (3.1.1.2) compares the whole password only, so that good long passwords are not refused; use “whole”"
      )
    ]
  }

  private var strengthWarnings: [LintWarning] {
    guard let strength, strength.mandatory else { return [] }
    let asksForKinds =
      strength.minNumeric > 0 || strength.minSymbol > 0 || strength.requireUpperAndLower
    guard asksForKinds else { return [] }
    return [
      LintWarning(
        code: .strength, path: "$.strength.mandatory",
        message:
          "the mandatory strength counts kinds of characters, which makes it a composition rule (NIST SP 800-63B-4, 3.1.1.2; ASVS 5.0, 6.2.5); make it advisory"
      )
    ]
  }

  // MARK: Redundant rules

  private func redundant(_ path: String, _ reason: String) -> LintWarning {
    LintWarning(code: .redundant, path: path, message: "has no effect: \(reason); remove it")
  }

  private var redundantWarnings: [LintWarning] {
    redundantBounds + redundantSets + redundantRules + redundantWords
  }

  private var redundantBounds: [LintWarning] {
    var warnings: [LintWarning] = []
    if let min = length.min, min <= minimumCharacters, minimumCharacters > 0 {
      warnings.append(
        redundant("$.length.min", "the kinds alone take \(minimumCharacters.counted("character"))"))
    }
    for group in CharacterGroup.allCases {
      let path = "$.characters.\(group.rawValue)"
      if characters[group].min == 0 {
        warnings.append(redundant("\(path).min", "no password has fewer than 0"))
      }
      if let max = characters[group].max, let longest = length.max, max >= longest {
        warnings.append(
          redundant("\(path).max", "a password has at most \(longest.counted("character"))"))
      }
    }
    let cased = (characters.lowercase.min ?? 0) + (characters.uppercase.min ?? 0)
    if let min = characters.letters.min, min > 0, min <= cased {
      warnings.append(
        redundant("$.characters.letters.min", "lower and upper together require \(cased) letters"))
    }
    return warnings
  }

  private var redundantSets: [LintWarning] {
    var warnings: [LintWarning] = []
    for (index, rule) in sets.enumerated() {
      let path = "$.sets[\(index)]"
      let least = minimumCharacters { rule.set.includesAll(of: $0) }
      if rule.bounds == Bounds() {
        warnings.append(redundant(path, "the rule has neither a minimum nor a maximum"))
      }
      if rule.bounds.min == 0 {
        warnings.append(redundant("\(path).min", "no password has fewer than 0"))
      } else if let min = rule.bounds.min, min <= least {
        warnings.append(redundant("\(path).min", "the kinds alone require \(least) of them"))
      }
      if let max = rule.bounds.max, let longest = length.max, max >= longest {
        warnings.append(
          redundant("\(path).max", "a password has at most \(longest.counted("character"))"))
      }
      if sets[..<index].contains(rule) {
        warnings.append(redundant(path, "an earlier rule is the same"))
      }
    }
    return warnings
  }

  private var redundantRules: [LintWarning] {
    var warnings: [LintWarning] = []
    if let types = minCharacterTypes {
      let required = CharacterGroup.types.count { characters[$0].min ?? 0 > 0 }
      if types <= required {
        warnings.append(
          redundant("$.minCharacterTypes", "\(required) kinds are required one by one"))
      }
    }
    for (path, limit) in [("$.maxRepeatedRun", maxRepeatedRun), ("$.maxSequence", maxSequence)] {
      if let limit, let longest = length.max, limit >= longest {
        warnings.append(redundant(path, "a password has at most \(longest.counted("character"))"))
      }
    }
    for (path, ends) in [("$.firstAllowed", firstAllowed), ("$.lastAllowed", lastAllowed)] {
      if let ends = ends.map({ ScalarSet($0) }), let allowed = allowed.map({ ScalarSet($0) }),
        allowed.filter({ !ends.contains($0) }).isEmpty
      {
        warnings.append(redundant(path, "no other character is allowed anywhere"))
      }
    }
    if characters.symbolSet != nil, characters.symbols == Bounds(), minCharacterTypes == nil,
      first != .symbols, last != .symbols,
      !sets.contains(where: { $0.set.groups.contains(.symbols) })
    {
      warnings.append(redundant("$.characters.symbols.set", "no rule counts symbols"))
    }
    return warnings
  }

  private var redundantWords: [LintWarning] {
    var seen: Set<[UInt8]> = []
    return badPasswords.words.enumerated().compactMap { index, word in
      let path = "$.badPasswords.words[\(index)]"
      if !seen.insert(CaseFolding.folded(word)).inserted {
        return redundant(path, "an earlier word is the same except for case")
      }
      if badPasswords.match == .whole, word.unicodeScalars.count < length.min ?? 0 {
        return redundant(path, "the word is shorter than the minimum length")
      }
      return nil
    }
  }
}
