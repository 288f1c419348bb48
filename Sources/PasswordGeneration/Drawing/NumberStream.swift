import Randomness

/// Independent uniform numbers for lengths, words and positions, from blocks of random bytes.
///
/// The memory belongs to a ``Drawer``, which wipes it.
@safe
struct NumberStream {
  /// Random bytes that are drawn at a time, at most.
  static let blockBytes = 4096
  private static let drawBytes = 4

  private let random: UnsafeMutablePointer<UInt8>
  private var position = 0
  private var end = 0
  private(set) var used = 0
  /// How many numbers the caller expects to take.
  var wanted = 0

  /// - Parameter memory: ``blockBytes`` bytes.
  init(memory: UnsafeMutablePointer<UInt8>) {
    unsafe random = memory
  }

  /// Draws a uniform number below `bound`, which is 1 or more (Lemire 2019, as
  /// `ByteSource.uniform(below:)`).
  mutating func next<Source: ByteSource & ~Copyable>(
    below bound: UInt32, from source: inout Source
  ) throws(ByteSourceError) -> UInt32 {
    if bound == 1 { return 0 }
    while true {
      if position == end { try refill(from: &source) }
      let value = unsafe UnsafeRawPointer(random).loadUnaligned(
        fromByteOffset: position, as: UInt32.self)
      position += Self.drawBytes
      let product = UInt64(value) * UInt64(bound)
      let low = UInt32(truncatingIfNeeded: product)
      // 2³² mod bound is below bound, so the division is needed once in 2³²/bound draws.
      if low >= bound || low >= (0 &- bound) % bound { return UInt32(product >> 32) }
    }
  }

  private mutating func refill<Source: ByteSource & ~Copyable>(
    from source: inout Source
  ) throws(ByteSourceError) {
    let count = min(Self.blockBytes / Self.drawBytes, max(4, wanted)) * Self.drawBytes
    used = max(used, count)
    var span = unsafe MutableSpan(
      _unsafeElements: UnsafeMutableBufferPointer(start: random, count: count))
    try source.fill(&span)
    wanted = max(0, wanted - count / Self.drawBytes)
    position = 0
    end = count
  }

  /// Forgets everything; returns how many bytes hold secrets.
  mutating func reset() -> Int {
    defer {
      position = 0
      end = 0
      used = 0
      wanted = 0
    }
    return used
  }
}
