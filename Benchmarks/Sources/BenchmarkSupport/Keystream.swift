import CBareSodium

/// libsodium's own ChaCha20 keystream, the baseline of every generator here.
public enum Keystream {
  private static let blockBytes = 1 << 16
  nonisolated(unsafe) private static let block = UnsafeMutablePointer<UInt8>.allocate(
    capacity: blockBytes)
  private static let key = [UInt8](repeating: 7, count: 32)

  /// Generates a number of bytes of keystream into the same 64 KiB repeatedly.
  public static func generate(_ bytes: Int) {
    var nonce: UInt64 = 0
    var remaining = bytes
    while remaining > 0 {
      let count = min(remaining, blockBytes)
      withUnsafePointer(to: &nonce) { nonce in
        _ = crypto_stream_chacha20(
          block, UInt64(count), UnsafeRawPointer(nonce).assumingMemoryBound(to: UInt8.self), key)
      }
      nonce += 1
      remaining -= count
    }
  }
}
