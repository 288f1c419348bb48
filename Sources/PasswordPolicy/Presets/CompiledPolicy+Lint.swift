extension CompiledPolicy {
  /// The words that ASVS 5.0 (6.2.4) asks for.
  static let leastWords = 3000

  /// The warnings of ``Policy/lint()``, and whether the files have enough words.
  ///
  /// Words count that are not of ``BadPasswords/bundledList`` and, where passwords are compared as
  /// a whole, have the least length.
  ///
  /// - Complexity: O(*n* log *n*), *n* the characters of the sets and words of the policy.
  public func lint() -> [LintWarning] {
    policy.lint() + wordWarnings
  }

  private var wordWarnings: [LintWarning] {
    let lists = policy.badPasswords
    guard lists.hasWords, !lists.hasBundledListOnly, ownWords < Self.leastWords else { return [] }
    let length = lists.leastLength(policy).map { " of \($0) or more characters" } ?? ""
    return [
      LintWarning(
        code: .shortBlocklist, path: "$.badPasswords",
        message:
          "your lists have \(ownWords) \(ownWords == 1 ? "word" : "words")\(length); ASVS 5.0 (6.2.4) asks for the 3,000 most common passwords that the policy would take; add a file of them to wordFiles"
      )
    ]
  }
}

extension BadPasswords {
  /// Whether nobody has named a word but those of ``bundledList``.
  var hasBundledListOnly: Bool {
    hasWords && words.isEmpty && wordFiles.allSatisfy { $0 == Self.bundledList }
  }

  /// The fewest characters of a word that refuses a password; `nil`: any number.
  func leastLength(_ policy: Policy) -> Int? { match == .whole ? policy.length.min : nil }
}
