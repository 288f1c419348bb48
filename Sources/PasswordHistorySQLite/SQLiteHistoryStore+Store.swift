import GRDB
public import PasswordHistory

extension SQLiteHistoryStore {
  /// The entries of an account, newest first.
  ///
  /// - Throws: `HistoryError.store`,
  ///   `HistoryError.unknownDigest`.
  /// - Complexity: O(*n* + log *m*), *n* the entries of the account and *m* those of the store.
  public func entries(of account: AccountID) throws(HistoryError) -> [HistoryEntry] {
    try reading { try Self.entries(of: account, in: $0) }
  }

  /// Edits the histories of accounts in one transaction; see
  /// `PasswordHistoryStore.edit`.
  ///
  /// One transaction costs three to four waits for the disk, however many accounts it has.
  ///
  /// - Throws: what `body` throws; `HistoryError.store`,
  ///   `HistoryError.unknownDigest`.
  public func edit(
    _ accounts: [AccountID], _ body: (inout AccountHistory) throws(HistoryError) -> Void
  ) throws(HistoryError) {
    try writing { database in
      let before = try Self.largestLast(in: database)
      var largestLast = before
      for account in accounts {
        var history = AccountHistory(
          account: account, entries: try Self.entries(of: account, in: database),
          largestLast: largestLast)
        try body(&history)
        try Self.write(history, in: database)
        largestLast = history.largestLast
      }
      if largestLast != before { try Self.setLargestLast(largestLast, in: database) }
    }
  }

  /// Calls `body` with every entry, the accounts in the order of their bytes, the newest entry of
  /// each first.
  ///
  /// Other processes may write meanwhile: the entries of one account belong together, those of all
  /// accounts need not.
  ///
  /// - Throws: what `body` throws; `HistoryError.store`,
  ///   `HistoryError.unknownDigest`.
  /// - Complexity: O(*n*), *n* the entries of the store; memory for a few hundred accounts.
  public func visitEntries(
    _ body: (AccountID, HistoryEntry) throws(HistoryError) -> Void
  ) throws(HistoryError) {
    // In parts, so that a slow reader of a list does not keep writers waiting.
    var last = ""
    while true {
      let part = try reading { try Self.entries(after: last, accountCount: 256, in: $0) }
      for (account, entry) in part { try body(account, entry) }
      guard let account = part.last?.0 else { return }
      last = account.text
    }
  }

  /// The largest number of values that a password was compared with since the file was made.
  ///
  /// - Throws: `HistoryError.store`.
  public func largestLast() throws(HistoryError) -> Int {
    try reading { try Self.largestLast(in: $0) }
  }

  /// Removes the oldest entries of every account, and overwrites them in the file; see
  /// `PasswordHistoryStore.prune`.
  ///
  /// - Returns: how many entries were removed.
  /// - Throws: `HistoryError.store`.
  /// - Complexity: O(*n*), *n* the entries of the store.
  @discardableResult
  public func prune(keeping count: Int, forgetsLargerUse: Bool) throws(HistoryError) -> Int {
    precondition(count >= 0, "PasswordHistory: a negative number of values")
    var removed = 0
    try writing { database in
      if forgetsLargerUse { try Self.setLargestLast(count, in: database) }
      let kept = max(1, count, try Self.largestLast(in: database))
      try database.execute(
        sql: """
          DELETE FROM entry WHERE (account, sequence) IN (
            SELECT account, sequence FROM (
              SELECT account, sequence,
                row_number() OVER (PARTITION BY account ORDER BY sequence DESC) AS place
              FROM entry)
            WHERE place > ?)
          """, arguments: [kept])
      removed = database.changesCount
    }
    return removed
  }

  /// Reads the whole file, and says where it is damaged.
  ///
  /// - Throws: `HistoryError.store` with
  ///   `StoreProblem.corrupt`;
  ///   `HistoryError.unknownDigest`.
  /// - Complexity: O(*n*), *n* the entries of the store.
  public func verify() throws(HistoryError) {
    try reading { database in
      guard try String.fetchOne(database, sql: "PRAGMA integrity_check(1)") == "ok" else {
        throw StoreFailure(.corrupt(account: nil))
      }
      _ = try Self.largestLast(in: database)
      // No account has an empty name, and a visit begins after it.
      guard try Int.fetchOne(database, sql: "SELECT count(*) FROM entry WHERE account = ''") == 0
      else { throw StoreFailure(.corrupt(account: nil)) }
    }
    try visitEntries { _, _ in }
  }
}
