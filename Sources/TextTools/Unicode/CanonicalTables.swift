internal import CUnicodeData

/// Unicode's canonical decompositions and compositions (UAX #15), including Hangul syllables.
enum CanonicalTables {
  /// The maximum number of scalars in the decomposition of one.
  static let maximumParts = 4

  /// The first scalar that decomposes; no smaller one has a combining class either.
  static let firstDecomposed: UInt32 = 0xC0

  /// The first scalar that composes with one before it: every text of smaller ones is in NFC.
  static let firstComposing: UInt32 = 0x300

  private enum Hangul {
    static let syllables: Range<UInt32> = 0xAC00..<0xAC00 + 19 * 21 * 28
    static let leads: Range<UInt32> = 0x1100..<0x1100 + 19
    static let vowels: Range<UInt32> = 0x1161..<0x1161 + 21
    /// The first value stands for no trailing consonant.
    static let trails: Range<UInt32> = 0x11A7..<0x11A7 + 28
  }

  /// Calls `body` with each scalar of the decomposition of a scalar, in order.
  ///
  /// Accesses memory at places that depend on the scalar.
  static func forEachPart(of scalar: UInt32, _ body: (UInt32) -> Void) {
    if scalar < firstDecomposed { return body(scalar) }
    if Hangul.syllables.contains(scalar) {
      let index = scalar - Hangul.syllables.lowerBound
      body(Hangul.leads.lowerBound + index / (21 * 28))
      body(Hangul.vowels.lowerBound + index % (21 * 28) / 28)
      if index % 28 > 0 { body(Hangul.trails.lowerBound + index % 28) }
      return
    }
    // The table is a constant of the program.
    var count = 0
    let table = unsafe UnsafeBufferPointer(start: cunicode_decompositions(&count), count: count)
    let place = search(count: count) { unsafe table[$0].scalar < scalar }
    guard place < count, unsafe table[place].scalar == scalar else { return body(scalar) }
    let parts = unsafe table[place].parts
    body(parts.0)
    if parts.1 > 0 { body(parts.1) }
    if parts.2 > 0 { body(parts.2) }
    if parts.3 > 0 { body(parts.3) }
  }

  /// Returns the composition of two scalars, if there is one.
  static func composition(_ first: UInt32, _ second: UInt32) -> UInt32? {
    if second < firstComposing { return nil }
    if Hangul.leads.contains(first), Hangul.vowels.contains(second) {
      let lead = first - Hangul.leads.lowerBound
      let vowel = second - Hangul.vowels.lowerBound
      return Hangul.syllables.lowerBound + (lead * 21 + vowel) * 28
    }
    if Hangul.syllables.contains(first), Hangul.trails.dropFirst().contains(second) {
      let isOpen = (first - Hangul.syllables.lowerBound) % 28 == 0
      return isOpen ? first + (second - Hangul.trails.lowerBound) : nil
    }
    var count = 0
    let table = unsafe UnsafeBufferPointer(start: cunicode_compositions(&count), count: count)
    let place = search(count: count) {
      unsafe (table[$0].first, table[$0].second) < (first, second)
    }
    guard place < count, unsafe table[place].first == first,
      unsafe table[place].second == second
    else { return nil }
    return unsafe table[place].composed
  }

  /// Returns the first index that does not precede the target.
  private static func search(count: Int, _ precedes: (Int) -> Bool) -> Int {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if precedes(middle) { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
