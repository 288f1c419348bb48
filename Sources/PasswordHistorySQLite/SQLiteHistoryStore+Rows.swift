import GRDB
import PasswordHistory

// The texts that read and write rows. None is put together from what a caller gave.
extension SQLiteHistoryStore {
  private static let columns = "account, sequence, digest, date, run, state, checksum"

  static func entries(
    of account: AccountID, in database: Database
  ) throws -> [HistoryEntry] {
    let statement = try database.cachedStatement(
      sql: "SELECT \(columns) FROM entry WHERE account = ? ORDER BY sequence DESC")
    return try Row.fetchAll(statement, arguments: [account.text]).map { try entry($0).1 }
  }

  /// The rows of the next accounts in order.
  static func entries(
    after account: String, accountCount: Int, in database: Database
  ) throws -> [(AccountID, HistoryEntry)] {
    let statement = try database.cachedStatement(
      sql: """
        SELECT \(columns) FROM entry
        WHERE account > ?1 AND account <= (
          SELECT max(account) FROM (
            SELECT DISTINCT account FROM entry WHERE account > ?1 ORDER BY account LIMIT ?2))
        ORDER BY account, sequence DESC
        """)
    return try Row.fetchAll(statement, arguments: [account, accountCount]).map(entry)
  }

  private static func entry(_ row: Row) throws -> (AccountID, HistoryEntry) {
    guard let name = row[0] as String?, let account = try? AccountID(name) else {
      throw StoreFailure(.corrupt(account: nil))
    }
    let damaged = StoreFailure(.corrupt(account: account))
    guard let sequence = row[1] as Int64?, let text = row[2] as String?,
      let seconds = row[3] as Int64?, let checksum = row[6] as Int64?
    else { throw damaged }
    var minting: Minting?
    if let run = row[4] as String? {
      guard let run = try? RunID(run), let number = row[5] as Int?,
        let state = Minting.State(rawValue: number)
      else { throw damaged }
      minting = Minting(run: run, state: state)
    }
    // A text that was damaged is no digest of a later version.
    guard let digest = try? PasswordDigest(text: text) else {
      throw RowChecksum.of(
        text: text, sequence: sequence, seconds: seconds, minting: minting, account: account)
        == checksum ? HistoryError.unknownDigest : damaged
    }
    let entry = HistoryEntry(
      sequence: sequence, digest: digest, date: HistoryDate(secondsSince1970: seconds),
      minting: minting)
    guard RowChecksum.of(entry, account: account) == checksum else { throw damaged }
    return (account, entry)
  }

  static func write(_ history: AccountHistory, in database: Database) throws {
    for change in history.changes {
      switch change {
      case .remove(let sequence):
        try database.cachedStatement(sql: "DELETE FROM entry WHERE account = ? AND sequence = ?")
          .execute(arguments: [history.account.text, sequence])
      case .insert(let entry):
        try database.cachedStatement(
          sql: "INSERT INTO entry (\(columns)) VALUES (?, ?, ?, ?, ?, ?, ?)"
        ).execute(arguments: [
          history.account.text, entry.sequence, entry.digest.text, entry.date.secondsSince1970,
          entry.minting?.run.text, entry.minting?.state.rawValue,
          RowChecksum.of(entry, account: history.account),
        ])
      }
    }
  }

  static func largestLast(in database: Database) throws -> Int {
    let statement = try database.cachedStatement(
      sql: "SELECT value FROM setting WHERE name = 'largest_last'")
    guard let value = try Int.fetchOne(statement), value >= 0 else {
      throw StoreFailure(.corrupt(account: nil))
    }
    return value
  }

  static func setLargestLast(_ value: Int, in database: Database) throws {
    try database.cachedStatement(
      sql: "UPDATE setting SET value = ? WHERE name = 'largest_last'"
    ).execute(arguments: [value])
  }
}
