import PasswordHistory
import SQLite

// The statements that read and write rows. None is composed from a caller's input.
extension SQLiteHistoryStore {
  private static let columns = "account, sequence, digest, date, run, state, checksum"

  static func entries(
    of account: AccountID, in connection: inout Connection
  ) throws(StoreFailure) -> [HistoryEntry] {
    try connection.rows(
      "SELECT \(columns) FROM entry WHERE account = ? ORDER BY sequence DESC",
      [.text(account.text)]
    ) { row throws(StoreFailure) in try entry(row).1 }
  }

  /// Returns the rows of the next accounts in order.
  static func entries(
    after account: String, accountCount: Int, in connection: inout Connection
  ) throws(StoreFailure) -> [(AccountID, HistoryEntry)] {
    try connection.rows(
      """
      SELECT \(columns) FROM entry
      WHERE account > ?1 AND account <= (
        SELECT max(account) FROM (
          SELECT DISTINCT account FROM entry WHERE account > ?1 ORDER BY account LIMIT ?2))
      ORDER BY account, sequence DESC
      """, [.text(account), SQLValue(accountCount)]
    ) { row throws(StoreFailure) in try entry(row) }
  }

  private static func entry(
    _ row: borrowing Statement
  ) throws(StoreFailure) -> (AccountID, HistoryEntry) {
    guard let name = try text(of: row, at: 0), let account = try? AccountID(name) else {
      throw .store(.corrupt(account: nil))
    }
    let damaged = StoreFailure.store(.corrupt(account: account))
    guard let sequence = row.integer(at: 1), let text = try text(of: row, at: 2),
      let seconds = row.integer(at: 3), let checksum = row.integer(at: 6)
    else { throw damaged }
    var minting: Minting?
    if !row.isNull(at: 4) {
      guard let name = try Self.text(of: row, at: 4), let run = try? RunID(name),
        let number = row.integer(at: 5), let state = Minting.State(rawValue: Int(number))
      else { throw damaged }
      minting = Minting(run: run, state: state)
    }
    // A damaged text is not a digest of a later version.
    guard let digest = try? PasswordDigest(text: text) else {
      throw RowChecksum.of(
        text: text, sequence: sequence, seconds: seconds, minting: minting, account: account)
        == checksum ? .history(.unknownDigest) : damaged
    }
    let entry = HistoryEntry(
      sequence: sequence, digest: digest, date: HistoryDate(secondsSince1970: seconds),
      minting: minting)
    guard RowChecksum.of(entry, account: account) == checksum else { throw damaged }
    return (account, entry)
  }

  private static func text(
    of row: borrowing Statement, at column: Int
  ) throws(StoreFailure) -> String? {
    do {
      return try row.text(at: column)
    } catch {
      throw .sqlite(error)
    }
  }

  static func write(
    _ history: AccountHistory, in connection: inout Connection
  ) throws(SQLiteError) {
    for change in history.changes {
      switch change {
      case .remove(let sequence):
        try connection.run(
          "DELETE FROM entry WHERE account = ? AND sequence = ?",
          [.text(history.account.text), .integer(sequence)])
      case .insert(let entry):
        try connection.run(
          "INSERT INTO entry (\(columns)) VALUES (?, ?, ?, ?, ?, ?, ?)",
          [
            .text(history.account.text), .integer(entry.sequence), .text(entry.digest.text),
            .integer(entry.date.secondsSince1970), SQLValue(entry.minting?.run.text),
            SQLValue(entry.minting?.state.rawValue),
            .integer(RowChecksum.of(entry, account: history.account)),
          ])
      }
    }
  }

  static func largestLast(in connection: inout Connection) throws(StoreFailure) -> Int {
    let value = try StoreFailure.wrapping { () throws(SQLiteError) in
      try connection.integer("SELECT value FROM setting WHERE name = 'largest_last'")
    }
    guard let value, value >= 0 else { throw .store(.corrupt(account: nil)) }
    return Int(value)
  }

  static func setLargestLast(
    _ value: Int, in connection: inout Connection
  ) throws(SQLiteError) {
    try connection.run(
      "UPDATE setting SET value = ? WHERE name = 'largest_last'", [SQLValue(value)])
  }
}
