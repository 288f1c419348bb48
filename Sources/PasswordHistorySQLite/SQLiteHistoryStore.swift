import GRDB
public import PasswordHistory
import Platform

/// A history in a file, which several processes may use at once.
///
/// ```swift
/// let store = try SQLiteHistoryStore(path: "history.db", opening: .orCreate)
/// ```
/// What a call has recorded when it returns survives the end of the process and a loss of power; a
/// call that was interrupted has recorded nothing. The file is an SQLite database with a rollback
/// journal: at rest it is one file, which a copy, a backup or a read-only medium takes whole, and
/// which several machines may not write at once. It is made with mode 0600.
///
/// A call waits for other writers as long as the store's patience lasts. Damage to the record of an
/// account is noticed when that record is read; ``verify()`` looks at all of them.
public final class SQLiteHistoryStore: PasswordHistoryStore {
  /// What to do about the file.
  public enum Opening: Hashable, Sendable {
    /// Read and write a history that exists.
    case existing
    /// The same, and make it if there is no such file.
    case orCreate
    /// Make it; a file that exists is an error.
    case new
    /// Read a history that exists. Nothing is written, not even a lock file.
    case readOnly
  }

  /// The path of the file.
  public let path: String

  let isReadOnly: Bool
  private let queue: DatabaseQueue

  /// Opens a history.
  ///
  /// - Parameters:
  ///   - path: the file.
  ///   - opening: what to do about the file.
  ///   - patience: how long a call waits for other writers.
  /// - Throws: `HistoryError.store`; the file is left as it is.
  /// - Complexity: O(1): the file is not searched for damage.
  public convenience init(
    path: String, opening: Opening, patience: Duration = .seconds(10)
  ) throws(HistoryError) {
    try self.init(path: path, opening: opening, patience: patience, maximumPageCount: nil)
  }

  /// The same, for tests with a limit on the size of the file.
  package init(
    path: String, opening: Opening, patience: Duration, maximumPageCount: Int?
  ) throws(HistoryError) {
    self.path = path
    self.isReadOnly = opening == .readOnly
    try Self.prepareFile(at: path, opening: opening)
    self.queue = try translating(at: path) {
      let queue = try DatabaseQueue(
        path: path,
        configuration: Self.configuration(
          isReadOnly: opening == .readOnly, patience: patience, maximumPageCount: maximumPageCount)
      )
      try queue.read { try Schema.check($0) }
      return queue
    }
  }

  static func configuration(
    isReadOnly: Bool, patience: Duration, maximumPageCount: Int? = nil
  ) -> Configuration {
    var configuration = Configuration()
    configuration.readonly = isReadOnly
    configuration.label = "PasswordHistory"
    let (seconds, attoseconds) = patience.components
    configuration.busyMode = .timeout(Double(seconds) + Double(attoseconds) * 1e-18)
    configuration.prepareDatabase { database in
      // EXTRA also makes the removal of the journal durable, without which a loss of power right
      // after a commit would undo it. What is pruned is overwritten.
      try database.execute(
        sql: """
          PRAGMA synchronous = EXTRA;
          PRAGMA secure_delete = ON;
          PRAGMA trusted_schema = OFF;
          PRAGMA cell_size_check = ON;
          """)
      if let maximumPageCount {
        try database.execute(sql: "PRAGMA max_page_count = \(maximumPageCount)")
      }
    }
    return configuration
  }

  func reading<Result>(
    _ body: (Database) throws -> Result
  ) throws(HistoryError) -> Result {
    try translating(at: path) { try queue.read(body) }
  }

  func writing(_ body: (Database) throws -> Void) throws(HistoryError) {
    guard !isReadOnly else { throw .store(.readOnly, place: path) }
    try translating(at: path) {
      // The lock is taken at the start: of two writers, one waits, and neither fails for what the
      // other has changed since it began to read.
      try queue.inImmediateTransaction(body)
    }
  }
}
