/// A set of ASCII characters, with the algebra of sets.
///
/// ```swift
/// let hexadecimal: ASCIISet = .digits.union(ASCIISet("abcdef")!)
/// hexadecimal.count  // 16
/// ```
/// It takes two machine words; every operation is O(1) except iteration, which is O(128), in
/// ascending order.
public struct ASCIISet: SetAlgebra, Hashable, Sendable {
  /// Bit *n* is set when the set contains the character with code *n*.
  private var bits: UInt128

  private init(bits: UInt128) { self.bits = bits }

  /// Makes an empty set.
  public init() { bits = 0 }

  /// Makes the set of the characters of a string; repeats count once.
  ///
  /// - Returns: `nil` when the string contains a character that is not ASCII.
  public init?(_ characters: String) {
    self.init()
    for byte in characters.utf8 {
      guard byte < 128 else { return nil }
      insert(byte)
    }
  }

  /// Makes the set of the given codes, each at most 127.
  public init(_ codes: some Sequence<UInt8>) {
    self.init()
    for code in codes { insert(code) }
  }

  /// The number of characters in the set.
  public var count: Int { bits.nonzeroBitCount }

  /// Whether the set is empty.
  public var isEmpty: Bool { bits == 0 }

  private static func bit(_ code: UInt8) -> UInt128 {
    precondition(code < 128, "ASCIISet: a code above 127")
    return 1 << UInt128(code)
  }

  /// Whether the set contains the character with this code.
  public func contains(_ code: UInt8) -> Bool { code < 128 && bits & Self.bit(code) != 0 }

  /// Adds the character with this code, at most 127.
  @discardableResult
  public mutating func insert(_ code: UInt8) -> (inserted: Bool, memberAfterInsert: UInt8) {
    let inserted = !contains(code)
    bits |= Self.bit(code)
    return (inserted, code)
  }

  /// Removes the character with this code.
  @discardableResult
  public mutating func remove(_ code: UInt8) -> UInt8? {
    guard contains(code) else { return nil }
    bits &= ~Self.bit(code)
    return code
  }

  /// Adds the character with this code, at most 127.
  @discardableResult
  public mutating func update(with code: UInt8) -> UInt8? {
    insert(code).inserted ? nil : code
  }

  /// Returns the characters in this set, in the other, or in both.
  public func union(_ other: ASCIISet) -> ASCIISet { ASCIISet(bits: bits | other.bits) }

  /// Returns the characters in both sets.
  public func intersection(_ other: ASCIISet) -> ASCIISet { ASCIISet(bits: bits & other.bits) }

  /// Returns the characters in exactly one of the sets.
  public func symmetricDifference(_ other: ASCIISet) -> ASCIISet {
    ASCIISet(bits: bits ^ other.bits)
  }

  /// Returns the characters in this set that are not in the other.
  public func subtracting(_ other: ASCIISet) -> ASCIISet { ASCIISet(bits: bits & ~other.bits) }

  /// Adds the characters of the other set.
  public mutating func formUnion(_ other: ASCIISet) { bits |= other.bits }

  /// Keeps only the characters that are also in the other set.
  public mutating func formIntersection(_ other: ASCIISet) { bits &= other.bits }

  /// Replaces the set with the characters in exactly one of the two.
  public mutating func formSymmetricDifference(_ other: ASCIISet) { bits ^= other.bits }
}

extension ASCIISet: Sequence {
  /// Returns an iterator over the codes in ascending order.
  public func makeIterator() -> Iterator { Iterator(bits: bits) }

  /// An iterator over the codes of a set in ascending order.
  public struct Iterator: IteratorProtocol {
    fileprivate var bits: UInt128

    /// Returns the next code, or `nil` at the end.
    public mutating func next() -> UInt8? {
      guard bits != 0 else { return nil }
      let code = UInt8(bits.trailingZeroBitCount)
      bits &= bits - 1
      return code
    }
  }
}

extension ASCIISet: CustomStringConvertible {
  /// The characters in ascending order.
  public var description: String { String(decoding: Array(self), as: UTF8.self) }
}
