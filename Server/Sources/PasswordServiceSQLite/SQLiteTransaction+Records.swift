import PasswordService
import SQLite

extension SQLiteTransaction {
  private static let recordColumns =
    (["id", "list_id"] + ContentsColumns.names
    + ["reset_schedule", "allow_export", "is_recycled", "handled_expiry"]).joined(separator: ", ")
  private static let selectRecords = "SELECT \(recordColumns) FROM record"
  private static let putRecord =
    "INSERT OR REPLACE INTO record (\(recordColumns)) VALUES (\(marks(6)))"

  private static let rowColumns =
    (["record_id", "change"] + ContentsColumns.names
    + ["time", "list_name", "user_id", "first_name", "surname"]).joined(separator: ", ")
  private static let selectRows = "SELECT id, \(rowColumns) FROM history"
  private static let insertRow = "INSERT INTO history (\(rowColumns)) VALUES (\(marks(7)))"
  private static let replaceRow =
    "INSERT OR REPLACE INTO history (id, \(rowColumns)) VALUES (\(marks(8)))"

  /// Parameter marks: one for each column of the contents, and `more` after them.
  private static func marks(_ more: Int) -> String {
    Array(repeating: "?", count: ContentsColumns.names.count + more).joined(separator: ", ")
  }

  func allocateRecordID() throws(StoreError) -> Int {
    try run("UPDATE counter SET value = value + 1 WHERE name = 'record'")
    return try integer("SELECT value FROM counter WHERE name = 'record'") ?? 0
  }

  func record(_ id: Int) throws(StoreError) -> PasswordRecord? {
    try records("WHERE id = ?", [.integer(Int64(id))]).first
  }

  func records(
    inList listID: Int?, after id: Int, limit: Int
  ) throws(StoreError) -> [PasswordRecord] {
    let range = [SQLValue.integer(Int64(id)), .integer(Int64(limit))]
    guard let listID else { return try records("WHERE id > ? ORDER BY id LIMIT ?", range) }
    return try records(
      "WHERE list_id = ? AND id > ? ORDER BY id LIMIT ?", [.integer(Int64(listID))] + range)
  }

  func recordCount(inList listID: Int) throws(StoreError) -> Int {
    try integer(
      "SELECT count(*) FROM record WHERE list_id = ? AND is_recycled = 0",
      [.integer(Int64(listID))]) ?? 0
  }

  func expiredRecords(before date: CalendarDate) throws(StoreError) -> [PasswordRecord] {
    try records(
      "WHERE expiry < ? AND handled_expiry IS NOT expiry ORDER BY id",
      [.integer(Int64(date.daysSince1970))])
  }

  private func records(
    _ condition: String, _ values: [SQLValue]
  ) throws(StoreError) -> [PasswordRecord] {
    let contentsCount = ContentsColumns.names.count
    return try rows("\(Self.selectRecords) \(condition)", values) { row throws(StoreError) in
      var record = PasswordRecord(
        id: try row.requiredInteger(0), listID: try row.requiredInteger(1))
      record.contents = try ContentsColumns.contents(of: row, from: 2)
      let rest = 2 + contentsCount
      record.resetSchedule = try row.optionalText(rest).flatMap { ResetSchedule($0) }
      record.allowExport = try row.requiredInteger(rest + 1) != 0
      record.isRecycled = try row.requiredInteger(rest + 2) != 0
      record.handledExpiry = row.optionalInteger(rest + 3).map { CalendarDate(daysSince1970: $0) }
      return record
    }
  }

  func put(_ record: PasswordRecord) throws(StoreError) {
    let ids: [SQLValue] = [.integer(Int64(record.id)), .integer(Int64(record.listID))]
    let rest: [SQLValue] = [
      SQLValue(record.resetSchedule?.text), .integer(record.allowExport ? 1 : 0),
      .integer(record.isRecycled ? 1 : 0), SQLValue(record.handledExpiry?.daysSince1970),
    ]
    try run(Self.putRecord, ids + ContentsColumns.values(of: record.contents) + rest)
    try run(
      "UPDATE counter SET value = max(value, ?) WHERE name = 'record'",
      [.integer(Int64(record.id))])
  }

  func removeRecord(_ id: Int) throws(StoreError) {
    try run("DELETE FROM record WHERE id = ?", [.integer(Int64(id))])
    try run("DELETE FROM history WHERE record_id = ?", [.integer(Int64(id))])
  }

  // MARK: History

  func append(_ row: HistoryRow) throws(StoreError) -> Int {
    try run(Self.insertRow, Self.values(of: row))
    return try lastInsertedID
  }

  func replace(_ row: HistoryRow) throws(StoreError) {
    try run(Self.replaceRow, [.integer(Int64(row.id))] + Self.values(of: row))
  }

  private static func values(of row: HistoryRow) -> [SQLValue] {
    [.integer(Int64(row.recordID)), .text(row.change.rawValue)]
      + ContentsColumns.values(of: row.contents) + [
        .integer(Int64(row.time)), .text(row.listName), .text(row.author.userID),
        .text(row.author.firstName), .text(row.author.surname),
      ]
  }

  func history(
    ofRecord id: Int, before row: Int, limit: Int
  ) throws(StoreError) -> [HistoryRow] {
    try historyRows(
      "WHERE record_id = ? AND id < ? ORDER BY id DESC LIMIT ?",
      [.integer(Int64(id)), .integer(Int64(row)), .integer(Int64(limit))])
  }

  func history(after id: Int, limit: Int) throws(StoreError) -> [HistoryRow] {
    try historyRows(
      "WHERE id > ? ORDER BY id LIMIT ?", [.integer(Int64(id)), .integer(Int64(limit))])
  }

  private func historyRows(
    _ condition: String, _ values: [SQLValue]
  ) throws(StoreError) -> [HistoryRow] {
    let contentsCount = ContentsColumns.names.count
    return try rows("\(Self.selectRows) \(condition)", values) { row throws(StoreError) in
      let rest = 3 + contentsCount
      return HistoryRow(
        id: try row.requiredInteger(0), recordID: try row.requiredInteger(1),
        change: try row.requiredCase(2),
        contents: try ContentsColumns.contents(of: row, from: 3),
        time: try row.requiredInteger(rest), listName: try row.requiredText(rest + 1),
        author: Author(
          userID: try row.requiredText(rest + 2), firstName: try row.requiredText(rest + 3),
          surname: try row.requiredText(rest + 4)))
    }
  }
}
