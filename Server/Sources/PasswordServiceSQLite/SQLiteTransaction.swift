import PasswordService
import SQLite
import TextTools

/// A connection to the store, and the operations of a transaction on it.
///
/// It is used by one thread at a time.
final class SQLiteTransaction: StoreTransaction, @unchecked Sendable {
  // Safe to send: the store hands each to one thread at a time.
  var connection: Connection

  init(path: String, access: Connection.Access) throws(StoreError) {
    do throws(SQLiteError) {
      connection = try Connection(path: path, access: access, busyTimeout: .seconds(10))
      // What is removed is overwritten: a field may have become a password's.
      try connection.execute(
        "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA secure_delete = ON")
    } catch {
      throw StoreError(error)
    }
  }

  func run(_ sql: String, _ values: [SQLValue] = []) throws(StoreError) {
    do {
      try connection.run(sql, values)
    } catch {
      throw StoreError(error)
    }
  }

  func integer(_ sql: String, _ values: [SQLValue] = []) throws(StoreError) -> Int? {
    do {
      return try connection.integer(sql, values).map { Int($0) }
    } catch {
      throw StoreError(error)
    }
  }

  func rows<Row>(
    _ sql: String, _ values: [SQLValue] = [],
    _ row: (borrowing Statement) throws(StoreError) -> Row
  ) throws(StoreError) -> [Row] {
    try connection.rows(sql, values, row)
  }

  /// The number of the row that was inserted last.
  var lastInsertedID: Int {
    get throws(StoreError) { try integer("SELECT last_insert_rowid()") ?? 0 }
  }

  // MARK: Configuration

  func configurationVersion() throws(StoreError) -> Int {
    try integer("SELECT value FROM counter WHERE name = 'configuration'") ?? 0
  }

  private func bumpConfigurationVersion() throws(StoreError) {
    try run("UPDATE counter SET value = value + 1 WHERE name = 'configuration'")
  }

  func configuration() throws(StoreError) -> ServiceConfiguration {
    let document = try rows("SELECT document FROM configuration") {
      row throws(StoreError) in try row.requiredText(0)
    }.first
    let keys = try rows("SELECT name, scope, list_id, hash, prefix FROM caller_key") {
      row throws(StoreError) in
      let (name, scope) = (try row.requiredText(0), try row.requiredText(1))
      guard let scope = ServiceKey.Scope(name: scope, list: row.optionalInteger(2)) else {
        throw .damaged("the scope of a key")
      }
      return ServiceKey(
        name: name, scope: scope, hash: try row.requiredBlob(3), prefix: try row.requiredText(4))
    }
    return try ServiceConfiguration(storedDocument: Array((document ?? "").utf8), keys: keys)
  }

  func setConfiguration(_ configuration: ServiceConfiguration) throws(StoreError) {
    try run(
      "INSERT OR REPLACE INTO configuration VALUES (1, ?)", [.text(configuration.document.text)])
    try run("DELETE FROM caller_key")
    for key in configuration.keys.values.sorted(by: { $0.name < $1.name }) {
      try run(
        "INSERT INTO caller_key VALUES (?, ?, ?, ?, ?)",
        [
          .text(key.name), .text(key.scope.name), SQLValue(key.scope.listID), .blob(key.hash),
          .text(key.prefix),
        ])
    }
    try bumpConfigurationVersion()
  }

  func wrappedKeys() throws(StoreError) -> [WrappedKey] {
    try rows("SELECT id, master_id, bytes FROM wrapped_key ORDER BY id, master_id") {
      row throws(StoreError) in
      WrappedKey(
        id: try row.requiredInteger(0), masterID: try row.requiredBlob(1),
        bytes: try row.requiredBlob(2))
    }
  }

  func setWrappedKeys(_ keys: [WrappedKey]) throws(StoreError) {
    try run("DELETE FROM wrapped_key")
    for key in keys {
      try run(
        "INSERT INTO wrapped_key VALUES (?, ?, ?)",
        [.integer(Int64(key.id)), .blob(key.masterID), .blob(key.bytes)])
    }
    try bumpConfigurationVersion()
  }
}
