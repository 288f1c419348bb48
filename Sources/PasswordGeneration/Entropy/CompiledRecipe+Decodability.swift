import CharacterSets
import Wordlists

extension CompiledRecipe {
  /// Whether a password reveals all the choices that made it: its words, the place of the phrase
  /// and the segment.
  ///
  /// Every answer of `true` is proven below; `false` may be returned more often than necessary.
  package var isDecodable: Bool {
    guard let phrase else { return true }
    let separator = phrase.separator
    let letters = phrase.letters
    /// Whether no word contains the separator.
    let isSeparated = separator.map { !letters[Int($0)] } ?? false
    // A separator after each word, including the last, makes the phrase a sequence of longer words.
    let decodability = isSeparated ? .prefixFree : phrase.words.decodability(followedBy: separator)
    guard decodability >= .uniquelyDecodable else { return false }
    guard let segment else { return true }
    let characters = segment.characters
    let sharesLetters = characters.contains { letters[Int($0)] }
    let sharesSeparator = separator.map { characters.contains($0) } ?? false
    // Every byte then shows whether it belongs to the segment or to the phrase.
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
      // the word next to the phrase from the segment, which then contains that word, a separator, a
      // character beyond it, and one on the other side of the phrase.
      if separator != nil && !sharesSeparator { return true }
      return isSeparated && segment.lengths.upperBound < phrase.shortestWordBytes + 3
    }
  }
}

extension PhrasePlan {
  /// The bytes that occur in words.
  var letters: [Bool] {
    var letters = [Bool](repeating: false, count: 256)
    for index in 0..<words.count {
      for byte in words[index] { letters[Int(byte)] = true }
    }
    return letters
  }

  /// The length of the shortest word in bytes.
  var shortestWordBytes: Int { (0..<words.count).map { words[$0].count }.min() ?? 0 }

  /// The number of words of each length in bytes.
  var countByBytes: [Int: Int] {
    (0..<words.count).reduce(into: [:]) { $0[words[$1].count, default: 0] += 1 }
  }
}
