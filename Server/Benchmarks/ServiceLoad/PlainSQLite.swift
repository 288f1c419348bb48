import ArgumentParser
import SQLite

/// One row a transaction, by one connection with a write-ahead log synced in full; prints the
/// commits a second.
struct PlainSQLite: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "sqlite")

  @Option var path: String
  @Option var seconds = 10

  func run() throws {
    var connection = try Connection(path: path, access: .create)
    try connection.execute(
      "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; CREATE TABLE t (x BLOB)")
    let end = ContinuousClock.now + .seconds(seconds)
    let row = [SQLValue.blob([UInt8](repeating: 1, count: 500))]
    var count = 0
    while ContinuousClock.now < end {
      _ = try connection.transaction { connection throws(SQLiteError) in
        try connection.run("INSERT INTO t VALUES (?)", row)
      }
      count += 1
    }
    print(count / seconds)
  }
}
