import Platform
import Wordlists

extension CompiledRecipe {
  /// Returns bounds for a recipe whose passwords do not reveal how they were composed.
  ///
  /// The *structure* of a draw is the length of the segment, the place of the phrase, and the
  /// lengths of the words in bytes. Given the structure, a password reveals its words and segment.
  ///
  /// - Shannon: a password reveals its number of bytes `T`, which is a function of the structure
  ///   `R`, so `H(S) = H(T) + H(S|T) ≥ H(T) + H(S|R) = H(T) + H(draw) − H(R)`.
  /// - Min-entropy: a password of `T` bytes has at most the probability `Σ P(r) max P(s|r)` over
  ///   the structures `r` of `T` bytes. A word of *l* bytes adds the factor `P(l)·1/N_l = 1/N`
  ///   whatever *l* is.
  /// - Both: a password that at most `m` draws give leaves open at most `log₂ m` bits of the draw,
  ///   and is at most `m` times as likely as the likeliest draw; see ``maximumReadingCount`` and
  ///   ``readingBound(segments:)``.
  ///
  /// The best bound is taken.
  func lowerBound(segments: [SegmentCount]) -> Entropy {
    let draw = DrawEntropy(recipe: self, segments: segments)
    guard let phrase else {
      return Entropy(
        shannonBits: draw.shannonBits, minEntropyBits: draw.minEntropyBits, count: draw.count,
        isExact: true)
    }
    let wordLengths = phrase.countByBytes.sorted { $0.key < $1.key }
    let wordTotal = Double(phrase.words.count)
    let wordCount = phrase.wordCount

    /// Returns the distribution of the bytes of all words, when a word has `l` bytes with
    /// probability `chance(l)`.
    func sumDistribution(_ chance: (Int) -> Double) -> [Double] {
      var sums = [1.0]
      for _ in 0..<wordCount {
        var next = [Double](repeating: 0, count: sums.count + (wordLengths.last?.key ?? 0))
        for (sum, probability) in sums.enumerated() where probability > 0 {
          for (bytes, count) in wordLengths { next[sum + bytes] += probability * chance(count) }
        }
        sums = next
      }
      return sums
    }

    let lengths = segments.isEmpty ? [0] : segments.map(\.length)
    func totals(_ words: [Double], _ weight: (Int) -> Double) -> [Double] {
      var totals = [Double](repeating: 0, count: words.count + (lengths.last ?? 0))
      for (index, length) in lengths.enumerated() {
        for (bytes, probability) in words.enumerated() {
          totals[bytes + length] += probability * weight(index)
        }
      }
      return totals
    }
    func entropy(_ distribution: [Double]) -> Double {
      distribution.reduce(0) { $1 > 0 ? $0 - $1 * Platform.log2($1) : $0 }
    }

    let wordLengthBits = entropy(wordLengths.map { Double($0.value) / wordTotal })
    let lengthBits = Platform.log2(Double(lengths.count))
    let placeBits =
      phrase.placement == .insert && !segments.isEmpty
      ? lengths.reduce(0) { $0 + Platform.log2(Double($1 - 1)) } / Double(lengths.count) : 0
    let structureBits = Double(wordCount) * wordLengthBits + lengthBits + placeBits
    let totalBits = entropy(
      totals(sumDistribution { Double($0) / wordTotal }) { _ in 1 / Double(lengths.count) })

    // Treating word lengths as equally likely keeps the sums within the range of a Double: Σ Π 1/N
    // over the length vectors is (D/N)^k times their share, where D is the number of distinct
    // lengths.
    let distinct = Double(wordLengths.count)
    let likeliestSegment = segments.map(\.minEntropyBits).min() ?? 0
    let likeliest = totals(sumDistribution { _ in 1 / distinct }) { index in
      let excess = segments.isEmpty ? 0 : segments[index].minEntropyBits - likeliestSegment
      return Platform.exp2(-excess) / Double(lengths.count)
    }
    let minEntropyBits =
      likeliestSegment + Double(wordCount) * Platform.log2(wordTotal / distinct)
      - Platform.log2(likeliest.max() ?? 1)
    let readingBits = maximumReadingCount.map { Platform.log2(Double($0)) } ?? .infinity
    let shannonBits = max(
      0, totalBits + draw.shannonBits - structureBits, draw.shannonBits - readingBits,
      insertBound(segments: segments, draw: draw) ?? 0)
    let minimumBits = max(
      0, minEntropyBits, draw.minEntropyBits - readingBits, readingBound(segments: segments) ?? 0)
    return Entropy(
      shannonBits: shannonBits, minEntropyBits: min(shannonBits, minimumBits), count: draw.count,
      isExact: false)
  }
}
