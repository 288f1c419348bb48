package import PasswordHistory
import SQLite

// The unfinished runs. The marks of a run on entries do not show them: a mark is lost when its
// entry is pruned, or another run draws its value again.
extension SQLiteHistoryStore {
  /// Records that a run has begun to mint here.
  package func begin(_ run: RunID) async throws(HistoryError) {
    try await writing { connection throws(StoreFailure) in
      try StoreFailure.wrapping { () throws(SQLiteError) in
        try Self.note(Self.setting(run), in: &connection)
      }
    }
  }

  /// Whether a run has begun here, and has not ended.
  package func isUnfinished(_ run: RunID) async throws(HistoryError) -> Bool {
    try await reading { connection throws(StoreFailure) in
      try StoreFailure.wrapping { () throws(SQLiteError) in
        try connection.integer(
          "SELECT value FROM setting WHERE name = ?", [.text(Self.setting(run))]) != nil
      }
    }
  }

  /// Records that a run has ended.
  package func end(_ run: RunID) async throws(HistoryError) {
    try await writing { connection throws(StoreFailure) in
      _ = try StoreFailure.wrapping { () throws(SQLiteError) in
        try connection.run("DELETE FROM setting WHERE name = ?", [.text(Self.setting(run))])
      }
    }
  }

  private static func setting(_ run: RunID) -> String { "run:\(run.text)" }
}
