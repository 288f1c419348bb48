package import Randomness

extension NumberStream {
  /// Returns how many of the `count` characters of a segment come before a phrase.
  ///
  /// An inserted phrase has a uniform place with one or more characters on each side, so `count`
  /// must be 2 or more.
  package mutating func charactersBefore<Source: ByteSource & ~Copyable>(
    _ placement: PhraseRecipe.Placement, of count: Int, from source: inout Source
  ) throws(ByteSourceError) -> Int {
    switch placement {
    case .prefix: 0
    case .append: count
    case .insert: 1 + Int(try next(below: UInt32(count - 1), from: &source))
    }
  }
}
