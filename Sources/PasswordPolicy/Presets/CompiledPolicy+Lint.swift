internal import Patterns
internal import TextTools

extension CompiledPolicy {
  /// The number of words that ASVS 5.0 (6.2.4) requires.
  static let minimumWords = 3000

  /// Returns the warnings of ``Policy/lint()``, and further ones about word files and patterns.
  ///
  /// They report too few words, words that may not be intended, and patterns that other engines
  /// read differently or that match too much. Words count that are not from
  /// ``BadPasswords/bundledList`` and, where passwords are compared as a whole, have the minimum
  /// length.
  ///
  /// - Complexity: O(*n* log *n*), where *n* is the number of characters of the sets, words and
  ///   patterns of the policy.
  public func lint() -> [LintWarning] {
    definition.lint() + wordWarnings + wordFileWarnings + patternWarnings
  }

  private var patternWarnings: [LintWarning] {
    let foreign = patterns.patterns.flatMap { pattern in
      pattern.doubts.map { warning(.foreignPattern, of: pattern, $0) }
    }
    // A pattern that matches each of these matches every password of one character or more.
    let others = ((0x20...0x7E).map { String(Unicode.Scalar($0)) } + ["é"]).map {
      patterns.indicesOfMatches(in: $0.utf8Span.span)
    }
    let empty = patterns.indicesOfMatches(in: "".utf8Span.span).map { index in
      let matchesAll = others.allSatisfy { $0.contains(index) }
      let warning = warning(
        .emptyMatch, of: patterns.patterns[index],
        matchesAll
          ? "the pattern matches the empty text, and with it every password; name what the password may not contain"
          : "the pattern matches the empty text; write + in place of * if that is not meant")
      return (index: index, warning: warning)
    }
    let single = patterns.patterns.indices.filter { index in
      !empty.contains { $0.index == index } && others.allSatisfy { $0.contains(index) }
    }
    return foreign + empty.map(\.warning)
      + single.map { index in
        warning(
          .emptyMatch, of: patterns.patterns[index],
          "the pattern matches every password of one character or more; name what the password may not contain"
        )
      }
  }

  private func warning(
    _ code: LintWarning.Code, of pattern: Pattern, _ message: String
  ) -> LintWarning {
    switch pattern.origin {
    case .value(let path): LintWarning(code: code, path: path, message: message)
    case .line:
      LintWarning(
        code: code, path: "$.badPasswords.patternFiles", message: "\(pattern.origin): \(message)")
    }
  }

  private var wordFileWarnings: [LintWarning] {
    let path = "$.badPasswords.wordFiles"
    return wordFiles.flatMap { file in
      [
        file.digests.count == 0
          ? nil
          : LintWarning(
            code: .digests, path: path,
            message:
              "\(file.name):\(file.digests.first): \(Self.lines(file.digests)) like a digest, which refuses no password except itself; name a file of the words themselves"
          ),
        file.latin1.count == 0
          ? nil
          : LintWarning(
            code: .wordEncoding, path: path,
            message:
              "\(file.name):\(file.latin1.first): \(Self.lines(file.latin1, verb: "is", "are")) not UTF-8, and read as ISO 8859-1; convert the file to UTF-8"
          ),
      ].compactMap(\.self)
    }
  }

  private static func lines(
    _ lines: WordFile.Lines, verb one: String = "looks", _ many: String = "look"
  ) -> String {
    lines.count == 1 ? "this line \(one)" : "\(lines.count) lines from here on \(many)"
  }

  private var wordWarnings: [LintWarning] {
    let lists = definition.badPasswords
    guard lists.hasWords, !lists.hasBundledListOnly, ownWords < Self.minimumWords else { return [] }
    let length = lists.minimumLength(definition).map { " of \($0) or more characters" } ?? ""
    return [
      LintWarning(
        code: .shortBlocklist, path: "$.badPasswords",
        message:
          "your lists have \(ownWords.counted("word"))\(length); ASVS 5.0 (6.2.4) asks for the 3,000 most common passwords that the policy would take; add a file of them to wordFiles"
      )
    ]
  }
}

extension BadPasswords {
  /// Whether there are no words except those of ``bundledList``.
  var hasBundledListOnly: Bool {
    hasWords && words.isEmpty && wordFiles.allSatisfy { $0 == Self.bundledList }
  }

  /// Returns the minimum length of a word that can reject a password; `nil` for any.
  func minimumLength(_ policy: Policy) -> Int? { match == .whole ? policy.length.min : nil }
}
