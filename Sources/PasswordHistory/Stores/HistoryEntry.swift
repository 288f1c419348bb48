/// One value of an account: its digest, when it was last recorded, and the run that minted it.
public struct HistoryEntry: Hashable, Sendable {
  /// The order in which the account's values were last recorded: a larger number is newer.
  public let sequence: Int64
  /// The digest of the password.
  public let digest: PasswordDigest
  /// When the value was last recorded.
  public let date: HistoryDate
  /// The run that minted the password, if any.
  public let minting: Minting?

  /// Makes an entry, as a store does when it reads one.
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

  /// Makes a name after checking it.
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

/// The state of a run for an account.
public struct Minting: Hashable, Sendable {
  /// Whether the password has left the process.
  public enum State: Int, Hashable, Sendable {
    /// It was written to the output, as the caller has confirmed.
    case handedOut = 0
    /// It is recorded, and may or may not have been written.
    case pending = 1
    /// Like ``pending``, and its value was in the history before.
    case pendingAgain = 2
  }

  /// The run.
  public let run: RunID
  /// The state of the run.
  public let state: State

  /// Whether the caller has not yet confirmed that the password was written.
  public var isPending: Bool { state != .handedOut }

  /// Makes a mark, as a store does when it reads one.
  public init(run: RunID, state: State) {
    self.run = run
    self.state = state
  }
}
