import CSodium
import Randomness

/// A reproducible byte source for tests: the ChaCha20 keystream under a key made of a seed.
///
/// ```swift
/// var source = SeededByteSource(seed: 1)
/// let draw = try source.uniform(below: 6)
/// ```
/// The stream depends only on the seed, not on the sizes of the requests, and a copy continues from
/// the same place. Not for passwords: the seed has 64 bits, and nothing is wiped.
package struct SeededByteSource: ByteSource, Sendable {
  private static let blockBytes = 64
  private static let bufferBytes = 16 * blockBytes

  private let key: [UInt8]
  private var buffer = [UInt8](repeating: 0, count: bufferBytes)

  /// The number of bytes given out so far.
  package private(set) var bytesDrawn = 0

  /// Makes the source of a seed: the key is the BLAKE2b-256 hash of its 8 bytes, lowest first.
  package init(seed: UInt64) {
    let seedBytes = (0..<8).map { UInt8(truncatingIfNeeded: seed >> (8 * $0)) }
    var key = [UInt8](repeating: 0, count: Int(crypto_stream_chacha20_KEYBYTES))
    _ = unsafe crypto_generichash(
      &key, key.count, seedBytes, UInt64(seedBytes.count), nil, 0)
    self.key = key
  }

  /// Overwrites every byte of the buffer with the next byte of the stream, and never fails.
  package mutating func fill(_ bytes: inout MutableSpan<UInt8>) {
    unsafe bytes.withUnsafeMutableBytes { bytes in
      var filled = 0
      while filled < bytes.count {
        let start = bytesDrawn % Self.bufferBytes
        if start == 0 { refill() }
        let count = min(bytes.count - filled, Self.bufferBytes - start)
        unsafe buffer.withUnsafeBytes { buffer in
          let target = unsafe UnsafeMutableRawBufferPointer(rebasing: bytes[filled...])
          unsafe target.copyMemory(
            from: UnsafeRawBufferPointer(rebasing: buffer[start..<start + count]))
        }
        filled += count
        bytesDrawn += count
      }
    }
  }

  private mutating func refill() {
    let nonce = [UInt8](repeating: 0, count: Int(crypto_stream_chacha20_NONCEBYTES))
    let zeroes = [UInt8](repeating: 0, count: Self.bufferBytes)
    let firstBlock = UInt64(bytesDrawn / Self.blockBytes)
    _ = unsafe crypto_stream_chacha20_xor_ic(
      &buffer, zeroes, UInt64(zeroes.count), nonce, firstBlock, key)
  }
}
