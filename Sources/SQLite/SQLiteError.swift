import CSQLite

/// What SQLite said when a call failed.
public struct SQLiteError: Error, Hashable, Sendable {
  /// The extended result code, such as ``ResultCode/readOnlyDatabaseMoved``.
  public let extendedCode: ResultCode
  /// SQLite's own words: they may name tables and columns and repeat pieces of SQL, never a value
  /// that was bound.
  public let message: String
  /// The `errno` of the system call that failed, where one did; otherwise 0.
  public let systemCode: Int32

  /// Records a failed call.
  public init(extendedCode: ResultCode, message: String, systemCode: Int32 = 0) {
    self.extendedCode = extendedCode
    self.message = message
    self.systemCode = systemCode
  }

  /// The result code without its extension, such as ``ResultCode/readOnly``.
  public var code: ResultCode { extendedCode.primary }
}

extension SQLiteError: CustomStringConvertible {
  /// SQLite's own words and the code.
  public var description: String { "\(message) (SQLite result code \(extendedCode.rawValue))" }
}

/// An error that can stand for one of SQLite's.
///
/// Functions that take a closure throw the closure's type of error. It conforms to this protocol so
/// that failures of SQLite itself can come out the same way.
public protocol SQLiteFailure: Error {
  /// Wraps an error of SQLite.
  init(_ error: SQLiteError)
}

extension SQLiteFailure {
  /// Runs `body` and wraps what it throws.
  public static func wrapping<Result: ~Copyable>(
    _ body: () throws(SQLiteError) -> Result
  ) throws(Self) -> Result {
    do throws(SQLiteError) {
      return try body()
    } catch {
      throw Self(error)
    }
  }
}

extension SQLiteError: SQLiteFailure {
  /// Copies the error.
  public init(_ error: SQLiteError) { self = error }
}

extension SQLiteError {
  /// What the last call on a connection left behind.
  ///
  /// - Parameters:
  ///   - code: the code that the call returned.
  ///   - connection: `nil` when not even a connection could be allocated.
  init(code: Int32, on connection: OpaquePointer?) {
    guard let connection = unsafe connection else {
      let text = unsafe sqlite3_errstr(code).map { unsafe String(cString: $0) }
      self.init(extendedCode: ResultCode(rawValue: code), message: text ?? "unknown error")
      return
    }
    let extendedCode = ResultCode(rawValue: unsafe sqlite3_extended_errcode(connection))
    let message = unsafe String(cString: sqlite3_errmsg(connection))
    var systemCode: Int32 = 0
    switch extendedCode.primary {
    case .inputOutput:
      // What the file remembers of a failed write survives the calls that SQLite makes after it.
      let answer = unsafe sqlite3_file_control(
        connection, "main", SQLITE_FCNTL_LAST_ERRNO, &systemCode)
      if answer == SQLITE_OK, systemCode != 0 { break }
      fallthrough
    case .cannotOpen: systemCode = unsafe sqlite3_system_errno(connection)
    default: break
    }
    self.init(extendedCode: extendedCode, message: message, systemCode: systemCode)
  }
}
