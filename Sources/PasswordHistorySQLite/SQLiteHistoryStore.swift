public import PasswordHistory
import SQLite
import Synchronization

/// A history in a file that several processes may use at once.
///
/// ```swift
/// let store = try SQLiteHistoryStore(path: "history.db", opening: .orCreate)
/// ```
/// What a call has recorded when it returns survives the end of the process and a loss of power; an
/// interrupted call has recorded nothing. The file is an SQLite database with a rollback journal:
/// at rest it is a single file, which can be copied, backed up or put on a read-only medium as a
/// whole, and which several machines must not write at once. It is made with mode 0600.
///
/// A call waits for other writers as long as the store's patience lasts. Damage to the record of an
/// account is noticed when that record is read; ``verify()`` checks all of them.
public final class SQLiteHistoryStore: PasswordHistoryStore {
  /// How to open the file.
  public enum Opening: Hashable, Sendable {
    /// Read and write an existing history.
    case existing
    /// Read and write a history, which is made if there is no such file.
    case orCreate
    /// Make a history; a file that exists is an error.
    case new
    /// Read an existing history. Nothing is written, not even a lock file.
    case readOnly
  }

  /// The path of the file.
  public let path: String

  let isReadOnly: Bool
  private let connection: Mutex<Connection>

  /// Opens a history.
  ///
  /// - Parameters:
  ///   - path: the path of the file.
  ///   - opening: how to open the file.
  ///   - patience: how long a call waits for other writers.
  /// - Throws: `HistoryError.store`; the file is left unchanged.
  /// - Complexity: O(1): the file is not checked for damage.
  public convenience init(
    path: String, opening: Opening, patience: Duration = .seconds(10)
  ) throws(HistoryError) {
    try self.init(path: path, opening: opening, patience: patience, maximumPageCount: nil)
  }

  /// Opens a history with a limit on the size of the file, for tests.
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
    // A missing file has been made; from now on no empty file must take its place.
    var connection = try Connection(
      path: path, access: isReadOnly ? .readOnly : .readWrite, busyTimeout: patience)
    // EXTRA also makes the removal of the journal durable, without which a loss of power right
    // after a commit would undo it. Pruned content is overwritten.
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
      // The lock is taken at the start: of two writers, one waits, and neither fails because of
      // what the other has changed since it began to read.
      try connection.withLock { connection throws(StoreFailure) in
        try connection.transaction(.immediate, body)
      }
    }
  }
}
