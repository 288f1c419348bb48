/// A set of folded words that can be searched for a whole text.
///
/// A filter with 16 or more bits per word, two of them set, first rules out most texts that are not
/// in the set, which makes the branch predictable. Behind it is open addressing with linear
/// probing, at most half full: each slot has a fingerprint of 1 byte and a position of 4 bytes. In
/// all that is 12 to 24 bytes per word in addition to the word itself.
final class WholeWords: Sendable {
  private let words: BadWordList
  private let filter: FixedTable<UInt64>
  /// The fingerprint of each slot; 0 for an empty one.
  private let fingerprints: FixedTable<UInt8>
  private let indices: FixedTable<UInt32>
  private let mask: Int
  private let seed: UInt64
  /// A mask with bit *n* set when some word has *n* bytes, and bit 63 when one has 63 or more.
  private let lengths: UInt64

  /// Makes the set.
  ///
  /// - Complexity: O(*n*) expected, where *n* is the number of bytes of the words.
  init(_ words: BadWordList) {
    self.words = words
    var capacity = 16
    while capacity < 2 * words.count { capacity *= 2 }
    mask = capacity - 1
    // The seed of the standard library's hashing differs between processes, so that nobody can
    // prepare words that all collide. The answers do not depend on it.
    seed = UInt64(bitPattern: Int64(Hasher().finalize()))
    lengths = words.ends.indices.reduce(0) { $0 | Self.bit(words.range($1).count) }
    var fingerprints = [UInt8](repeating: 0, count: capacity)
    var indices = [UInt32](repeating: 0, count: capacity)
    var filter = [UInt64](repeating: 0, count: capacity / 8)
    for index in 0..<words.count {
      let hash: UInt64 = unsafe words.text.withUnsafeBufferPointer { [seed] in
        unsafe Self.hash(UnsafeBufferPointer(rebasing: $0[words.range(index)]), seed: seed)
      }
      filter[Int(truncatingIfNeeded: hash) & mask >> 3] |= Self.filterBits(hash)
      var slot = Int(truncatingIfNeeded: hash) & mask
      while fingerprints[slot] != 0 {
        if fingerprints[slot] == Self.fingerprint(hash),
          words[Int(indices[slot])].elementsEqual(words[index])
        {
          break
        }
        slot = (slot + 1) & mask
      }
      fingerprints[slot] = Self.fingerprint(hash)
      indices[slot] = UInt32(index)
    }
    self.filter = FixedTable(filter)
    self.fingerprints = FixedTable(fingerprints)
    self.indices = FixedTable(indices)
  }

  var count: Int { words.count }

  private static func bit(_ length: Int) -> UInt64 { 1 << UInt64(min(length, 63)) }

  /// Returns two bits of one word of the filter.
  @inline(__always)
  private static func filterBits(_ hash: UInt64) -> UInt64 {
    1 &<< (hash &>> 40) | 1 &<< (hash &>> 46)
  }

  @inline(__always)
  private static func fingerprint(_ hash: UInt64) -> UInt8 {
    UInt8(truncatingIfNeeded: hash >> 56) | 1
  }

  /// Multiplies and folds eight bytes at a time, which are case-folded on the way when ASCII.
  @inline(__always)
  private static func hash(_ text: UnsafeBufferPointer<UInt8>, seed: UInt64) -> UInt64 {
    let bytes = UnsafeRawBufferPointer(text)
    var state = seed ^ UInt64(truncatingIfNeeded: text.count) &* 0x9E37_79B9_7F4A_7C15
    var offset = 0
    while offset + 8 <= bytes.count {
      let word = unsafe bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
      state = mix(state ^ foldIfASCII(word))
      offset += 8
    }
    if offset < bytes.count {
      var word: UInt64 = 0
      while offset < bytes.count {
        word = word << 8 | UInt64(unsafe bytes[offset])
        offset += 1
      }
      state = mix(state ^ foldIfASCII(word))
    }
    return mix(state)
  }

  /// Returns the fold of eight bytes; words with characters outside ASCII must already be folded.
  @inline(__always)
  private static func foldIfASCII(_ word: UInt64) -> UInt64 {
    word & 0x8080_8080_8080_8080 == 0 ? CaseFolding.fold(word) : word
  }

  @inline(__always)
  private static func mix(_ value: UInt64) -> UInt64 {
    let product = (value ^ 0xA076_1D64_78BD_642F).multipliedFullWidth(by: 0xE703_7ED1_A0B4_28DB)
    return product.high ^ product.low
  }

  /// Whether a text is in the set.
  ///
  /// - Parameter text: ASCII in any case, or a fold.
  /// - Returns: whether the text is in the set.
  /// - Complexity: O(*n*) expected, where *n* is the length of the text in bytes. Allocates
  ///   nothing.
  func contains(_ text: UnsafeBufferPointer<UInt8>) -> Bool { unsafe index(of: text) != nil }

  /// Each distinct word once, in the order of the list.
  ///
  /// - Complexity: O(*n*) expected in all, where *n* is the number of bytes of the words.
  var distinct: some Sequence<ArraySlice<UInt8>> {
    (0..<words.count).lazy.filter { index in
      // The table contains the last of equal words.
      unsafe self.words.text.withUnsafeBufferPointer {
        unsafe self.index(of: UnsafeBufferPointer(rebasing: $0[self.words.range(index)]))
      } == index
    }.map { self.words[$0] }
  }

  /// Returns the index of the word that equals a text, if there is one.
  @inline(__always)
  private func index(of text: UnsafeBufferPointer<UInt8>) -> Int? {
    guard lengths & Self.bit(text.count) != 0 else { return nil }
    let hash = unsafe Self.hash(text, seed: seed)
    let bits = Self.filterBits(hash)
    let place = Int(truncatingIfNeeded: hash) & mask &>> 3
    guard unsafe filter.start[place] & bits == bits else { return nil }
    let wanted = Self.fingerprint(hash)
    var slot = Int(truncatingIfNeeded: hash) & mask
    while true {
      let fingerprint = unsafe fingerprints.start[slot]
      if fingerprint == 0 { return nil }
      if fingerprint == wanted {
        let index = unsafe Int(indices.start[slot])
        if unsafe isWord(index, text) { return index }
      }
      slot = (slot + 1) & mask
    }
  }

  private func isWord(_ index: Int, _ text: UnsafeBufferPointer<UInt8>) -> Bool {
    let range = words.range(index)
    guard range.count == text.count else { return false }
    for offset in 0..<text.count {
      if words.text[range.lowerBound + offset] != CaseFolding.fold(unsafe text[offset]) {
        return false
      }
    }
    return true
  }
}
