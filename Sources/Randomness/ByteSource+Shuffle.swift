extension ByteSource where Self: ~Copyable {
  /// Shuffles the elements into a uniformly random order (Fisher and Yates; Durstenfeld 1964).
  ///
  /// Every permutation is equally likely. The pattern of memory accesses reveals which elements are
  /// swapped.
  ///
  /// - Throws: what the source throws; the elements are then partly shuffled.
  /// - Complexity: O(*n*) swaps of 8 random bytes each, rarely more.
  public mutating func shuffle<Element>(
    _ elements: inout MutableSpan<Element>
  ) throws(ByteSourceError) {
    var remaining = elements.count
    while remaining > 1 {
      let chosen = Int(try uniform(below: UInt64(remaining)))
      remaining -= 1
      elements.swapAt(chosen, remaining)
    }
  }
}
