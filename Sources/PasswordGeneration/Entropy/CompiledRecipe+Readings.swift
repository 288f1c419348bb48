import Platform
import Wordlists

extension CompiledRecipe {
  /// The maximum number of draws that give one password, or `nil` when it is not known: the text of
  /// a phrase may itself have more than one reading.
  ///
  /// A password reveals the phrase once the length of the segment and the place are chosen, so
  /// there is at most one reading for each pair of these. When words contain no separator, the
  /// place alone suffices: the words are the fields that follow it. A second place is then at a
  /// separator beyond the first word, so that places are a word and a separator apart, or further.
  var maximumReadingCount: Int? {
    guard let phrase, let segment else { return nil }
    let isSeparated = phrase.separator.map { !phrase.letters[Int($0)] } ?? false
    guard
      isSeparated
        || phrase.words.decodability(followedBy: phrase.separator) >= .uniquelyDecodable
    else { return nil }
    guard phrase.placement == .insert else { return segment.lengths.count }
    guard isSeparated else { return segment.lengths.reduce(0) { $0 + $1 - 1 } }
    return 1 + (segment.lengths.upperBound - 2) / (phrase.shortestWordBytes + 1)
  }

  /// Returns a lower bound of the min-entropy.
  ///
  /// A password is at most as likely as all its draws together, and each length of the segment adds
  /// the likeliest draw of that length for each of its readings, which the place alone
  /// distinguishes once the length is given.
  ///
  /// - Returns: `nil` where ``maximumReadingCount`` is.
  func readingBound(segments: [SegmentCount]) -> Double? {
    guard let phrase, !segments.isEmpty, maximumReadingCount != nil else { return nil }
    let isInserted = phrase.placement == .insert
    let isSeparated = phrase.separator.map { !phrase.letters[Int($0)] } ?? false
    let pitch = isSeparated ? phrase.shortestWordBytes + 1 : 1
    // log₂ of the most readings of a length, times the probability of the likeliest segment and
    // place.
    let bits = segments.map { segment in
      guard isInserted else { return -segment.minEntropyBits }
      let readings = Double(1 + (segment.length - 2) / pitch)
      return Platform.log2(readings / Double(segment.length - 1)) - segment.minEntropyBits
    }
    let greatest = bits.max() ?? 0
    let sum = bits.reduce(0) { $0 + Platform.exp2($1 - greatest) }
    let wordBits = Double(phrase.wordCount) * Platform.log2(Double(wordChoices))
    return wordBits + Platform.log2(Double(segments.count)) - greatest - Platform.log2(sum)
  }
}
