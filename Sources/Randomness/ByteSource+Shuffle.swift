extension ByteSource where Self: ~Copyable {
  /// Puts the elements in a uniformly random order (Fisher and Yates; Durstenfeld 1964).
  ///
  /// Every permutation is equally likely. Which elements are swapped shows in the pattern of
  /// memory accesses.
  ///
  /// - Throws: what the source throws; the elements are then partly shuffled.
  /// - Complexity: O(*n*) swaps; 8 random bytes each, seldom more.
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
