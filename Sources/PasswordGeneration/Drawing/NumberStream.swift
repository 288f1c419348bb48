package import Randomness

/// Independent uniform numbers for lengths, words and positions, from blocks of random bytes.
///
/// The memory belongs to a ``Drawer``, which wipes it.
@safe
package struct NumberStream {
  /// The maximum number of random bytes that are drawn at a time.
  package static let blockBytes = 4096
  private static let minimumBytes = 16

  private let random: UnsafeMutablePointer<UInt8>
  private var position = 0
  private var end = 0
  private(set) var used = 0
  /// The number of bytes that the caller expects to take, at ``drawBytes(below:)`` per number.
  package var wanted = 0

  /// - Parameter memory: ``blockBytes`` bytes.
  package init(memory: UnsafeMutablePointer<UInt8>) {
    unsafe random = memory
  }

  /// Returns the number of random bytes of a draw: two where they suffice, so that a word of 7,776
  /// takes 16.9 bits on average, including those of repeated draws, where its entropy is 12.9.
  static func drawBytes(below bound: Int) -> Int { bound <= 1 << 16 ? 2 : 4 }

  /// Draws a uniform number below `bound`, which is 1 or more (Lemire 2019, as
  /// `ByteSource.uniform(below:)`).
  package mutating func next<Source: ByteSource & ~Copyable>(
    below bound: UInt32, from source: inout Source
  ) throws(ByteSourceError) -> UInt32 {
    if bound == 1 { return 0 }
    if bound <= 1 << 16 { return try nextOfTwoBytes(below: bound, from: &source) }
    while true {
      let value = try take(UInt32.self, from: &source)
      let product = UInt64(value) * UInt64(bound)
      let low = UInt32(truncatingIfNeeded: product)
      // 2³² mod bound is below bound, so the division is needed in only one of 2³²/bound draws.
      if low >= bound || low >= (0 &- bound) % bound { return UInt32(product >> 32) }
    }
  }

  /// Does the same for a bound of at most 2¹⁶.
  private mutating func nextOfTwoBytes<Source: ByteSource & ~Copyable>(
    below bound: UInt32, from source: inout Source
  ) throws(ByteSourceError) -> UInt32 {
    while true {
      let product = UInt32(try take(UInt16.self, from: &source)) * bound
      let low = product & 0xFFFF
      if low >= bound || low >= (1 << 16) % bound { return product >> 16 }
    }
  }

  /// Draws 32 random bits.
  package mutating func nextWord<Source: ByteSource & ~Copyable>(
    from source: inout Source
  ) throws(ByteSourceError) -> UInt32 { try take(UInt32.self, from: &source) }

  /// Returns the next bytes as a number.
  @inline(__always)
  private mutating func take<Value: FixedWidthInteger & BitwiseCopyable, Source>(
    _ type: Value.Type, from source: inout Source
  ) throws(ByteSourceError) -> Value where Source: ByteSource & ~Copyable {
    // A rest of a block that is too short is not used.
    if end - position < MemoryLayout<Value>.size { try refill(from: &source) }
    let value = unsafe UnsafeRawPointer(random).loadUnaligned(
      fromByteOffset: position, as: Value.self)
    position += MemoryLayout<Value>.size
    return value
  }

  private mutating func refill<Source: ByteSource & ~Copyable>(
    from source: inout Source
  ) throws(ByteSourceError) {
    let count = min(Self.blockBytes, max(Self.minimumBytes, wanted)) & ~3
    used = max(used, count)
    var span = unsafe MutableSpan(
      _unsafeElements: UnsafeMutableBufferPointer(start: random, count: count))
    try source.fill(&span)
    wanted = max(0, wanted - count)
    position = 0
    end = count
  }

  /// Forgets everything; returns how many bytes contain secrets.
  package mutating func reset() -> Int {
    defer {
      position = 0
      end = 0
      used = 0
      wanted = 0
    }
    return used
  }
}
