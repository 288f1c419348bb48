import Wordlists

extension CompiledRecipe {
  /// How many draws at most give one password, or `nil` when that is not known: the text of a phrase
  /// may have more than one reading itself.
  ///
  /// A password shows the phrase once the length of the segment and the place are chosen, so there
  /// is at most one reading for each pair of these. When words hold no separator, the place alone
  /// tells: the words are the fields that follow it. A second place is then at a separator beyond the
  /// first word, so that places are a word and a separator apart, or further.
  var greatestReadingCount: Int? {
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
}
