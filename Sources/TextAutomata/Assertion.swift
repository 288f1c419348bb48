import CharacterSets

/// A condition between two characters.
enum Assertion {
  case textStart, textEnd, lineStart, lineEnd, wordBoundary, noWordBoundary

  /// Whether it depends on the next character.
  var looksAhead: Bool { self != .textStart && self != .lineStart }

  /// Whether it holds between two neighbors.
  func holds(after previous: Neighbour, before next: Neighbour) -> Bool {
    switch self {
    case .textStart: previous == .edge
    case .textEnd: next == .edge
    case .lineStart: previous == .edge || previous == .newline
    case .lineEnd: next == .edge || next == .newline
    case .wordBoundary: (previous == .word) != (next == .word)
    case .noWordBoundary: (previous == .word) == (next == .word)
    }
  }
}

/// The neighbor of a place in a text, as far as an ``Assertion`` distinguishes it.
enum Neighbour: Int32, CaseIterable {
  /// None: the text begins or ends here.
  case edge
  case newline
  /// A letter, digit or underscore.
  case word
  case other

  /// Makes the neighbor for characters that no assertion distinguishes.
  init(_ characters: ASCIISet) {
    self =
      if !characters.isDisjoint(with: .newline) {
        .newline
      } else if !characters.isDisjoint(with: .wordCharacters) { .word } else { .other }
  }
}
