public import PasswordHistory
import SQLite

extension SQLiteHistoryStore {
  /// Records that a run has begun; nothing changes if it has begun before.
  ///
  /// - Throws: `HistoryError.store`.
  public func begin(_ run: RunID) async throws(HistoryError) {
    try await writing { connection throws(StoreFailure) in
      try StoreFailure.wrapping { () throws(SQLiteError) in
        try Self.note(Self.setting(run), in: &connection)
      }
    }
  }

  /// Whether a run has begun and not ended.
  ///
  /// - Throws: `HistoryError.store`.
  public func isUnfinished(_ run: RunID) async throws(HistoryError) -> Bool {
    try await reading { connection throws(StoreFailure) in
      try StoreFailure.wrapping { () throws(SQLiteError) in
        try connection.integer(
          "SELECT value FROM setting WHERE name = ?", [.text(Self.setting(run))]) != nil
      }
    }
  }

  /// Records that a run has ended; nothing changes if it never began.
  ///
  /// - Throws: `HistoryError.store`.
  public func end(_ run: RunID) async throws(HistoryError) {
    try await writing { connection throws(StoreFailure) in
      _ = try StoreFailure.wrapping { () throws(SQLiteError) in
        try connection.run("DELETE FROM setting WHERE name = ?", [.text(Self.setting(run))])
      }
    }
  }

  private static func setting(_ run: RunID) -> String { "run:\(run.text)" }
}
