import CharacterSets

/// Characters that are counted while a password is drawn.
struct Counter: Sendable {
  /// What is counted.
  let characters: ASCIISet
  /// Whether the characters of words count too, and not the segment's alone.
  let countsWords: Bool
  /// How many a password has at least and at most.
  private(set) var minimum = 0
  private(set) var maximum = Int.max
  /// The largest number that is told apart from larger ones.
  private(set) var cap = 0

  init(_ characters: ASCIISet, countsWords: Bool) {
    self.characters = characters
    self.countsWords = countsWords
  }

  mutating func atLeast(_ count: Int) {
    minimum = max(minimum, count)
    tellApart(upTo: count)
  }

  mutating func atMost(_ count: Int) { maximum = min(maximum, count) }

  mutating func tellApart(upTo count: Int) { cap = max(cap, count) }

  /// Settles the cap, and drops a maximum that no password of so many characters can exceed.
  mutating func settle(longest: Int) {
    if maximum >= longest { maximum = .max }
    // Numbers above a maximum do not occur, those up to it are all told apart.
    cap = maximum == .max ? min(cap, longest) : maximum
  }
}
