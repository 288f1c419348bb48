/// Syntax of another engine of regular expressions, and what to write instead.
package struct ForeignSyntax: Hashable, Sendable {
  /// How RE2 reads it.
  package enum Reading: Hashable, Sendable {
    /// RE2 rejects the pattern.
    case refused
    /// RE2 accepts the pattern with another meaning.
    case taken
  }

  /// How RE2 reads it.
  package let reading: Reading
  /// What it is, and what to write instead.
  package let advice: String
}

extension Pattern {
  /// The syntax of other engines in the pattern, in the order of the text.
  ///
  /// What RE2 rejects is named so that an error can say more than RE2 does; what it accepts has
  /// another meaning than in the engine that the pattern was written for.
  ///
  /// - Complexity: O(*n*), where *n* is the number of characters of the pattern.
  package var foreignSyntax: [ForeignSyntax] {
    guard text.utf8.count <= Self.maximumBytes else { return [] }
    var scanner = ForeignSyntaxScanner(text)
    scanner.scan()
    return scanner.found
  }

  /// Advice on what is doubtful in a pattern that RE2 accepts.
  package var doubts: [String] {
    foreignSyntax.filter { $0.reading == .taken }.map(\.advice)
  }
}
