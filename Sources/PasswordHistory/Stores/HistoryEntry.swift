/// One value of an account: its digest, when it was recorded last, and the run that minted it.
public struct HistoryEntry: Hashable, Sendable {
  /// The order in which the account's values were recorded last: a larger number is newer.
  public let sequence: Int64
  /// What is stored of the password.
  public let digest: PasswordDigest
  /// When it was recorded last.
  public let date: HistoryDate
  /// The run that minted it, if one did.
  public let minting: Minting?

  /// Puts an entry together, as a store does when it reads one.
  public init(sequence: Int64, digest: PasswordDigest, date: HistoryDate, minting: Minting?) {
    self.sequence = sequence
    self.digest = digest
    self.date = date
    self.minting = minting
  }
}

/// A run over many accounts, which may be interrupted and resumed under the same name.
public struct RunID: Hashable, Sendable {
  /// The name.
  public let text: String

  /// Checks and takes a name.
  ///
  /// - Throws: ``HistoryError/run(_:)`` under the conditions of ``AccountID/init(_:)``.
  public init(_ text: String) throws(HistoryError) {
    if let problem = AccountProblem(in: text) { throw .run(problem) }
    self.text = text
  }
}

extension RunID: CustomStringConvertible {
  /// The name.
  public var description: String { text }
}

/// How far a run has come with an account.
public struct Minting: Hashable, Sendable {
  /// Whether the password has left the process.
  public enum State: Int, Hashable, Sendable {
    /// It was written out, as the caller has confirmed.
    case handedOut = 0
    /// It is recorded, and may or may not have been written out.
    case pending = 1
    /// The same, and its value was in the history before.
    case pendingAgain = 2
  }

  /// The run.
  public let run: RunID
  /// How far it has come.
  public let state: State

  /// Whether the caller has not confirmed that the password was written out.
  public var isPending: Bool { state != .handedOut }

  /// Puts a mark together, as a store does when it reads one.
  public init(run: RunID, state: State) {
    self.run = run
    self.state = state
  }
}
