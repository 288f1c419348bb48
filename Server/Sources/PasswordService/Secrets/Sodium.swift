import CSodiumAEAD

/// The few functions of libsodium that the service stands on, over arrays.
enum Sodium {
  static let keyBytes = 32
  static let hashBytes = 32
  private static let nonceBytes = Int(crypto_aead_xchacha20poly1305_ietf_NPUBBYTES)
  private static let tagBytes = Int(crypto_aead_xchacha20poly1305_ietf_ABYTES)

  private static let isReady = sodium_init() >= 0

  /// Makes the library ready; a process without randomness must not go on.
  static func initialize() {
    precondition(isReady, "libsodium cannot be initialized: the system has no source of randomness")
  }

  static func randomBytes(_ count: Int) -> [UInt8] {
    initialize()
    return unsafe [UInt8](unsafeUninitializedCapacity: count) { buffer, initialized in
      if let start = buffer.baseAddress { unsafe randombytes_buf(start, count) }
      initialized = count
    }
  }

  /// XChaCha20-Poly1305: a random nonce, the ciphertext and its tag.
  static func seal(_ message: [UInt8], associated: [UInt8], key: [UInt8]) -> [UInt8] {
    precondition(key.count == keyBytes, "Sodium: a key of the wrong size")
    let nonce = randomBytes(nonceBytes)
    var ciphertext = [UInt8](repeating: 0, count: message.count + tagBytes)
    var count: UInt64 = 0
    _ = unsafe crypto_aead_xchacha20poly1305_ietf_encrypt(
      &ciphertext, &count, message, UInt64(message.count), associated, UInt64(associated.count),
      nil, nonce, key)
    return nonce + ciphertext
  }

  /// Undoes ``seal(_:associated:key:)``; `nil` when anything was changed.
  static func open(_ sealed: ArraySlice<UInt8>, associated: [UInt8], key: [UInt8]) -> [UInt8]? {
    initialize()
    guard key.count == keyBytes, sealed.count >= nonceBytes + tagBytes else { return nil }
    let nonce = Array(sealed.prefix(nonceBytes))
    let ciphertext = Array(sealed.dropFirst(nonceBytes))
    var message = [UInt8](repeating: 0, count: ciphertext.count - tagBytes + 1)
    var count: UInt64 = 0
    let result = unsafe crypto_aead_xchacha20poly1305_ietf_decrypt(
      &message, &count, nil, ciphertext, UInt64(ciphertext.count), associated,
      UInt64(associated.count), nonce, key)
    guard result == 0 else { return nil }
    message.removeLast(message.count - Int(count))
    return message
  }

  /// Keyed BLAKE2b of 32 bytes.
  static func hash(_ message: [UInt8], key: [UInt8]) -> [UInt8] {
    initialize()
    var hash = [UInt8](repeating: 0, count: hashBytes)
    _ = unsafe crypto_generichash(
      &hash, hash.count, message, UInt64(message.count), key, key.count)
    return hash
  }

  /// HMAC-SHA-256.
  static func authenticationCode(_ message: [UInt8], key: [UInt8]) -> [UInt8] {
    initialize()
    var state = crypto_auth_hmacsha256_state()
    var code = [UInt8](repeating: 0, count: Int(crypto_auth_hmacsha256_BYTES))
    unsafe crypto_auth_hmacsha256_init(&state, key, key.count)
    unsafe crypto_auth_hmacsha256_update(&state, message, UInt64(message.count))
    unsafe crypto_auth_hmacsha256_final(&state, &code)
    return code
  }

  /// Whether two arrays are equal, in a time that depends on their counts alone.
  static func areEqual(_ left: [UInt8], _ right: [UInt8]) -> Bool {
    guard left.count == right.count else { return false }
    return unsafe sodium_memcmp(left, right, left.count) == 0
  }

  /// Overwrites an array with zeroes.
  static func wipe(_ bytes: inout [UInt8]) {
    unsafe bytes.withUnsafeMutableBytes { buffer in
      if let start = buffer.baseAddress { unsafe sodium_memzero(start, buffer.count) }
    }
  }
}
