import CSQLite

extension Connection {
  /// The maximum number of prepared statements that are kept.
  private static let statementLimit = 64

  /// Runs a script: any number of statements without parameters; their rows are discarded.
  ///
  /// - Throws: ``SQLiteError``; the statements before the one that failed have run.
  public mutating func execute(_ script: String) throws(SQLiteError) {
    let code = unsafe sqlite3_exec(handle, script, nil, nil, nil)
    guard code == SQLITE_OK else { throw failure(code) }
  }

  /// Lends a statement, which is prepared once and kept for the next call with the same SQL.
  ///
  /// The SQL should be a constant: use parameters for values.
  ///
  /// - Parameters:
  ///   - sql: one statement.
  ///   - body: binds values, steps and reads the rows. Afterwards the statement is reset.
  /// - Returns: what `body` returns.
  /// - Throws: what `body` throws; ``SQLiteError``, wrapped, when the SQL is invalid.
  public mutating func withStatement<Result, Failure: SQLiteFailure>(
    _ sql: String, _ body: (inout Statement) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    let prepared = try Failure.wrapping { () throws(SQLiteError) in
      if let kept = statements.removeValue(forKey: sql) { return kept }
      return try prepare(sql)
    }
    defer {
      prepared.clear()
      if statements.count >= Self.statementLimit { statements.removeAll() }
      statements[sql] = prepared
    }
    var statement = Statement(prepared: prepared)
    return try body(&statement)
  }

  private func prepare(_ sql: String) throws(SQLiteError) -> PreparedStatement {
    var sql = sql
    var pointer: OpaquePointer?
    let code = sql.withUTF8 { text in
      unsafe text.withMemoryRebound(to: CChar.self) { text in
        unsafe sqlite3_prepare_v3(
          handle, text.baseAddress, Int32(clamping: text.count),
          UInt32(SQLITE_PREPARE_PERSISTENT), &pointer, nil)
      }
    }
    guard code == SQLITE_OK else { throw failure(code) }
    guard let pointer = unsafe pointer else {
      throw SQLiteError(extendedCode: .misuse, message: "no statement in the SQL")
    }
    return unsafe PreparedStatement(pointer)
  }

  /// Runs a statement to its end, discarding its rows.
  ///
  /// - Returns: the number of rows that the statement inserted, updated or deleted.
  /// - Throws: ``SQLiteError``.
  @discardableResult
  public mutating func run(
    _ sql: String, _ values: [SQLValue] = []
  ) throws(SQLiteError) -> Int {
    let before = unsafe sqlite3_total_changes64(handle)
    try withStatement(sql) { statement throws(SQLiteError) in
      try statement.bind(values)
      while try statement.step() {}
    }
    return unsafe Int(sqlite3_total_changes64(handle) - before)
  }

  /// Reads all rows of a statement.
  ///
  /// - Parameters:
  ///   - sql: one statement.
  ///   - values: its parameters.
  ///   - row: reads one row; it must not step.
  /// - Returns: what `row` returned, in order.
  /// - Throws: what `row` throws; ``SQLiteError``, wrapped.
  public mutating func rows<Row, Failure: SQLiteFailure>(
    _ sql: String, _ values: [SQLValue] = [],
    _ row: (borrowing Statement) throws(Failure) -> Row
  ) throws(Failure) -> [Row] {
    try withStatement(sql) { statement throws(Failure) in
      var rows: [Row] = []
      try Failure.wrapping { () throws(SQLiteError) in try statement.bind(values) }
      while try Failure.wrapping({ () throws(SQLiteError) in try statement.step() }) {
        rows.append(try row(statement))
      }
      return rows
    }
  }

  /// Returns the integer in the first column of the first row; `nil` without a row, or for another
  /// type.
  ///
  /// - Throws: ``SQLiteError``.
  public mutating func integer(
    _ sql: String, _ values: [SQLValue] = []
  ) throws(SQLiteError) -> Int64? {
    try withStatement(sql) { statement throws(SQLiteError) in
      try statement.bind(values)
      return try statement.step() ? statement.integer(at: 0) : nil
    }
  }

  /// Returns the text in the first column of the first row; `nil` without a row, or for another
  /// type.
  ///
  /// - Throws: ``SQLiteError``.
  public mutating func text(
    _ sql: String, _ values: [SQLValue] = []
  ) throws(SQLiteError) -> String? {
    try withStatement(sql) { statement throws(SQLiteError) in
      try statement.bind(values)
      return try statement.step() ? statement.text(at: 0) : nil
    }
  }
}
