/// A natural number of any size.
///
/// Passwords are counted exactly: 4,096 characters of 84 make a number of 26,184 bits. All
/// operations are exact; those that cannot be, such as subtracting a larger number, trap as they do
/// for `UInt`.
///
/// Numbers below 2⁶⁴ allocate no memory. Time depends on the value, so nothing secret may be
/// computed with it.
public struct BigUInt: Sendable, Hashable {
  /// The value when it fits into a word; otherwise 0.
  var small: UInt64
  /// All words, least significant first and the last one not 0, when there are two or more;
  /// otherwise empty.
  var large: [UInt64]

  init(small: UInt64) {
    self.small = small
    large = []
  }

  /// Makes a number from words, least significant first.
  public init(words: some Sequence<UInt64>) { self.init(normalizing: Array(words)) }

  init(normalizing words: [UInt64]) {
    var words = words
    while words.last == 0 { words.removeLast() }
    small = words.count > 1 ? 0 : words.first ?? 0
    large = words.count > 1 ? words : []
  }

  /// Makes a number from an integer, which must not be negative.
  public init(_ value: some BinaryInteger) {
    precondition(value >= 0, "a natural number is not negative")
    if let word = UInt64(exactly: value) {
      self.init(small: word)
    } else {
      self.init(words: value.words.map { UInt64($0) })
    }
  }

  /// The words, least significant first and the last one not 0; empty for zero.
  public var words: [UInt64] { isSmall ? (small == 0 ? [] : [small]) : large }

  var isSmall: Bool { large.isEmpty }

  /// The 64 least significant bits.
  public var lowWord: UInt64 { large.first ?? small }

  /// The number of bits from the leading one on; 0 for zero.
  public var bitWidth: Int {
    guard let top = large.last else { return 64 - small.leadingZeroBitCount }
    return large.count * 64 - top.leadingZeroBitCount
  }
}

extension BigUInt: ExpressibleByIntegerLiteral {
  /// Makes a number from a literal below 2⁶⁴.
  public init(integerLiteral value: UInt64) { self.init(small: value) }
}

extension BigUInt: Comparable {
  /// Whether the left number is less than the right one.
  public static func < (left: BigUInt, right: BigUInt) -> Bool {
    guard left.large.count == right.large.count else {
      return left.large.count < right.large.count
    }
    var index = left.large.count - 1
    while index >= 0 {
      if left.large[index] != right.large[index] { return left.large[index] < right.large[index] }
      index -= 1
    }
    return left.small < right.small
  }
}

extension FixedWidthInteger {
  /// Makes an integer from a natural number, or `nil` when it does not fit.
  public init?(exactly number: BigUInt) {
    guard number.isSmall, let value = Self(exactly: number.small) else { return nil }
    self = value
  }
}
