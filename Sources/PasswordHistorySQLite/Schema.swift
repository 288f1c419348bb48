import PasswordHistory
import SQLite

/// The tables of a history, and the numbers that identify such a file.
package enum Schema {
  /// SQLite's `application_id` of a password history: `PwHi`.
  package static let applicationID = 0x5077_4869
  /// The version that this code reads and writes.
  package static let version = 1

  // One B-tree without an index, so that there is no second copy that could disagree with the
  // first.
  static let script = """
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
    """

  static func check(_ connection: inout Connection) throws(StoreFailure) {
    let (application, found, tables) = try StoreFailure.wrapping { () throws(SQLiteError) in
      (
        try connection.integer("PRAGMA application_id"), try connection.userVersion(),
        try connection.rows(
          "SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name"
        ) { row throws(SQLiteError) in try row.text(at: 0) }
      )
    }
    guard application == Int64(applicationID) else { throw .store(.notAHistory) }
    guard found <= version else {
      throw .store(.newerSchema(found: found, supported: version))
    }
    guard found == version, tables == ["entry", "setting"] else {
      throw .store(.corrupt(account: nil))
    }
    // Of the two, SQLite itself checks only the second, and treats a file whose first is damaged as
    // read-only.
    let versions = try StoreFailure.wrapping { () throws(SQLiteError) in
      try connection.fileFormatVersions()
    }
    guard versions.write == versions.read else { throw .store(.corrupt(account: nil)) }
  }
}
