import CharacterSets

extension Program {
  /// Makes the program for a list of items.
  init(
    _ items: [TextAutomaton.Item], alphabet: ASCIISet, stateBudget: Int
  ) throws(TextAutomatonError) {
    var unsupported: [UnsupportedRegex] = []
    var parts: [[UInt8]] = []
    var wholes: [[UInt8]] = []
    for (index, item) in items.enumerated() {
      switch item {
      case .regex(let text):
        do throws(RegexParser.Failure) {
          begin(try RegexParser.code(of: text))
        } catch {
          guard case .unsupported(let reason) = error else {
            throw .overBudget(states: stateBudget)
          }
          unsupported.append(UnsupportedRegex(item: index, reason: reason))
        }
      case .substring(let word): parts.append(word)
      case .whole(let word): wholes.append(word)
      }
      if isTooLong { throw .overBudget(states: stateBudget) }
    }
    guard unsupported.isEmpty else { throw .unsupported(unsupported) }
    append(words: parts, areWhole: false, alphabet: alphabet)
    append(words: wholes, areWhole: true, alphabet: alphabet)
    if isTooLong { throw .overBudget(states: stateBudget) }
  }

  /// Adds words as a tree, so that they share the code of common prefixes.
  ///
  /// Words with characters outside the alphabet are left out.
  private mutating func append(words: [[UInt8]], areWhole: Bool, alphabet: ASCIISet) {
    let alphabet = alphabet.inBothCases
    let words = words.filter { $0.allSatisfy(alphabet.contains) }
      .map { $0.map { $0 &- UInt8(ascii: "A") < 26 ? $0 | 0x20 : $0 } }
      .sorted { $0.lexicographicallyPrecedes($1) }
    guard !words.isEmpty else { return }
    begin(areWhole ? [.check(.textStart)] : [])
    // For each character of the previous word, and for its end, the jump where the next word can
    // branch off.
    var jumps: [Int] = []
    var previous: [UInt8]?
    for word in words where !isTooLong {
      var common = 0
      if let previous {
        while common < min(previous.count, word.count), previous[common] == word[common] {
          common += 1
        }
        // The word is already there, or contains one that is.
        if common == previous.count, common == word.count || !areWhole { continue }
        branch(from: jumps[common])
        jumps.removeSubrange(common...)
      }
      for letter in word[common...] {
        jumps.append(code.count)
        append(.jump(1))
        append(.read(ASCIISet(CollectionOfOne(letter)).inBothCases))
      }
      jumps.append(code.count)
      append(.jump(1))
      if areWhole { append(.check(.textEnd)) }
      append(.match)
      previous = word
    }
  }
}
