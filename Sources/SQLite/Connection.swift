import CSQLite

/// A connection to an SQLite database.
///
/// ```swift
/// var connection = try Connection(path: "/var/lib/store.db", access: .create)
/// try connection.execute("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL")
/// try connection.migrate([
///   "CREATE TABLE account (name TEXT PRIMARY KEY, created INTEGER NOT NULL) STRICT"
/// ])
/// let inserted = try connection.transaction { connection throws(SQLiteError) in
///   try connection.run("INSERT INTO account VALUES (?, ?)", ["alice", 1_700_000_000])
/// }
/// ```
/// It may move between threads but is used by one at a time, which the compiler checks: every use
/// is `mutating`, and there is one owner. To share a connection, put it into a `Mutex`. It is
/// closed at the end of its owner's lifetime.
///
/// File names are used literally: SQLite's URIs are off, and a name such as `:memory:` refers to a
/// file. Schemas are not trusted, and SQL cannot damage the file.
@safe
public struct Connection: ~Copyable, @unchecked Sendable {
  // Safe to send: SQLite runs in its mode "multi-thread", in which any thread may use a connection
  // while no other does; and all uses are mutating.
  let handle: OpaquePointer
  /// Prepared statements by their SQL, none of them in use.
  var statements: [String: PreparedStatement] = [:]
  private let interruption: Interrupter

  /// The access to the file.
  public enum Access: Hashable, Sendable {
    /// Read an existing file.
    case readOnly
    /// Read and write an existing file, or only read it if it is not writable.
    case readWrite
    /// Like ``readWrite``, and create the file if there is none: empty, with the permissions that
    /// the process's umask allows.
    case create
  }

  /// Opens a database file.
  ///
  /// SQLite reads the file when it is first used: a file that is not a database opens without an
  /// error.
  ///
  /// - Parameters:
  ///   - path: the path of the file.
  ///   - access: the access to the file.
  ///   - busyTimeout: how long a call waits for the locks of others.
  /// - Throws: ``SQLiteError`` when the file cannot be opened.
  public init(
    path: String, access: Access, busyTimeout: Duration = .zero
  ) throws(SQLiteError) {
    guard !path.utf8.contains(0) else {
      throw SQLiteError(extendedCode: .cannotOpen, message: "a file name with a NUL in it")
    }
    // Where URIs are on by default, `file:` begins one; and neither `:memory:` nor "" is a file.
    let name = path.hasPrefix("/") ? path : "./\(path)"
    let flags =
      switch access {
      case .readOnly: SQLITE_OPEN_READONLY
      case .readWrite: SQLITE_OPEN_READWRITE
      case .create: SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE
      }
    try self.init(name: name, flags: flags, busyTimeout: busyTimeout)
  }

  /// Opens a new database in memory, which ends with the connection.
  ///
  /// - Throws: ``SQLiteError`` when there is not enough memory.
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
    // Strings in double quotes are mistakes, and no statement may write to the schema or to the
    // pages themselves; a version of SQLite that does not support a switch works without it.
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
    // Statements that outlive this keep what they need until they are released.
    unsafe sqlite3_close_v2(handle)
  }

  /// The object that ends a call of this connection from another thread.
  public var interrupter: Interrupter { interruption }

  /// Returns the error of the last call.
  func failure(_ code: Int32) -> SQLiteError { unsafe SQLiteError(code: code, on: handle) }
}

extension Duration {
  /// The duration in milliseconds: 1 or more for a positive duration, and no more than SQLite
  /// accepts.
  fileprivate var wholeMilliseconds: Int32 {
    guard self > .zero else { return 0 }
    let (seconds, attoseconds) = components
    guard seconds < 2_000_000 else { return 2_000_000_000 }
    return Int32(max(1, seconds * 1000 + attoseconds / 1_000_000_000_000_000))
  }
}
