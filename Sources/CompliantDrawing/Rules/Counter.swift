import CharacterSets

/// A counter of characters of a set while a password is drawn.
struct Counter: Sendable {
  /// The characters to count.
  let characters: ASCIISet
  /// Whether the characters of words count too, and not only those of the segment.
  let countsWords: Bool
  /// The minimum and maximum number in a password.
  private(set) var minimum = 0
  private(set) var maximum = Int.max
  /// The largest number that is distinguished from larger ones.
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

  /// Settles the cap, and drops a maximum that no password of up to `longest` characters can
  /// exceed.
  mutating func settle(longest: Int) {
    if maximum >= longest { maximum = .max }
    // Numbers above a maximum do not occur, and those up to it are all distinguished.
    cap = maximum == .max ? min(cap, longest) : maximum
  }
}
