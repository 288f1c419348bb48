/// A part of the 128 bits that a state of a ``PasswordAutomaton`` is packed into.
struct StateField: Sendable {
  private let shift: UInt128
  private let mask: UInt128

  fileprivate init(shift: Int, bits: Int) {
    self.shift = UInt128(shift)
    mask = (1 << UInt128(bits)) - 1
  }

  @inline(__always)
  func value(in state: UInt128) -> Int { Int(truncatingIfNeeded: (state >> shift) & mask) }

  @inline(__always)
  func set(_ value: Int, in state: inout UInt128) {
    state = state & ~(mask << shift) | UInt128(truncatingIfNeeded: value) << shift
  }
}

/// Allocates the bits of a state, lowest first.
struct StateLayout {
  static let maximumBits = 128
  /// The number of bits needed so far, possibly more than there are.
  private(set) var bits = 0

  /// Whether all fields fit.
  var fits: Bool { bits <= Self.maximumBits }

  /// Returns a field for the numbers from 0 to `maximum`; when `maximum` is 0 it has no bits and is
  /// always 0.
  mutating func field(upTo maximum: Int) -> StateField {
    let width = Int.bitWidth - maximum.leadingZeroBitCount
    defer { bits += width }
    return StateField(
      shift: min(bits, Self.maximumBits - 1), bits: min(width, Self.maximumBits - 1))
  }
}
