extension Connection {
  /// The number that an application keeps in the file for the version of its tables.
  ///
  /// - Throws: ``SQLiteError``.
  public mutating func userVersion() throws(SQLiteError) -> Int {
    Int(try integer("PRAGMA user_version") ?? 0)
  }

  /// Brings the tables to their newest version.
  ///
  /// Step *n* of the list, counted from 1, takes a file of version *n* - 1 to version *n*, in a
  /// transaction of its own. Steps that a file has behind it are not run again: never change a step
  /// that has been released, add one.
  ///
  /// - Parameter steps: scripts, oldest first.
  /// - Returns: the version that the file had.
  /// - Throws: ``SQLiteError``. A file of a version beyond the last step is
  ///   ``ResultCode/mismatch``, and left as it is.
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
        // A pragma takes no parameter.
        try connection.execute("PRAGMA user_version = \(version + 1)")
      }
    }
    return first
  }
}
