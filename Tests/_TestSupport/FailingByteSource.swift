package import Randomness

/// A byte source that gives the bytes of another until a set number is reached, and then fails.
///
/// ```swift
/// var source = FailingByteSource(SeededByteSource(seed: 1), afterBytes: 100)
/// ```
package struct FailingByteSource<Base: ByteSource>: ByteSource {
  private var base: Base
  private var remainingBytes: Int
  private let error: ByteSourceError

  /// Makes a source that fails at the first request that goes beyond `afterBytes` bytes in all,
  /// and at every request after that.
  package init(
    _ base: Base, afterBytes: Int, error: ByteSourceError = .failed(reason: "made to fail")
  ) {
    self.base = base
    self.remainingBytes = afterBytes
    self.error = error
  }

  /// Gives bytes of the other source.
  ///
  /// - Throws: the error this source was made with, or what the other source throws.
  package mutating func fill(_ bytes: inout MutableSpan<UInt8>) throws(ByteSourceError) {
    guard bytes.count <= remainingBytes else {
      remainingBytes = 0
      throw error
    }
    remainingBytes -= bytes.count
    try base.fill(&bytes)
  }
}

extension FailingByteSource: Sendable where Base: Sendable {}
