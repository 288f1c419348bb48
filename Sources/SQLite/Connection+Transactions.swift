import CSQLite

extension Connection {
  /// When a transaction takes its lock.
  public enum TransactionKind: String, Hashable, Sendable {
    /// It takes the lock with the first statement that needs it, for reading several times in one
    /// state. A write fails with ``ResultCode/busy`` immediately if others have written since the
    /// first read.
    case deferred = "BEGIN DEFERRED"
    /// It takes the lock for writing at the start: of two writers one waits, and neither fails
    /// because of what the other has written.
    case immediate = "BEGIN IMMEDIATE"
    /// Like ``immediate``, but readers wait too, except in a database with a write-ahead log.
    case exclusive = "BEGIN EXCLUSIVE"
  }

  /// Runs `body` in a transaction: everything that it writes is committed when it returns, and
  /// nothing when it throws.
  ///
  /// Transactions do not nest.
  ///
  /// - Returns: what `body` returns.
  /// - Throws: what `body` throws; ``SQLiteError``, wrapped, when the transaction cannot be started
  ///   or committed: then nothing was written.
  public mutating func transaction<Result, Failure: SQLiteFailure>(
    _ kind: TransactionKind = .immediate,
    _ body: (inout Connection) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    try Failure.wrapping { () throws(SQLiteError) in _ = try run(kind.rawValue) }
    do throws(Failure) {
      let result = try body(&self)
      try Failure.wrapping { () throws(SQLiteError) in _ = try run("COMMIT") }
      return result
    } catch {
      // After some errors, such as a full disk, SQLite has already rolled back.
      if isInTransaction { _ = try? run("ROLLBACK") }
      throw error
    }
  }

  /// Whether a transaction is open.
  public var isInTransaction: Bool { unsafe sqlite3_get_autocommit(handle) == 0 }
}
