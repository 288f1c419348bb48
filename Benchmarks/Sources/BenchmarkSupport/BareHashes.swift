import CBareSodium

/// libsodium's own hashes with nothing around them, the baseline of digests.
public enum BareHashes {
  private static let key = [UInt8](repeating: 7, count: 32)

  /// Hashes a password by keyed BLAKE2b a number of times.
  public static func blake2b(_ password: [UInt8], times: Int) -> Int {
    var hash = [UInt8](repeating: 0, count: 32)
    for _ in 0..<times {
      crypto_generichash_blake2b(
        &hash, hash.count, password, UInt64(password.count), key, key.count)
    }
    return Int(hash[0])
  }

  /// Hashes a password by Argon2id with the limits that libsodium calls interactive.
  public static func argon2id(_ password: [UInt8]) -> Int {
    var text = [CChar](repeating: 0, count: Int(crypto_pwhash_argon2id_STRBYTES))
    let password = password.map { CChar(bitPattern: $0) }
    let result = crypto_pwhash_argon2id_str(
      &text, password, UInt64(password.count),
      UInt64(crypto_pwhash_argon2id_OPSLIMIT_INTERACTIVE),
      Int(crypto_pwhash_argon2id_MEMLIMIT_INTERACTIVE))
    return Int(result)
  }
}
