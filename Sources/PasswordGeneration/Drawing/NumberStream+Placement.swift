package import Randomness

extension NumberStream {
  /// How many of the `count` characters of a segment stand before a phrase: where it is inserted, at
  /// a uniform place with one character at least on each side, so that there must be two.
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
