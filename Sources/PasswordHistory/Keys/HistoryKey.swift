import CSodium
public import SecretMemory

/// The secret under which keyed digests are made, kept apart from the store.
///
/// ```swift
/// let key = try HistoryKey.read(from: "history.key")
/// let digester = try PasswordDigester(.keyedBLAKE2b(key))
/// ```
/// Someone who has the store but not the key learns nothing about the passwords; someone who has
/// both can test guesses at the speed of BLAKE2b. The key is in guarded memory and is wiped with
/// its last owner.
public final class HistoryKey: Sendable {
  /// The number of bytes in a key.
  public static let byteCount = 32

  /// The identifier of this key, which is stored with each digest.
  public let id: KeyID

  private let secret: SecretBytes

  /// Takes ownership of a key.
  ///
  /// - Throws: ``HistoryError/keyLength(byteCount:)`` unless it has ``byteCount`` bytes.
  public init(_ secret: consuming SecretBytes) throws(HistoryError) {
    guard secret.count == Self.byteCount else { throw .keyLength(byteCount: secret.count) }
    self.id = unsafe secret.withUnsafeBytes { key in
      unsafe KeyID(
        bytes: KeyedHash.hash(
          UnsafeRawBufferPointer(start: nil, count: 0), key: key, purpose: .keyID,
          count: KeyID.byteCount))
    }
    self.secret = secret
  }

  /// Makes a key of random bytes from libsodium.
  ///
  /// - Throws: ``HistoryError/secretMemory(_:)``.
  public static func random() throws(HistoryError) -> HistoryKey {
    var secret = try allocate()
    unsafe secret.withUnsafeMutableBytes { bytes in
      unsafe randombytes_buf(bytes.start(as: UInt8.self), bytes.count)
    }
    return try HistoryKey(secret)
  }

  static func allocate() throws(HistoryError) -> SecretBytes {
    do {
      return try SecretBytes(count: byteCount, protection: .guarded)
    } catch {
      throw .secretMemory(error)
    }
  }

  /// Calls `body` with the key, which must not escape it.
  func withUnsafeBytes<Result>(_ body: (UnsafeRawBufferPointer) -> Result) -> Result {
    unsafe secret.withUnsafeBytes(body)
  }
}
