public import PasswordHistory
import SQLite
import Synchronization

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
  private let connection: Mutex<Connection>

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
    self.connection = Mutex(
      try translating(at: path) { () throws(StoreFailure) in
        var connection = try StoreFailure.wrapping { () throws(SQLiteError) in
          try Self.connection(to: path, isReadOnly: opening == .readOnly, patience: patience)
        }
        if let maximumPageCount {
          try StoreFailure.wrapping { () throws(SQLiteError) in
            try connection.execute("PRAGMA max_page_count = \(maximumPageCount)")
          }
        }
        try connection.transaction(.deferred, Schema.check)
        return connection
      })
  }

  private static func connection(
    to path: String, isReadOnly: Bool, patience: Duration
  ) throws(SQLiteError) -> Connection {
    // What is missing has been made; between then and now nothing empty is to come in its place.
    var connection = try Connection(
      path: path, access: isReadOnly ? .readOnly : .readWrite, busyTimeout: patience)
    // EXTRA also makes the removal of the journal durable, without which a loss of power right
    // after a commit would undo it. What is pruned is overwritten.
    try connection.execute(
      """
      PRAGMA synchronous = EXTRA;
      PRAGMA secure_delete = ON;
      PRAGMA cell_size_check = ON;
      """)
    return connection
  }

  func reading<Result: Sendable>(
    _ body: (inout Connection) throws(StoreFailure) -> Result
  ) throws(HistoryError) -> Result {
    try translating(at: path) { () throws(StoreFailure) in
      try connection.withLock { connection throws(StoreFailure) in
        try connection.transaction(.deferred, body)
      }
    }
  }

  func writing<Result: Sendable>(
    _ body: (inout Connection) throws(StoreFailure) -> Result
  ) throws(HistoryError) -> Result {
    guard !isReadOnly else { throw .store(.readOnly, place: path) }
    return try translating(at: path) { () throws(StoreFailure) in
      // The lock is taken at the start: of two writers, one waits, and neither fails for what the
      // other has changed since it began to read.
      try connection.withLock { connection throws(StoreFailure) in
        try connection.transaction(.immediate, body)
      }
    }
  }
}
