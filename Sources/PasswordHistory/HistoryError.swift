public import SecretMemory

/// Why a password cannot be compared with a history or recorded in it.
///
/// No case contains a password, a digest or a key.
@nonexhaustive
public enum HistoryError: Error, Hashable, Sendable {
  /// libsodium or its guarded memory is unavailable.
  case secretMemory(SecretMemoryError)
  /// The text is not a valid account identifier.
  case account(AccountProblem)
  /// The text is not a valid name of a run.
  case run(AccountProblem)
  /// A history key has a length other than ``HistoryKey/byteCount``.
  case keyLength(byteCount: Int)
  /// The key file at `path` cannot be used.
  case keyFile(path: String, KeyFileProblem)
  /// The history has digests under a key that is not among those given.
  case wrongKey(needed: KeyID, given: [KeyID])
  /// libsodium does not accept these Argon2id limits.
  case limitsOutOfRange(operations: Int, byteCount: Int)
  /// The system does not have the memory that Argon2id needs.
  case noMemoryForArgon2id(byteCount: Int)
  /// A stored digest requires more work than the ceiling allows.
  case digestTooCostly(Argon2idLimits, ceiling: Argon2idLimits)
  /// A stored digest is of a kind or version that this version does not know.
  case unknownDigest
  /// The store at `place` cannot do what it was asked to do.
  case store(StoreProblem, place: String)
  /// The caller gave up inside a transaction, and nothing was recorded.
  case abandoned
}

extension HistoryError: CustomStringConvertible {
  /// What is wrong, where, and what to do.
  public var description: String {
    switch self {
    case .secretMemory(let error): error.description
    case .account(let problem): "account: \(problem)"
    case .run(let problem): "run: \(problem)"
    case .keyLength(let byteCount):
      "the history key has \(byteCount) bytes; it must have \(HistoryKey.byteCount)"
    case .keyFile(let path, let problem): "key file \(path): \(problem)"
    case .wrongKey(let needed, let given):
      "the history was written under key \(needed), and "
        + (given.isEmpty
          ? "no key was given" : "the key given is \(given.map(\.text).joined(separator: ", "))")
        + "; give the key that wrote it, in addition to a new one if there is one"
    case .limitsOutOfRange(let operations, let byteCount):
      "Argon2id with \(operations) passes over \(byteCount) bytes is not possible; "
        + "use at least 1 pass over 8192 bytes, in whole KiB below 4 TiB"
    case .noMemoryForArgon2id(let byteCount):
      "no memory for Argon2id, which needs \(byteCount) bytes; "
        + "lower its limits or raise the memory limit of this process"
    case .digestTooCostly(let limits, let ceiling):
      "a stored digest asks for Argon2id with \(limits), more than the ceiling of \(ceiling); "
        + "raise the ceiling if you trust the history"
    case .unknownDigest:
      "a stored digest is of a kind that this version does not know; "
        + "use the version that wrote it, or restore the history from a copy"
    case .store(let problem, let place): "history \(place): \(problem)"
    case .abandoned: "abandoned by the caller; nothing was recorded"
    }
  }
}
