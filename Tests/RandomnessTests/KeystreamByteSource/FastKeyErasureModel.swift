import CSodium

/// What a `KeystreamByteSource` must give from a set key, written down a second time: plain lists
/// and libsodium's one-shot keystream.
struct FastKeyErasureModel {
  /// Output bytes of a refill of the buffer: 60 blocks.
  static let bufferBytes = 3840
  /// Requests of at least this many bytes go past the buffer.
  static let directRequestBytes = 1024

  private(set) var key: [UInt8]
  /// The bytes in the buffer that have not been given out.
  private(set) var buffered: [UInt8] = []

  init(key: [UInt8]) {
    self.key = key
  }

  /// The ChaCha20 keystream under a key, with a nonce of zeroes, from block 0.
  static func keystream(_ count: Int, key: [UInt8]) -> [UInt8] {
    var stream = [UInt8](repeating: 0, count: count)
    let nonce = [UInt8](repeating: 0, count: 8)
    _ = unsafe crypto_stream_chacha20(&stream, UInt64(count), nonce, key)
    return stream
  }

  /// One refill of any size: 32 bytes of key, 32 bytes dropped, then the output.
  mutating func refill(_ count: Int) -> [UInt8] {
    let stream = Self.keystream(64 + count, key: key)
    key = Array(stream[..<32])
    return Array(stream[64...])
  }

  /// The answer to a request, as long as no new key is due.
  mutating func nextBytes(_ count: Int) -> [UInt8] {
    if count >= Self.directRequestBytes { return refill(count) }
    while buffered.count < count { buffered += refill(Self.bufferBytes) }
    defer { buffered.removeFirst(count) }
    return Array(buffered[..<count])
  }
}
