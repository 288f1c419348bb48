public import PasswordHistory
import SQLite

extension SQLiteHistoryStore {
  /// Returns the entries of an account, newest first.
  ///
  /// - Throws: `HistoryError.store`, `HistoryError.unknownDigest`.
  /// - Complexity: O(*n* + log *m*) for *n* entries of the account and *m* of the store.
  public func entries(of account: AccountID) async throws(HistoryError) -> [HistoryEntry] {
    try await reading { connection throws(StoreFailure) in
      try Self.entries(of: account, in: &connection)
    }
  }

  /// Edits the histories of accounts in one transaction; see `PasswordHistoryStore.edit`.
  ///
  /// One transaction waits for the disk three to four times, however many accounts it has.
  ///
  /// - Throws: what `body` throws; `HistoryError.store`, `HistoryError.unknownDigest`.
  public func edit(
    _ accounts: [AccountID], _ body: (inout AccountHistory) throws(HistoryError) -> Void
  ) async throws(HistoryError) {
    try await writing { connection throws(StoreFailure) in
      let before = try Self.largestLast(in: &connection)
      var largestLast = before
      for account in accounts {
        var history = AccountHistory(
          account: account, entries: try Self.entries(of: account, in: &connection),
          largestLast: largestLast)
        do throws(HistoryError) {
          try body(&history)
        } catch {
          throw StoreFailure.history(error)
        }
        try StoreFailure.wrapping { () throws(SQLiteError) in
          try Self.write(history, in: &connection)
        }
        largestLast = history.largestLast
      }
      guard largestLast != before else { return }
      try StoreFailure.wrapping { () throws(SQLiteError) in
        try Self.setLargestLast(largestLast, in: &connection)
      }
    }
  }

  /// Calls `body` with every entry: accounts in byte order, and the newest entry of each account
  /// first.
  ///
  /// Other processes may write in the meantime: the entries of one account are consistent, those of
  /// all accounts need not be.
  ///
  /// - Throws: what `body` throws; `HistoryError.store`, `HistoryError.unknownDigest`.
  /// - Complexity: O(*n*), where *n* is the number of entries of the store; memory for a few
  ///   hundred accounts.
  public func visitEntries(
    _ body: (AccountID, HistoryEntry) throws(HistoryError) -> Void
  ) async throws(HistoryError) {
    // In parts, so that a slow reader of a list does not keep writers waiting.
    var last = ""
    while true {
      let part = try await reading { connection throws(StoreFailure) in
        try Self.entries(after: last, accountCount: 256, in: &connection)
      }
      for (account, entry) in part { try body(account, entry) }
      guard let account = part.last?.0 else { return }
      last = account.text
    }
  }

  /// Returns the maximum number of values that a password was compared with since the file was
  /// made.
  ///
  /// - Throws: `HistoryError.store`.
  public func largestLast() async throws(HistoryError) -> Int {
    try await reading { connection throws(StoreFailure) in
      try Self.largestLast(in: &connection)
    }
  }

  /// Removes the oldest entries of every account, and overwrites them in the file; see
  /// `PasswordHistoryStore.prune`.
  ///
  /// - Returns: the number of entries removed.
  /// - Throws: `HistoryError.store`.
  /// - Complexity: O(*n*), where *n* is the number of entries of the store.
  @discardableResult
  public func prune(keeping count: Int, forgetsLargerUse: Bool) async throws(HistoryError) -> Int {
    precondition(count >= 0, "PasswordHistory: a negative number of values")
    return try await writing { connection throws(StoreFailure) in
      if forgetsLargerUse {
        try StoreFailure.wrapping { () throws(SQLiteError) in
          try Self.setLargestLast(count, in: &connection)
        }
      }
      let kept = max(1, count, try Self.largestLast(in: &connection))
      return try StoreFailure.wrapping { () throws(SQLiteError) in
        try connection.run(
          """
          DELETE FROM entry WHERE (account, sequence) IN (
            SELECT account, sequence FROM (
              SELECT account, sequence,
                row_number() OVER (PARTITION BY account ORDER BY sequence DESC) AS place
              FROM entry)
            WHERE place > ?)
          """, [SQLValue(kept)])
      }
    }
  }

  /// The number of entries of all accounts.
  ///
  /// - Throws: `HistoryError.store`.
  /// - Complexity: O(*n*), where *n* is the number of entries; much faster than reading them.
  package func entryCount() async throws(HistoryError) -> Int {
    try await reading { connection throws(StoreFailure) in
      let count = try StoreFailure.wrapping { () throws(SQLiteError) in
        try connection.integer("SELECT count(*) FROM entry")
      }
      return Int(count ?? 0)
    }
  }

  /// Reads the whole file and reports where it is damaged.
  ///
  /// - Parameter afterEntry: called after each entry that is intact.
  /// - Throws: `HistoryError.store` with `StoreProblem.corrupt`; `HistoryError.unknownDigest`.
  /// - Complexity: O(*n*), where *n* is the number of entries of the store.
  public func verify(afterEntry: () -> Void = {}) async throws(HistoryError) {
    try await reading { connection throws(StoreFailure) in
      let (answer, unnamed) = try StoreFailure.wrapping { () throws(SQLiteError) in
        (
          try connection.text("PRAGMA integrity_check(1)"),
          // No account has an empty name, and a visit starts after it.
          try connection.integer("SELECT count(*) FROM entry WHERE account = ''")
        )
      }
      guard answer == "ok", unnamed == 0 else { throw .store(.corrupt(account: nil)) }
      _ = try Self.largestLast(in: &connection)
    }
    try await visitEntries { _, _ in afterEntry() }
  }
}
