import CharacterSets

/// What must hold between two characters.
enum Assertion {
  case textStart, textEnd, lineStart, lineEnd, wordBoundary, noWordBoundary

  /// Whether the character that follows decides it.
  var looksAhead: Bool { self != .textStart && self != .lineStart }

  /// Whether it holds between two neighbours.
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

/// What stands beside a place in a text, as far as an ``Assertion`` cares.
enum Neighbour: Int32, CaseIterable {
  /// Nothing: the text begins or ends here.
  case edge
  case newline
  /// A letter, digit or underscore.
  case word
  case other

  /// What characters are, of which some assertion tells no two apart.
  init(_ characters: ASCIISet) {
    self =
      if !characters.isDisjoint(with: .newline) {
        .newline
      } else if !characters.isDisjoint(with: .wordCharacters) { .word } else { .other }
  }
}
