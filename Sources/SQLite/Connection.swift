import CSQLite

/// A connection to an SQLite database.
///
/// ```swift
/// var connection = try Connection(path: "/var/lib/store.db", access: .create)
/// try connection.execute("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL")
/// try connection.migrate([
///   "CREATE TABLE account (name TEXT PRIMARY KEY, created INTEGER NOT NULL) STRICT"
/// ])
/// try connection.transaction { connection throws(SQLiteError) in
///   try connection.run("INSERT INTO account VALUES (?, ?)", ["alice", 1_700_000_000])
/// }
/// ```
/// It may move between threads and is used by one at a time, which the compiler checks: every use is
/// `mutating`, and there is one owner. To share a connection, put it into a `Mutex`. It is closed
/// when its owner goes.
///
/// Names of files are taken as they are: SQLite's URIs are off, and a name such as `:memory:` means
/// a file. Schemas are not trusted, and SQL cannot damage the file.
@safe
public struct Connection: ~Copyable, @unchecked Sendable {
  // Safe to send: SQLite is asked for its mode "multi-thread", in which any thread may use a
  // connection while no other does; and all uses are mutating.
  let handle: OpaquePointer
  /// Prepared statements by their SQL, none of them in use.
  var statements: [String: PreparedStatement] = [:]
  private let interruption: Interrupter

  /// What the connection may do with the file.
  public enum Access: Hashable, Sendable {
    /// Read a file that exists.
    case readOnly
    /// Read and write a file that exists; only read one that may not be written.
    case readWrite
    /// The same, and create the file if there is none: empty, with the permissions that the
    /// process's mask leaves.
    case create
  }

  /// Opens a database file.
  ///
  /// SQLite reads the file when it is first used: one that is no database opens without an error.
  ///
  /// - Parameters:
  ///   - path: the file.
  ///   - access: what may be done with it.
  ///   - busyTimeout: how long a call waits for the locks of others.
  /// - Throws: ``SQLiteError`` when the file cannot be opened.
  public init(
    path: String, access: Access, busyTimeout: Duration = .zero
  ) throws(SQLiteError) {
    guard !path.utf8.contains(0) else {
      throw SQLiteError(extendedCode: .cannotOpen, message: "a file name with a NUL in it")
    }
    // Where URIs are on by default, `file:` begins one; and `:memory:` is not a file, nor is "".
    let name = path.hasPrefix("/") ? path : "./\(path)"
    let flags =
      switch access {
      case .readOnly: SQLITE_OPEN_READONLY
      case .readWrite: SQLITE_OPEN_READWRITE
      case .create: SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE
      }
    try self.init(name: name, flags: flags, busyTimeout: busyTimeout)
  }

  /// Opens a new database in memory, which goes with the connection.
  ///
  /// - Throws: ``SQLiteError`` when there is no memory.
  public init() throws(SQLiteError) {
    let flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_MEMORY
    try self.init(name: ":memory:", flags: flags, busyTimeout: .zero)
  }

  private init(name: String, flags: Int32, busyTimeout: Duration) throws(SQLiteError) {
    guard sqlite3_threadsafe() != 0 else {
      throw SQLiteError(extendedCode: .misuse, message: "SQLite was built for a single thread")
    }
    var opened: OpaquePointer?
    let code = unsafe sqlite3_open_v2(
      name, &opened, flags | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE, nil)
    guard code == SQLITE_OK, let handle = unsafe opened else {
      let error = unsafe SQLiteError(code: code, on: opened)
      unsafe sqlite3_close_v2(opened)
      throw error
    }
    unsafe sqlite3_busy_timeout(handle, busyTimeout.wholeMilliseconds)
    // Strings in double quotes are mistakes, and no statement may write to the schema or to the pages
    // themselves; a version of SQLite that does not know a switch is as it is.
    for (option, value) in [
      (SQLITE_DBCONFIG_DEFENSIVE, 1), (SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0),
      (SQLITE_DBCONFIG_DQS_DML, 0), (SQLITE_DBCONFIG_DQS_DDL, 0),
    ] as [(Int32, Int32)] {
      _ = unsafe csqlite_configure(handle, option, value)
    }
    unsafe self.handle = handle
    interruption = unsafe Interrupter(handle)
  }

  deinit {
    interruption.disarm()
    // Statements that outlive this keep what they need until they go.
    unsafe sqlite3_close_v2(handle)
  }

  /// What ends a call of this connection from another thread.
  public var interrupter: Interrupter { interruption }

  /// The error that the last call left behind.
  func failure(_ code: Int32) -> SQLiteError { unsafe SQLiteError(code: code, on: handle) }
}

extension Duration {
  /// At least 1 for what is not 0, and no more than SQLite takes.
  fileprivate var wholeMilliseconds: Int32 {
    guard self > .zero else { return 0 }
    let (seconds, attoseconds) = components
    guard seconds < 2_000_000 else { return 2_000_000_000 }
    return Int32(max(1, seconds * 1000 + attoseconds / 1_000_000_000_000_000))
  }
}
