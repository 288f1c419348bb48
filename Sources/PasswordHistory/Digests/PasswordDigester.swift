import CSodium
package import Platform
import SecretMemory

/// Makes digests of passwords and compares passwords with them.
///
/// ```swift
/// let digester = try PasswordDigester(.keyedBLAKE2b(key))
/// let digest = try await digester.digest(of: password.bytes, account: account)
/// ```
/// A digester reads both kinds, whichever kind it makes.
public struct PasswordDigester: Sendable {
  /// How new digests are made.
  @nonexhaustive
  public enum Method: Sendable {
    /// BLAKE2b under a key: about 0.5 µs; for generated passwords, which nobody can guess.
    case keyedBLAKE2b(HistoryKey)
    /// Argon2id: about 40 ms at ``Argon2idLimits/interactive``; for passwords that people choose.
    case argon2id(Argon2idLimits)
  }

  /// How new digests are made.
  public let method: Method
  /// The maximum work that a stored digest may require.
  public let ceiling: Argon2idLimits

  private let keys: [KeyID: HistoryKey]
  /// The identifiers of its keys, that of ``method`` first.
  package let keyIDs: [KeyID]

  /// Makes a digester.
  ///
  /// - Parameters:
  ///   - method: how new digests are made.
  ///   - otherKeys: keys that digests were made under earlier, or are made under elsewhere.
  ///   - ceiling: the maximum work that a stored digest may require, so that a manipulated store
  ///     cannot exhaust this process.
  /// - Throws: ``HistoryError/secretMemory(_:)`` when libsodium cannot be initialized.
  public init(
    _ method: Method, otherKeys: [HistoryKey] = [], ceiling: Argon2idLimits = .sensitive
  ) throws(HistoryError) {
    do {
      try SodiumLibrary.initialize()
    } catch {
      throw .secretMemory(error)
    }
    self.method = method
    self.ceiling = ceiling
    var keys: [KeyID: HistoryKey] = [:]
    var keyIDs: [KeyID] = []
    var all = otherKeys
    if case .keyedBLAKE2b(let key) = method { all.insert(key, at: 0) }
    for key in all where keys.updateValue(key, forKey: key.id) == nil { keyIDs.append(key.id) }
    self.keys = keys
    self.keyIDs = keyIDs
  }

  /// Makes the digest of a password for an account.
  ///
  /// By Argon2id this occupies the calling thread. In an asynchronous context, the asynchronous
  /// method of the same name does not.
  ///
  /// - Throws: ``HistoryError/noMemoryForArgon2id(byteCount:)``.
  /// - Complexity: O(*n*) for a password of *n* bytes, and the work of ``method``.
  public func digest(
    of password: Span<UInt8>, account: AccountID
  ) throws(HistoryError) -> PasswordDigest {
    try unsafe password.withUnsafeBytes { password throws(HistoryError) in
      try unsafe digest(of: password, account: account)
    }
  }

  /// Whether a digest was made of this password, compared in constant time.
  ///
  /// By Argon2id this occupies the calling thread. In an asynchronous context, the asynchronous
  /// method of the same name does not.
  ///
  /// - Throws: ``HistoryError/wrongKey(needed:given:)``,
  ///   ``HistoryError/digestTooCostly(_:ceiling:)`` or
  ///   ``HistoryError/noMemoryForArgon2id(byteCount:)``.
  public func matches(
    _ password: Span<UInt8>, _ digest: PasswordDigest, account: AccountID
  ) throws(HistoryError) -> Bool {
    var comparison = try Comparison(password, account: account, digester: self)
    return try comparison.matches(digest)
  }

  /// Whether the password's next record should replace this digest: it was made under another key,
  /// with less work than that of ``method``, or without Argon2id where ``method`` is Argon2id.
  ///
  /// A digest by Argon2id is never replaced by a keyed one.
  public func needsUpgrade(_ digest: PasswordDigest) -> Bool {
    switch (digest.form, method) {
    case (.keyedBLAKE2b(let id), .keyedBLAKE2b(let key)): id != key.id
    case (.keyedBLAKE2b, .argon2id): true
    case (.argon2id, .keyedBLAKE2b): false
    case (.argon2id(let stored), .argon2id(let wanted)): !wanted.fits(in: stored)
    }
  }

  /// Whether this digester can compare a password with the digest.
  func isReadable(_ digest: PasswordDigest) -> Bool {
    switch digest.form {
    case .keyedBLAKE2b(let id): keys[id] != nil
    case .argon2id(let limits): limits.fits(in: ceiling)
    }
  }
}

// MARK: - In tasks

extension PasswordDigester {
  /// The threads that Argon2id is computed on: as many as it can use at once.
  package static let threads = ThreadExecutor(threadCount: Platform.activeProcessorCount)

