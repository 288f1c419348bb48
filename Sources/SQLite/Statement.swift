import CSQLite

/// A prepared statement, lent by ``Connection/withStatement(_:_:)``.
///
/// Parameters are numbered from 1, as in SQLite, and columns from 0.
public struct Statement: ~Copyable {
  let prepared: PreparedStatement

  /// Binds values to the first parameters, in order.
  ///
  /// - Throws: ``SQLiteError``, for instance for more values than parameters.
  public mutating func bind(_ values: [SQLValue]) throws(SQLiteError) {
    for (index, value) in values.enumerated() { try bind(value, at: index + 1) }
  }

  /// Binds a value to a parameter; parameters that are not bound are `NULL`.
  ///
  /// - Throws: ``SQLiteError``, for instance when there is no parameter with that number.
  public mutating func bind(_ value: SQLValue, at index: Int) throws(SQLiteError) {
    let index = Int32(clamping: index)
    let pointer = unsafe prepared.pointer
    let code =
      switch value {
      case .null: unsafe sqlite3_bind_null(pointer, index)
      case .integer(let value): unsafe sqlite3_bind_int64(pointer, index, value)
      case .real(let value): unsafe sqlite3_bind_double(pointer, index, value)
      case .text(var value):
        value.withUTF8 { text in
          unsafe csqlite_bind_text(pointer, index, text.baseAddress, UInt64(text.count))
        }
      case .blob(let value):
        unsafe value.withUnsafeBytes { bytes in
          unsafe csqlite_bind_blob(pointer, index, bytes.baseAddress, UInt64(bytes.count))
        }
      }
    guard code == SQLITE_OK else { throw prepared.failure(code) }
  }

  /// Runs the statement up to its next row.
  ///
  /// - Returns: whether there is a row; `false` when the statement has ended.
  /// - Throws: ``SQLiteError``.
  public mutating func step() throws(SQLiteError) -> Bool {
    switch unsafe sqlite3_step(prepared.pointer) {
    case SQLITE_ROW: return true
    case SQLITE_DONE: return false
    case let code: throw prepared.failure(code)
    }
  }

  /// Prepares the statement for running again, with the same values bound.
  public mutating func reset() {
    // The code repeats the error of the last step, which has already been thrown.
    _ = unsafe sqlite3_reset(prepared.pointer)
  }

  /// The number of columns of its rows; 0 for a statement without rows.
  public var columnCount: Int { unsafe Int(sqlite3_column_count(prepared.pointer)) }
}

// MARK: - Columns

// Values are returned as they are stored: a column of another type is `nil`, and nothing is
// converted.
extension Statement {
  /// Returns the integer in a column of the row, or `nil` for a value of another type.
  public func integer(at column: Int) -> Int64? {
    guard type(of: column) == SQLITE_INTEGER else { return nil }
    return unsafe sqlite3_column_int64(prepared.pointer, Int32(clamping: column))
  }

  /// Returns the real number in a column of the row, or `nil` for a value of another type.
  public func real(at column: Int) -> Double? {
    guard type(of: column) == SQLITE_FLOAT else { return nil }
    return unsafe sqlite3_column_double(prepared.pointer, Int32(clamping: column))
  }

  /// Returns the text in a column of the row, or `nil` for a value of another type or bytes that
  /// are not UTF-8.
  ///
  /// - Throws: ``SQLiteError`` when there is not enough memory.
  public func text(at column: Int) throws(SQLiteError) -> String? {
    guard type(of: column) == SQLITE_TEXT else { return nil }
    let column = Int32(clamping: column)
    // In this order: the count is that of the text once it is there.
    guard let start = unsafe sqlite3_column_text(prepared.pointer, column) else {
      throw prepared.failure(SQLITE_NOMEM)
    }
    let count = unsafe Int(sqlite3_column_bytes(prepared.pointer, column))
    return unsafe String(
      validating: UnsafeBufferPointer(start: start, count: count), as: UTF8.self)
  }

  /// Returns the bytes in a column of the row, or `nil` for a value of another type.
  ///
  /// - Throws: ``SQLiteError`` when there is not enough memory.
  public func blob(at column: Int) throws(SQLiteError) -> [UInt8]? {
    guard type(of: column) == SQLITE_BLOB else { return nil }
    let column = Int32(clamping: column)
    let start = unsafe sqlite3_column_blob(prepared.pointer, column)
    let count = unsafe Int(sqlite3_column_bytes(prepared.pointer, column))
    guard count > 0 else { return [] }
    guard let start = unsafe start else { throw prepared.failure(SQLITE_NOMEM) }
    return unsafe Array(UnsafeRawBufferPointer(start: start, count: count))
  }

  /// Whether a column of the row is `NULL`.
  public func isNull(at column: Int) -> Bool { type(of: column) == SQLITE_NULL }

  private func type(of column: Int) -> Int32 {
    unsafe sqlite3_column_type(prepared.pointer, Int32(clamping: column))
  }
}

/// The owner of an SQLite statement.
@safe
final class PreparedStatement {
  let pointer: OpaquePointer

  init(_ pointer: OpaquePointer) { unsafe self.pointer = pointer }

  deinit { unsafe sqlite3_finalize(pointer) }

  /// Releases rows, locks and bound values.
  func clear() {
    unsafe sqlite3_reset(pointer)
    unsafe sqlite3_clear_bindings(pointer)
  }

  func failure(_ code: Int32) -> SQLiteError {
    unsafe SQLiteError(code: code, on: sqlite3_db_handle(pointer))
  }
}
