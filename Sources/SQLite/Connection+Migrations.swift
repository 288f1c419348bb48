extension Connection {
  /// Returns the version of an application's tables, which it stores in the file.
  ///
  /// - Throws: ``SQLiteError``.
  public mutating func userVersion() throws(SQLiteError) -> Int {
    Int(try integer("PRAGMA user_version") ?? 0)
  }

  /// Migrates the tables to their newest version.
  ///
  /// Step *n* of the list, counted from 1, migrates a file from version *n* - 1 to version *n* in
  /// its own transaction. Steps that a file has already passed are not run again: never change a
  /// step that has been released, but add one.
  ///
  /// - Parameter steps: scripts, oldest first.
  /// - Returns: the version that the file had.
  /// - Throws: ``SQLiteError``. For a file of a version beyond the last step it is
  ///   ``ResultCode/mismatch``, and the file is left unchanged.
  @discardableResult
  public mutating func migrate(_ steps: [String]) throws(SQLiteError) -> Int {
    let first = try userVersion()
    guard (0...steps.count).contains(first) else {
      throw SQLiteError(
        extendedCode: .mismatch,
        message: "the tables have version \(first), and this program knows 0 to \(steps.count)")
    }
    for (version, step) in steps.enumerated().dropFirst(first) {
      try transaction(.immediate) { connection throws(SQLiteError) in
        // Another process may have been faster.
        guard try connection.userVersion() == version else { return }
        try connection.execute(step)
        // Pragmas do not accept parameters.
        try connection.execute("PRAGMA user_version = \(version + 1)")
      }
    }
    return first
  }
}