  /// Makes the digest of a password for an account; Argon2id runs on threads of its own.
  ///
  /// - Throws: ``HistoryError/noMemoryForArgon2id(byteCount:)``.
  /// - Complexity: O(*n*) for a password of *n* bytes, and the work of ``method``.
  public func digest(
    of password: Span<UInt8>, account: AccountID
  ) async throws(HistoryError) -> PasswordDigest {
    var comparison = try Comparison(password, account: account, digester: self)
    guard case .argon2id = method else { return try comparison.digest() }
    return try await Self.threads.run { () throws(HistoryError) in try comparison.digest() }
  }

  /// Whether a digest was made of this password, compared in constant time; Argon2id runs on
  /// threads of its own.
  ///
  /// - Throws: ``HistoryError/wrongKey(needed:given:)``,
  ///   ``HistoryError/digestTooCostly(_:ceiling:)`` or
  ///   ``HistoryError/noMemoryForArgon2id(byteCount:)``.
  public func matches(
    _ password: Span<UInt8>, _ digest: PasswordDigest, account: AccountID
  ) async throws(HistoryError) -> Bool {
    var comparison = try Comparison(password, account: account, digester: self)
    guard digest.kind == .argon2id else { return try comparison.matches(digest) }
    return try await Self.threads.run { () throws(HistoryError) in
      try comparison.matches(digest)
    }
  }
}

// MARK: - The work itself

extension PasswordDigester {
  func digest(
    of password: UnsafeRawBufferPointer, account: AccountID
  ) throws(HistoryError) -> PasswordDigest {
    switch method {
    case .keyedBLAKE2b(let key):
      return unsafe PasswordDigest(
        keyedHash: Self.keyedHash(of: password, account: account, key: key), key: key.id)
    case .argon2id(let limits):
      return try unsafe Self.argon2id(password, limits)
    }
  }

  func key(_ id: KeyID) throws(HistoryError) -> HistoryKey {
    guard let key = keys[id] else { throw .wrongKey(needed: id, given: keyIDs) }
    return key
  }

  /// Returns the hash of the account's length (8 bytes, little-endian), the account and the
  /// password.
  static func keyedHash(
    of password: UnsafeRawBufferPointer, account: AccountID, key: HistoryKey
  ) -> [UInt8] {
    var account = account.text
    return account.withUTF8 { account in
      // On the stack as long as it is short, and wiped before it is released.
      let count = 8 + account.count + password.count
      return unsafe withUnsafeTemporaryAllocation(byteCount: count, alignment: 8) { input in
        defer { unsafe input.wipe() }
        unsafe input.storeBytes(of: UInt64(account.count).littleEndian, as: UInt64.self)
        unsafe UnsafeMutableRawBufferPointer(rebasing: input[8...]).copyMemory(
          from: UnsafeRawBufferPointer(account))
        unsafe UnsafeMutableRawBufferPointer(rebasing: input[(8 + account.count)...]).copyMemory(
          from: password)
        return unsafe key.withUnsafeBytes { key in
          unsafe KeyedHash.hash(
            UnsafeRawBufferPointer(input), key: key, purpose: .password,
            count: PasswordDigest.hashByteCount)
        }
      }
    }
  }

  private static func argon2id(
    _ password: UnsafeRawBufferPointer, _ limits: Argon2idLimits
  ) throws(HistoryError) -> PasswordDigest {
    var text = [CChar](repeating: 0, count: Int(crypto_pwhash_argon2id_STRBYTES))
    let result = unsafe crypto_pwhash_argon2id_str(
      &text, password.start(as: CChar.self), UInt64(password.count), UInt64(limits.operations),
      limits.byteCount)
    guard result == 0 else { throw .noMemoryForArgon2id(byteCount: limits.byteCount) }
    let characters = text.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }
    return try PasswordDigest(text: String(decoding: characters, as: UTF8.self))
  }

  /// Whether Argon2id of the password gives this digest; libsodium compares in constant time.
  func argon2idMatches(
    _ password: UnsafeRawBufferPointer, _ digest: PasswordDigest, _ limits: Argon2idLimits
  ) throws(HistoryError) -> Bool {
    guard limits.fits(in: ceiling) else {
      throw .digestTooCostly(limits, ceiling: ceiling)
    }
    let result = unsafe crypto_pwhash_argon2id_str_verify(
      digest.text, password.start(as: CChar.self),
      UInt64(password.count))
    // libsodium returns -1 both for a difference and for a lack of memory, and sets errno to EINVAL
    // only for the former. Unless it is known to be a difference, it must not count as one.
    let code = Platform.lastErrorCode
    if result == 0 { return true }
    guard code == Platform.invalidArgument else {
      throw .noMemoryForArgon2id(byteCount: limits.byteCount)
    }
    return false
  }
}
