import Platform
import SecretMemory
import TextTools

/// One password that is compared with many digests, with everything computed so far.
///
/// A digest covers the bytes that were given. So that a password typed on another system matches,
/// it is compared as given, composed (NFC) and decomposed (NFD); for ASCII these are the same.
struct Comparison: ~Copyable {
  let account: AccountID
  let digester: PasswordDigester

  private let password: SecretBytes
  /// The hash of the password as given, then those of its other forms.
  private var keyedHashes: [KeyID: [[UInt8]]] = [:]
  private var argon2idAnswers: [PasswordDigest: Bool] = [:]
  private var newDigest: PasswordDigest?

  init(
    _ password: Span<UInt8>, account: AccountID, digester: PasswordDigester
  ) throws(HistoryError) {
    self.password = try rethrowing(as: HistoryError.secretMemory) { () throws(SecretMemoryError) in
      try SecretBytes(copying: password)
    }
    self.account = account
    self.digester = digester
  }

  /// Whether a digest was made of the password in any form.
  mutating func matches(_ digest: PasswordDigest) throws(HistoryError) -> Bool {
    switch digest.form {
    case .keyedBLAKE2b(let id):
      let stored = digest.keyedHash
      return try hashes(under: id).reduce(false) { isFound, hash in
        constantTimeEquals(hash.span, stored.span) || isFound
      }
    case .argon2id(let limits):
      if let answer = argon2idAnswers[digest] { return answer }
      var answer = try unsafe password.withUnsafeBytes { password throws(HistoryError) in
        try unsafe digester.argon2idMatches(password, digest, limits)
      }
      if !answer {
        answer = try unsafe forEachOtherForm { form throws(HistoryError) in
          try unsafe digester.argon2idMatches(form, digest, limits)
        }.contains(true)
      }
      argon2idAnswers[digest] = answer
      return answer
    }
  }

  /// Returns the digest to record.
  mutating func digest() throws(HistoryError) -> PasswordDigest {
    if let newDigest { return newDigest }
    let digest: PasswordDigest
    if case .keyedBLAKE2b(let key) = digester.method {
      digest = PasswordDigest(keyedHash: try hashes(under: key.id)[0], key: key.id)
    } else {
      digest = try unsafe password.withUnsafeBytes { password throws(HistoryError) in
        try unsafe digester.digest(of: password, account: account)
      }
    }
    newDigest = digest
    return digest
  }

  /// Whether the comparison with these entries may take Argon2id.
  func needsArgon2id(for entries: [HistoryEntry]) -> Bool {
    entries.contains { $0.digest.kind == .argon2id }
  }

  /// Whether making the password the newest of these entries may take Argon2id.
  func needsArgon2id(toRecordIn entries: [HistoryEntry]) -> Bool {
    if case .argon2id = digester.method { return true }
    return needsArgon2id(for: entries)
  }

  /// Does in advance what recording the password among these entries takes.
  mutating func prepare(for entries: [HistoryEntry]) throws(HistoryError) {
    if needsArgon2id(for: entries) { _ = try position(in: entries, required: 0) }
    if case .argon2id = digester.method { _ = try digest() }
  }

  private mutating func hashes(under id: KeyID) throws(HistoryError) -> [[UInt8]] {
    if let hashes = keyedHashes[id] { return hashes }
    let (key, account) = (try digester.key(id), account)
    func hash(_ password: UnsafeRawBufferPointer) -> [UInt8] {
      unsafe PasswordDigester.keyedHash(of: password, account: account, key: key)
    }
    let first = unsafe password.withUnsafeBytes { unsafe hash($0) }
    let hashes = try unsafe [first] + forEachOtherForm { unsafe hash($0) }
    keyedHashes[id] = hashes
    return hashes
  }

  /// Returns the results of a function for the composed and the decomposed form; none for ASCII.
  private func forEachOtherForm<Value>(
    _ body: (UnsafeRawBufferPointer) throws(HistoryError) -> Value
  ) throws(HistoryError) -> [Value] {
    try unsafe password.withUnsafeBytes { password throws(HistoryError) in
      let bytes = unsafe password.assumingMemoryBound(to: UInt8.self)
      if unsafe NormalForm.isTrivial(bytes) { return [] }
      var values: [Value] = []
      for form in NormalForm.allCases {
        let result: Result<Value, HistoryError> = unsafe form.with(bytes) { form in
          do throws(HistoryError) {
            return .success(try unsafe body(UnsafeRawBufferPointer(form)))
          } catch {
            return .failure(error)
          }
        }
        values.append(try result.get())
      }
      return values
    }
  }

  /// Returns the position of the entry that matches the password.
  ///
  /// The entries have distinct values, so that at most one matches. Keyed digests come first, since
  /// they cost next to nothing. The duration reveals how many entries by Argon2id precede the one
  /// that matches.
  ///
  /// - Parameters:
  ///   - entries: the entries, newest first.
  ///   - required: how many of the newest must be compared; an older one that the digester cannot
  ///     read is skipped.
  /// - Returns: the position, or `nil`.
  /// - Throws: ``HistoryError/wrongKey(needed:given:)`` before anything is compared;
  ///   ``HistoryError/digestTooCostly(_:ceiling:)``;
  ///   ``HistoryError/noMemoryForArgon2id(byteCount:)``.
  mutating func position(
    in entries: some RandomAccessCollection<HistoryEntry>, required: Int
  ) throws(HistoryError) -> Int? {
    let entries = Array(entries)
    for entry in entries.prefix(required) {
      if let id = entry.digest.keyID { _ = try digester.key(id) }
    }
    var found: Int?
    for (position, entry) in entries.enumerated() where entry.digest.kind == .keyedBLAKE2b {
      guard position < required || digester.isReadable(entry.digest) else { continue }
      if try matches(entry.digest) { found = found ?? position }
    }
    if let found { return found }
    for (position, entry) in entries.enumerated() where entry.digest.kind == .argon2id {
      guard position < required || digester.isReadable(entry.digest) else { continue }
      if try matches(entry.digest) { return position }
    }
    return nil
  }
}
