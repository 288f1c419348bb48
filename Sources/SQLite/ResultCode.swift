import CSQLite

/// A result code of SQLite; see <https://sqlite.org/rescode.html>.
public struct ResultCode: RawRepresentable, Hashable, Sendable {
  /// The number.
  public let rawValue: Int32

  /// Makes a result code from its number.
  public init(rawValue: Int32) { self.rawValue = rawValue }

  /// The code without its extension: the lowest byte.
  public var primary: ResultCode { ResultCode(rawValue: rawValue & 0xFF) }
}

extension ResultCode {
  /// The SQL is invalid, or does not match the tables.
  public static let error = ResultCode(rawValue: SQLITE_ERROR)
  /// The file may not be opened with the requested access.
  public static let permission = ResultCode(rawValue: SQLITE_PERM)
  /// Another connection kept the file locked for longer than the busy timeout.
  public static let busy = ResultCode(rawValue: SQLITE_BUSY)
  /// Another connection of this process keeps a table locked.
  public static let locked = ResultCode(rawValue: SQLITE_LOCKED)
  /// There is not enough memory.
  public static let noMemory = ResultCode(rawValue: SQLITE_NOMEM)
  /// The file, its folder or the connection does not allow writing.
  public static let readOnly = ResultCode(rawValue: SQLITE_READONLY)
  /// An ``Interrupter`` ended the call.
  public static let interrupted = ResultCode(rawValue: SQLITE_INTERRUPT)
  /// The system failed to read or write.
  public static let inputOutput = ResultCode(rawValue: SQLITE_IOERR)
  /// The file is damaged.
  public static let corrupt = ResultCode(rawValue: SQLITE_CORRUPT)
  /// No space is left.
  public static let full = ResultCode(rawValue: SQLITE_FULL)
  /// The file, or one beside it, cannot be opened.
  public static let cannotOpen = ResultCode(rawValue: SQLITE_CANTOPEN)
  /// A constraint of a table does not hold.
  public static let constraint = ResultCode(rawValue: SQLITE_CONSTRAINT)
  /// A value has a type other than the column's.
  public static let mismatch = ResultCode(rawValue: SQLITE_MISMATCH)
  /// SQLite was called in a way that it does not allow.
  public static let misuse = ResultCode(rawValue: SQLITE_MISUSE)
  /// An authorizer denied the operation.
  public static let authorization = ResultCode(rawValue: SQLITE_AUTH)
  /// A part of the file has another format.
  public static let format = ResultCode(rawValue: SQLITE_FORMAT)
  /// The file is not a database.
  public static let notADatabase = ResultCode(rawValue: SQLITE_NOTADB)

  // The headers compute these from others, which Swift does not import.

  /// The system failed to read.
  public static let failedRead = ResultCode(rawValue: SQLITE_IOERR | 1 << 8)
  /// A write-ahead log has to be recovered, which a read-only connection may not do.
  public static let readOnlyRecovery = ResultCode(rawValue: SQLITE_READONLY | 1 << 8)
  /// An interrupted write has to be undone, which a read-only connection may not do.
  public static let readOnlyRollback = ResultCode(rawValue: SQLITE_READONLY | 3 << 8)
  /// The file was renamed or removed since it was opened.
  public static let readOnlyDatabaseMoved = ResultCode(rawValue: SQLITE_READONLY | 4 << 8)
}
