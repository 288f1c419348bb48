package import Wordlists

/// A valid phrase recipe, prepared for drawing and counting.
package struct PhrasePlan: Sendable {
  package let wordCount: Int
  package let separator: UInt8?
  package let placement: PhraseRecipe.Placement
  /// The words that may be drawn.
  package let words: Wordlist

  /// The maximum length of a phrase in bytes, without separators beside it.
  let maximumBytes: Int

  init(wordCount: Int, separator: UInt8?, placement: PhraseRecipe.Placement, words: Wordlist) {
    self.wordCount = wordCount
    self.separator = separator
    self.placement = placement
    self.words = words
    let longest = (0..<words.count).reduce(0) { max($0, words[$1].count) }
    maximumBytes = wordCount * longest + (separator == nil ? 0 : wordCount - 1)
  }
}

extension PhraseRecipe {
  /// Returns the plan of a phrase over the caller's own list or, without one, the bundled list that
  /// the recipe names or that suits it; `nil` when there are problems.
  func compile(wordlist: Wordlist?, problems: inout [RecipeProblem]) -> PhrasePlan? {
    if !(1...Self.maximumWordCount).contains(wordCount) {
      problems.append(.wordCountOutOfRange(wordCount))
    }
    guard let list = chooseList(wordlist, problems: &problems) else { return nil }
    let kept = maxWordLength.map { list.words(ofAtMost: $0) } ?? list
    if let maxWordLength, kept.count == 0 {
      let shortest = (0..<list.count).map { list.characterCount(at: $0) }.min() ?? 0
      problems.append(.noWordShortEnough(maximumLength: maxWordLength, shortest: shortest))
    }
    guard problems.isEmpty else { return nil }
    return PhrasePlan(
      wordCount: wordCount, separator: separator.byte, placement: placement, words: kept)
  }

  private func chooseList(_ given: Wordlist?, problems: inout [RecipeProblem]) -> Wordlist? {
    if let given { return given }
    guard let name = wordlist else {
      return .bundled(.keepingMostWords(ofAtMost: maxWordLength ?? .max))
    }
    guard let bundled = Wordlist.Bundled(rawValue: name) else {
      problems.append(.unknownWordlist(name))
      return nil
    }
    return .bundled(bundled)
  }
}
