import GRDB
import PasswordHistory

/// The tables of a history, and the numbers that tell such a file from others.
package enum Schema {
  /// What SQLite's `application_id` says of a password history: `PwHi`.
  package static let applicationID = 0x5077_4869
  /// The version that this code reads and writes.
  package static let version = 1

  // One B-tree and no index beside it, so that there is no second copy to disagree with the first.
  static func create(in database: Database) throws {
    try database.execute(
      sql: """
        CREATE TABLE entry (
          account TEXT NOT NULL,
          sequence INTEGER NOT NULL,  -- the newest has the largest
          digest TEXT NOT NULL,       -- says how it was made
          date INTEGER NOT NULL,      -- seconds since 1970, UTC
          run TEXT,                   -- the run that minted it
          state INTEGER,              -- how far that run has come
          checksum INTEGER NOT NULL,  -- of all columns
          PRIMARY KEY (account, sequence)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE setting (
          name TEXT NOT NULL PRIMARY KEY,
          value INTEGER NOT NULL
        ) STRICT, WITHOUT ROWID;
        INSERT INTO setting VALUES ('largest_last', 0);
        PRAGMA application_id = \(applicationID);
        PRAGMA user_version = \(version);
        """)
  }

  static func check(_ database: Database) throws {
    let application = try Int.fetchOne(database, sql: "PRAGMA application_id") ?? 0
    guard application == applicationID else { throw StoreFailure(.notAHistory) }
    let found = try Int.fetchOne(database, sql: "PRAGMA user_version") ?? 0
    guard found <= version else {
      throw StoreFailure(.newerSchema(found: found, supported: version))
    }
    let tables = try String.fetchAll(
      database, sql: "SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name")
    guard found == version, tables == ["entry", "setting"] else {
      throw StoreFailure(.corrupt(account: nil))
    }
  }
}
