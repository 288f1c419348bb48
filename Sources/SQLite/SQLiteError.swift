import CSQLite

/// SQLite's error of a failed call.
public struct SQLiteError: Error, Hashable, Sendable {
  /// The extended result code, such as ``ResultCode/readOnlyDatabaseMoved``.
  public let extendedCode: ResultCode
  /// SQLite's own message, which may name tables and columns and repeat parts of the SQL, but never
  /// contains a bound value.
  public let message: String
  /// The `errno` of the failed system call, if there was one; otherwise 0.
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
  /// SQLite's own message and the code.
  public var description: String { "\(message) (SQLite result code \(extendedCode.rawValue))" }
}

/// An error type that can represent an error of SQLite.
///
/// Functions that take a closure throw the closure's type of error. It conforms to this protocol so
/// that failures of SQLite itself can be thrown in the same way.
public protocol SQLiteFailure: Error {
  /// Wraps an error of SQLite.
  init(_ error: SQLiteError)
}

extension SQLiteFailure {
  /// Runs `body` and wraps its error.
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
  /// Makes the error of the last call on a connection.
  ///
  /// - Parameters:
  ///   - code: the code that the call returned.
  ///   - connection: the connection, `nil` when not even that could be allocated.
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
      // The file's record of a failed write survives the calls that SQLite makes after it.
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
