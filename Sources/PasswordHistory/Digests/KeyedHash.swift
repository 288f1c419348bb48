import CSodium

/// Keyed BLAKE2b with a personalization, by libsodium.
enum KeyedHash {
  /// Separates the uses of a key, so that none ever returns the output of another.
  enum Purpose: String {
    case password = "passwrightpasswd"
    case keyID = "passwright-keyid"
    case run = "passwright-begun"
  }

  /// - Returns: `count` bytes.
  static func hash(
    _ input: UnsafeRawBufferPointer, key: UnsafeRawBufferPointer, purpose: Purpose, count: Int
  ) -> [UInt8] {
    let personalization = Array(purpose.rawValue.utf8)
    precondition(
      personalization.count == Int(crypto_generichash_blake2b_PERSONALBYTES),
      "KeyedHash: a personalization of another length")
    var output = [UInt8](repeating: 0, count: count)
    let result = unsafe crypto_generichash_blake2b_salt_personal(
      &output, count, input.start(as: UInt8.self), UInt64(input.count),
      key.start(as: UInt8.self), key.count, nil, personalization)
    precondition(result == 0, "KeyedHash: lengths that BLAKE2b does not have")
    return output
  }
}
