import PasswordHistory
import Platform
import SQLite
import Synchronization

/// The open file of a history.
final class HistoryFile: Sendable {
  typealias Opening = SQLiteHistoryStore.Opening

  private let path: String
  // Only the executor of a store uses it, so that nobody ever waits for this lock.
  private let connection: Mutex<Connection>

  /// Opens a file; see `SQLiteHistoryStore`.
  init(
    path: String, opening: Opening, patience: Duration, maximumPageCount: Int?
  ) throws(HistoryError) {
    self.path = path
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

  /// Runs `body` in a transaction.
  func transaction<Result: Sendable>(
    _ kind: Connection.TransactionKind, _ body: (inout Connection) throws(StoreFailure) -> Result
  ) throws(HistoryError) -> Result {
    try translating(at: path) { () throws(StoreFailure) in
      try connection.withLock { connection throws(StoreFailure) in
        try connection.transaction(kind, body)
      }
    }
  }
}

extension HistoryFile {
  /// Ensures that there is a file that can be a history, before SQLite treats an empty one as a
  /// database.
  static func prepareFile(at path: String, opening: Opening) throws(HistoryError) {
    let status: Platform.FileStatus
    do {
      status = try Platform.status(ofFile: path)
    } catch {
      guard error.isNoSuchFile else {
        throw .store(StoreProblem(error), place: path)
      }
      guard !Platform.isSymbolicLink(path) else { throw .store(.danglingLink, place: path) }
      guard opening == .new || opening == .orCreate else { throw .store(.missing, place: path) }
      return try create(at: path, opening: opening)
    }
    guard opening != .new else { throw .store(.exists, place: path) }
    guard status.isRegularFile else { throw .store(.notADatabase, place: path) }
    guard status.byteCount > 0 else { throw .store(.empty, place: path) }
    // SQLite treats a file shorter than its minimum page size as an empty database.
    guard status.byteCount >= 512 else { throw .store(.notADatabase, place: path) }
  }

  /// Makes an empty history, which appears complete: no process ever opens a partial one.
  private static func create(at path: String, opening: Opening) throws(HistoryError) {
    let bytes = try translating(at: path) { () throws(StoreFailure) in
      try StoreFailure.wrapping { () throws(SQLiteError) in
        var connection = try Connection()
        try connection.execute(Schema.script)
        return try connection.serialized()
      }
    }
    do {
      try AtomicFile.write(to: path) { descriptor throws(SystemError) in
        try unsafe bytes.span.withUnsafeBytes { bytes throws(SystemError) in
          try unsafe Platform.write(bytes, to: descriptor)
        }
      }
    } catch {
      guard error.isNameTaken else {
        throw .store(StoreProblem(error), place: path)
      }
      // Another process was faster, and made a complete history.
      guard opening == .orCreate else { throw .store(.exists, place: path) }
    }
  }
}
