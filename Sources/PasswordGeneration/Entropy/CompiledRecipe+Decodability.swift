import CharacterSets
import Wordlists

extension CompiledRecipe {
  /// Whether a password shows all the choices that made it: its words, the place of the phrase and
  /// the segment.
  ///
  /// Every answer of `true` is proved below; `false` may be given too often.
  package var isDecodable: Bool {
    guard let phrase else { return true }
    let separator = phrase.separator
    let letters = phrase.letters
    /// No word holds the separator.
    let isSeparated = separator.map { !letters[Int($0)] } ?? false
    // A separator after each word, the last too, makes the phrase a sequence of longer words.
    let decodability = isSeparated ? .prefixFree : phrase.words.decodability(followedBy: separator)
    guard decodability >= .uniquelyDecodable else { return false }
    guard let segment else { return true }
    let characters = segment.characters
    let sharesLetters = characters.contains { letters[Int($0)] }
    let sharesSeparator = separator.map { characters.contains($0) } ?? false
    // Every byte then belongs to the segment or to the phrase by what it is.
    if !sharesLetters && (!sharesSeparator || isSeparated) { return true }
    let hasOneLength = segment.lengths.count == 1
    switch phrase.placement {
    case .prefix:
      // The words end where the separators say, where each word itself says, or at a known place.
      return isSeparated || decodability == .prefixFree || hasOneLength
    case .append:
      return isSeparated || hasOneLength || phrase.words.isSuffixFree(precededBy: separator)
    case .insert:
      // The phrase lies between the first separator and the last. Otherwise a second reading takes
      // the word next to the phrase from the segment, which then holds that word, a separator, a
      // character beyond it, and one on the other side of the phrase.
      if separator != nil && !sharesSeparator { return true }
      return isSeparated && segment.lengths.upperBound < phrase.shortestWordBytes + 3
    }
  }
}

extension PhrasePlan {
  /// Which bytes occur in words.
  var letters: [Bool] {
    var letters = [Bool](repeating: false, count: 256)
    for index in 0..<words.count {
      for byte in words[index] { letters[Int(byte)] = true }
    }
    return letters
  }

  /// The bytes of the shortest word.
  var shortestWordBytes: Int { (0..<words.count).map { words[$0].count }.min() ?? 0 }

  /// How many words there are of each number of bytes.
  var countByBytes: [Int: Int] {
    (0..<words.count).reduce(into: [:]) { $0[words[$1].count, default: 0] += 1 }
  }
}
