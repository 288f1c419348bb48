extension Wordlist {
  /// How sequences of words, written one after another without separators, can be decoded.
  public enum Decodability: Int, Comparable, Hashable, Sendable {
    /// Two different sequences of words can give the same text.
    case ambiguous
    /// Every text as a whole comes from at most one sequence of words.
    case uniquelyDecodable
    /// No word is a prefix of another: each word is known as soon as it ends.
    case prefixFree

    /// Whether the left value promises less.
    public static func < (left: Decodability, right: Decodability) -> Bool {
      left.rawValue < right.rawValue
    }
  }

  /// How sequences of words of this list, joined without separators, can be decoded.
  ///
  /// - Complexity: O(*n* log *n*) for a prefix-free list of *n* bytes; otherwise the algorithm of
  ///   Sardinas and Patterson (1953) over the distinct suffixes of words, O(*n*) of them.
  public var decodability: Decodability { decodability(followedBy: nil) }

  /// Returns how sequences of words can be decoded when each word, including the last, is followed
  /// by a separator that words may also contain.
  public func decodability(followedBy separator: UInt8?) -> Decodability {
    let ending = separator.map { [$0] } ?? []
    let sorted = (0..<count).map { self[$0] + ending }
      .sorted { $0.lexicographicallyPrecedes($1) }
    if Self.isPrefixFree(sorted) { return .prefixFree }
    return Self.isUniquelyDecodable(sorted) ? .uniquelyDecodable : .ambiguous
  }

  /// Whether no word is a suffix of another, when each is preceded by the separator if there is
  /// one.
  ///
  /// - Complexity: O(*n* log *n*), where *n* is the number of bytes of the list.
  public func isSuffixFree(precededBy separator: UInt8? = nil) -> Bool {
    let ending = separator.map { [$0] } ?? []
    let reversed = (0..<count).map { (self[$0].reversed() + ending)[...] }
    return Self.isPrefixFree(reversed.sorted { $0.lexicographicallyPrecedes($1) })
  }

  /// In sorted order, the words that begin with a word follow it directly.
  private static func isPrefixFree(_ sorted: [ArraySlice<UInt8>]) -> Bool {
    zip(sorted, sorted.dropFirst()).allSatisfy { !$1.starts(with: $0) }
  }

  /// Whether the list is uniquely decodable by the algorithm of Sardinas and Patterson: no dangling
  /// suffix, the part by which one of two sequences of words is ahead of the other, is itself a
  /// word.
  private static func isUniquelyDecodable(_ sorted: [ArraySlice<UInt8>]) -> Bool {
    let words = Set(sorted)
    var seen: Set<ArraySlice<UInt8>> = []
    var pending: [ArraySlice<UInt8>] = []

    func visit(_ suffix: ArraySlice<UInt8>) {
      if seen.insert(suffix).inserted { pending.append(suffix) }
    }

    for (index, word) in sorted.enumerated() {
      for longer in sorted[(index + 1)...] {
        guard longer.starts(with: word) else { break }
        visit(longer.dropFirst(word.count))
      }
    }
    while let suffix = pending.popLast() {
      if words.contains(suffix) { return false }
      // Words that are prefixes of the suffix leave the rest of the suffix ahead.
      for length in 1..<max(1, suffix.count) where words.contains(suffix.prefix(length)) {
        visit(suffix.dropFirst(length))
      }
      // Words that begin with the suffix put the other sequence ahead.
      for word in sorted[firstIndex(notBefore: suffix, in: sorted)...] {
        guard word.starts(with: suffix) else { break }
        visit(word.dropFirst(suffix.count))
      }
    }
    return true
  }

  private static func firstIndex(
    notBefore key: ArraySlice<UInt8>, in sorted: [ArraySlice<UInt8>]
  ) -> Int {
    var low = 0
    var high = sorted.count
    while low < high {
      let middle = (low + high) / 2
      if sorted[middle].lexicographicallyPrecedes(key) { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
