internal import PasswordPolicy

/// The rules of a policy that are not about lengths and counts of characters.
enum SingleRule: CaseIterable {
  case minCharacterTypes, maxRepeatedRun, maxSequence, first, last, firstAllowed, lastAllowed
  case words, wordFiles, patterns, patternFiles, strength, reuse

  /// Returns the place of the rule in a policy that has it, and its subject.
  fileprivate func place(in policy: Policy) -> (path: String, subject: String)? {
    let bad = policy.badPasswords
    let (isThere, path, subject) =
      switch self {
      case .minCharacterTypes:
        (policy.minCharacterTypes ?? 0 > 0, "$.minCharacterTypes", "the number of kinds")
      case .maxRepeatedRun: (policy.maxRepeatedRun != nil, "$.maxRepeatedRun", "runs")
      case .maxSequence: (policy.maxSequence != nil, "$.maxSequence", "sequences")
      case .first: (policy.first != nil, "$.first", "the first character")
      case .last: (policy.last != nil, "$.last", "the last character")
      case .firstAllowed: (policy.firstAllowed != nil, "$.firstAllowed", "the first character")
      case .lastAllowed: (policy.lastAllowed != nil, "$.lastAllowed", "the last character")
      case .words: (!bad.words.isEmpty, "$.badPasswords.words", "bad words")
      case .wordFiles: (!bad.wordFiles.isEmpty, "$.badPasswords.wordFiles", "files of words")
      case .patterns: (!bad.patterns.isEmpty, "$.badPasswords.patterns", "patterns")
      case .patternFiles:
        (!bad.patternFiles.isEmpty, "$.badPasswords.patternFiles", "files of patterns")
      case .strength: (policy.strength != nil, "$.strength", "this meter of strength")
      case .reuse: (policy.reuse != nil, "$.reuse", "earlier passwords")
      }
    return isThere ? (path, subject) : nil
  }
}

extension LossReport {
  /// Adds the rules of a policy that a format does not have at all.
  ///
  /// - Parameters:
  ///   - policy: the policy.
  ///   - format: the name of the format at the beginning of a sentence.
  ///   - known: the rules that the format has.
  mutating func addDropped(
    _ policy: Policy, unknownTo format: String, except known: Set<SingleRule>
  ) {
    for rule in SingleRule.allCases where !known.contains(rule) {
      guard let (path, subject) = rule.place(in: policy) else { continue }
      add(path, .dropped, "\(format) has no rule for \(subject)")
    }
  }

  /// Adds maximums above 0, for a format that has none.
  mutating func addGreatest(_ requirements: CharacterRequirements, unknownTo format: String) {
    for requirement in requirements.counts where requirement.bounds.max != nil {
      add(
        "\(requirement.path).max", .dropped,
        "\(format) cannot limit the number of these characters")
    }
  }

  /// Adds minimum numbers of characters of sets that are not kinds, for a format that only has
  /// kinds.
  mutating func addSets(_ requirements: CharacterRequirements, unknownTo format: String) {
    for requirement in requirements.counts
    where requirement.group == nil && requirement.bounds.min ?? 0 > 0 {
      add("\(requirement.path).min", .dropped, "\(format) counts kinds of characters, not sets")
    }
  }

  /// Adds the minimum number of letters, for a format that only counts those of each case, unless
  /// their minimums imply it.
  mutating func addLetters(_ requirements: CharacterRequirements, unknownTo format: String) {
    for requirement in requirements.counts
    where requirement.group == .letters && !requirements.isImplied(requirement) {
      add("\(requirement.path).min", .dropped, "\(format) counts letters only by case")
    }
  }

  /// Adds the set of symbols where symbols are counted, alone or as a kind, for a format that
  /// counts every symbol.
  mutating func addSymbolSet(
    _ policy: Policy, _ requirements: CharacterRequirements, unknownTo format: String
  ) {
    guard policy.characters.symbolSet != nil,
      policy.characters.symbols.min ?? 0 > 0 || policy.minCharacterTypes ?? 0 > 0
    else { return }
    let counted = requirements.types.first { $0.group == .symbols }?.characters ?? []
    let symbols = (requirements.permitted ?? .printable).of(.symbols)
    if !symbols.isSubset(of: counted) {
      add("$.characters.symbols.set", .weakened, "\(format) counts every symbol")
    }
  }
}
