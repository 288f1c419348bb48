/// Syntax of another engine of regular expressions, and what to write instead.
package struct ForeignSyntax: Hashable, Sendable {
  /// What RE2 makes of it.
  package enum Reading: Hashable, Sendable {
    /// It refuses the pattern.
    case refused
    /// It takes the pattern with another meaning.
    case taken
  }

  /// What RE2 makes of it.
  package let reading: Reading
  /// What it is, and what to write instead.
  package let advice: String
}

extension Pattern {
  /// The syntax of other engines in the pattern, in the order of the text.
  ///
  /// What `RE2` refuses is named so that an error can say more than that; what it takes is taken
  /// with another meaning than in the engine that the pattern was written for.
  ///
  /// - Complexity: O(*n*), *n* the characters of the pattern.
  package var foreignSyntax: [ForeignSyntax] {
    guard text.utf8.count <= Self.maximumBytes else { return [] }
    var scanner = ForeignSyntaxScanner(text)
    scanner.scan()
    return scanner.found
  }

  /// What is doubtful in a pattern that RE2 takes.
  package var doubts: [String] {
    foreignSyntax.filter { $0.reading == .taken }.map(\.advice)
  }
}
