internal import TextTools

/// Folded words, stored one after another in a single run of bytes.
struct BadWordList: Sendable {
  /// The maximum length of a word, in bytes of its fold: 4,096.
  static let maximumWordBytes = 4096

  private(set) var text: [UInt8] = []
  /// The end of each word in the text.
  private(set) var ends: [UInt32] = []

  var count: Int { ends.count }
  var isEmpty: Bool { ends.isEmpty }

  func range(_ index: Int) -> Range<Int> {
    (index == 0 ? 0 : Int(ends[index - 1]))..<Int(ends[index])
  }

  subscript(index: Int) -> ArraySlice<UInt8> { text[range(index)] }

  /// Returns the number of characters of a word.
  func characters(of index: Int) -> Int { self[index].count { $0 & 0xC0 != 0x80 } }

  /// Whether there is room for the fold of a word of this many bytes, and for the word without
  /// blanks.
  func hasRoom(forBytes count: Int) -> Bool {
    // Case and composition each lengthen a word at most three times, and composition is applied
    // twice.
    text.count + 2 * 27 * count <= Int(UInt32.max)
  }

  mutating func append(_ word: String) {
    append(fold: CaseFolding.folded(word))
  }

  /// Appends a word that is already folded.
  mutating func append(fold: some Sequence<UInt8>) {
    text.append(contentsOf: fold)
    ends.append(UInt32(text.count))
  }

  /// Appends a copy without blanks of each word that has spaces, tabs or no-break spaces at an end.
  ///
  /// In a file such blanks are rarely intended, and are invisible.
  ///
  /// - Complexity: O(*n*), where *n* is the number of bytes of the words.
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
