/// One way to read the phrase in a text: the words, with the separators between and beside them.
///
/// It contains what decides whether a draw with this reading exists, and its probability, packed
/// into one word so that lists of readings are compared quickly.
struct PhraseReading: Hashable, Comparable {
  private var packed: UInt64

  /// Makes a reading that has only the separator before the first word.
  init(separator: WordShape, mask: UInt8) {
    packed = UInt64(mask)
    append(separator)
  }

  private func field(_ shift: UInt64) -> Int { Int(packed >> shift & 0xFFFF) }

  /// The number of bytes of words and separators.
  var bytes: Int { field(48) }
  /// How many of them have the weight of ordinary characters, and of special ones; 0 when the
  /// weights are equal.
  var ordinary: Int { field(32) }
  var special: Int { field(16) }
  /// The number of complete words.
  var words: Int { Int(packed >> 8 & 0xFF) }

  /// The required classes of the run before it, while words are missing.
  var mask: UInt8 {
    get { UInt8(truncatingIfNeeded: packed) }
    set { packed = packed & ~0xFF | UInt64(newValue) }
  }

  /// Appends a separator.
  mutating func append(_ separator: WordShape) {
    packed +=
      UInt64(separator.bytes) << 48 + UInt64(separator.ordinary) << 32
      + UInt64(separator.special) << 16
  }

  /// Appends a word and the separator after it.
  mutating func append(_ word: WordShape, _ separator: WordShape) {
    append(word)
    append(separator)
    packed += 1 << 8
  }

  static func < (left: PhraseReading, right: PhraseReading) -> Bool { left.packed < right.packed }
}
