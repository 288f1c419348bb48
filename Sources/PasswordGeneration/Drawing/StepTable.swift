/// A function of a character's index as a sum of steps.
///
/// It maps without a branch and without a memory access that depends on the index.
///
/// `f(i) = base + slope·i + Σ (i > step.last ? step.delta : 0)`, modulo 256. An alphabet of few
/// runs of adjacent codes needs few steps: the usual 74 characters need 9.
struct StepTable: Sendable {
  /// The number of values made at a time, so up to one less is read and written past the end.
  static let stride = 32

  typealias Bytes = SIMD16<UInt8>
  typealias SignedBytes = SIMD16<Int8>

  private struct Step: Sendable {
    /// The last index before the step, in every lane.
    let last: SignedBytes
    /// What is added after it, in every lane.
    let delta: Bytes
  }

  private let base: Bytes
  private let slope: Bytes
  private let steps: [Step]

  /// - Parameters:
  ///   - values: the value of each index, at most 128 of them.
  ///   - rises: whether values mostly rise by one with the index; otherwise they mostly stay equal.
  init(values: [UInt8], rises: Bool) {
    base = Bytes(repeating: values.first ?? 0)
    slope = Bytes(repeating: rises ? .max : 0)
    steps = zip(values, values.dropFirst()).enumerated().compactMap { index, pair in
      let delta = pair.1 &- pair.0 &- (rises ? 1 : 0)
      guard delta != 0 else { return nil }
      return Step(
        last: SignedBytes(repeating: Int8(index)), delta: Bytes(repeating: delta))
    }
  }

  /// Maps `count` indices to values; both sides have ``stride`` bytes of slack at the end.
  ///
  /// - Complexity: O(`count` × steps).
  func map(
    _ indices: UnsafePointer<UInt8>, count: Int, into values: UnsafeMutablePointer<UInt8>
  ) {
    let input = unsafe UnsafeRawPointer(indices)
    let output = UnsafeMutableRawPointer(values)
    var offset = 0
    // Two vectors at a time keep the adders busy.
    while offset < count {
      let first = unsafe input.loadUnaligned(fromByteOffset: offset, as: SignedBytes.self)
      let second = unsafe input.loadUnaligned(
        fromByteOffset: offset &+ 16, as: SignedBytes.self)
      var firstValues = base &+ (unsafe unsafeBitCast(first, to: Bytes.self) & slope)
      var secondValues = base &+ (unsafe unsafeBitCast(second, to: Bytes.self) & slope)
      for step in steps {
        firstValues &+= Self.isPast(step.last, first) & step.delta
        secondValues &+= Self.isPast(step.last, second) & step.delta
      }
      unsafe output.storeBytes(of: firstValues, toByteOffset: offset, as: Bytes.self)
      unsafe output.storeBytes(of: secondValues, toByteOffset: offset &+ 16, as: Bytes.self)
      offset &+= Self.stride
    }
  }

  /// Returns all ones in the lanes where the index is past the step, which are those where `last −
  /// index` is negative, and zeros in the others.
  ///
  /// Indices are below 128, so nothing overflows.
  @inline(__always)
  private static func isPast(_ last: SignedBytes, _ index: SignedBytes) -> Bytes {
    unsafe unsafeBitCast((last &- index) &>> 7, to: Bytes.self)
  }
}
