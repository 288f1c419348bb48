internal import TextTools

/// Folded words, one after the other in one run of bytes.
struct WordList: Sendable {
  /// The longest word, in bytes of its fold: 4,096.
  static let maximumWordBytes = 4096

  private(set) var text: [UInt8] = []
  /// Where each word ends in the text.
  private(set) var ends: [UInt32] = []

  var count: Int { ends.count }
  var isEmpty: Bool { ends.isEmpty }

  func range(_ index: Int) -> Range<Int> {
    (index == 0 ? 0 : Int(ends[index - 1]))..<Int(ends[index])
  }

  subscript(index: Int) -> ArraySlice<UInt8> { text[range(index)] }

  /// How many characters a word has.
  func characters(of index: Int) -> Int { self[index].count { $0 & 0xC0 != 0x80 } }

  /// Whether the fold of a word of so many bytes fits, and again without its blanks.
  func hasRoom(forBytes count: Int) -> Bool {
    // Case and composition lengthen a word at most three times each, and composition comes twice.
    text.count + 2 * 27 * count <= Int(UInt32.max)
  }

  mutating func append(_ word: String) {
    append(fold: CaseFolding.folded(word))
  }

  /// Appends a word that is folded already.
  mutating func append(fold: some Sequence<UInt8>) {
    text.append(contentsOf: fold)
    ends.append(UInt32(text.count))
  }

  /// Appends, for each word with spaces, tabs or no-break spaces at an end, the word without them: in
  /// a file such blanks are rarely meant, and do not show.
  ///
  /// - Complexity: O(*n*), *n* the bytes of the words.
  mutating func appendWordsWithoutBlanks() {
    for index in 0..<count {
      let word = self[index]
      let trimmed = Self.withoutBlanks(word)
      if !trimmed.isEmpty, trimmed.count < word.count { append(fold: Array(trimmed)) }
    }
  }

  private static func withoutBlanks(_ word: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    let noBreakSpace: [UInt8] = [0xC2, 0xA0]
    var rest = word.withoutBlanks
    while rest.starts(with: noBreakSpace) { rest = rest.dropFirst(2).withoutBlanks }
    while rest.suffix(2).elementsEqual(noBreakSpace) { rest = rest.dropLast(2).withoutBlanks }
    return rest
  }

  mutating func reserve(bytes: Int) {
    text.reserveCapacity(text.count + bytes)
    ends.reserveCapacity(ends.count + bytes / 8)
  }
}
