/// Tells most texts that hold none of many literals, in a nanosecond a byte.
///
/// Of each literal three characters in a row are kept, as one bit of 65,536 that they are hashed to.
/// A text with none of these bits holds no literal. With 1,000 literals a random text of 16
/// characters passes for one that may in one case of five.
final class LiteralFilter: Sendable {
  /// Literals must have so many bytes.
  static let leastLength = 3

  private static let bitCount = 1 << 16
  private let bits: [UInt64]

  /// - Parameter literals: texts in lower case, each of ``leastLength`` bytes or more.
  init(_ literals: [[UInt8]]) {
    var bits = [UInt64](repeating: 0, count: Self.bitCount / 64)
    for literal in literals where literal.allSatisfy({ $0 < 128 }) {
      let places = (0...literal.count - Self.leastLength).map { start in
        Self.place(literal[start..<start + Self.leastLength].reduce(0, Self.appending))
      }
      // Any of them will do, and one that another literal has set costs nothing.
      if places.contains(where: { bits[$0 / 64] >> UInt64($0 % 64) & 1 == 1 }) { continue }
      bits[places[0] / 64] |= 1 << UInt64(places[0] % 64)
    }
    self.bits = bits
  }

  /// Three characters, the last one on the right, with a character more: letters in either case
  /// look the same, and so do some symbols.
  @inline(__always)
  private static func appending(_ window: UInt32, _ byte: UInt8) -> UInt32 {
    (window &<< 8 | UInt32(byte | 0x20)) & 0xFF_FFFF
  }

  /// The bit of three characters, by Fibonacci hashing (Knuth, The Art of Computer Programming 3,
  /// 6.4).
  @inline(__always)
  private static func place(_ window: UInt32) -> Int { Int((window &* 0x9E37_79B1) &>> 16) }

  /// Whether a text may hold a literal, in letters of either case: `false` is certain, `true` is
  /// said too of any text that is not ASCII.
  ///
  /// - Complexity: O(*n*), *n* the bytes of the text. Allocates nothing.
  func mayHoldLiteral(_ text: UnsafeRawBufferPointer) -> Bool {
    var window: UInt32 = 0
    var found: UInt64 = 0
    var all: UInt8 = 0
    for index in 0..<text.count {
      let byte = unsafe text[index]
      all |= byte
      window = Self.appending(window, byte)
      let place = Self.place(window)
      // Before the third byte the window holds a zero, as no literal does.
      found |= bits[place / 64] &>> UInt64(truncatingIfNeeded: place)
    }
    return found & 1 == 1 || all >= 128
  }
}
