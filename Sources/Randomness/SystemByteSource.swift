import CSodium
import SecretMemory

/// Bytes straight from libsodium's `randombytes_buf`, hence from the operating system.
///
/// Stateless: safe across `fork`, and nothing to wipe. Each call is a system call (about 230 ns);
/// for more than a few draws use ``KeystreamByteSource``.
///
/// A system without random bytes is an error when a source is made. If they fail later, libsodium
/// ends the process: it never provides weaker bytes, and does not report an error.
public struct SystemByteSource: ByteSource, Sendable {
  /// Makes a source.
  ///
  /// - Throws: ``ByteSourceError/unavailable(_:)`` when libsodium cannot be initialized.
  public init() throws(ByteSourceError) {
    do {
      try SodiumLibrary.initialize()
    } catch {
      throw .unavailable(error)
    }
  }

  /// Overwrites every byte of the buffer with a random byte.
  public mutating func fill(_ bytes: inout MutableSpan<UInt8>) throws(ByteSourceError) {
    unsafe bytes.withUnsafeMutableBufferPointer { bytes in
      guard let start = bytes.baseAddress else { return }
      unsafe randombytes_buf(start, bytes.count)
    }
  }
}
