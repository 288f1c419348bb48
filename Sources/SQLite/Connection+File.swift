import CSQLite

extension Connection {
  /// The bytes of the file that the main database is, or would be if it were one.
  ///
  /// - Throws: ``SQLiteError`` when there is no memory.
  /// - Complexity: O(*n*), *n* the bytes of the database; it must fit into memory.
  public mutating func serialized() throws(SQLiteError) -> [UInt8] {
    var count: Int64 = 0
    guard let bytes = unsafe sqlite3_serialize(handle, "main", &count, 0) else {
      throw unsafe SQLiteError(code: SQLITE_NOMEM, on: nil)
    }
    defer { unsafe sqlite3_free(bytes) }
    return unsafe Array(UnsafeBufferPointer(start: bytes, count: Int(count)))
  }

  /// The versions of the file format that a program must know to write the file and to read it: 1
  /// with a rollback journal, 2 with a write-ahead log.
  ///
  /// SQLite takes a file whose first number it does not know for one that must not be written; they
  /// differ in no file that SQLite has made.
  ///
  /// - Throws: ``SQLiteError``, also for a database in memory.
  public mutating func fileFormatVersions() throws(SQLiteError) -> (write: UInt8, read: UInt8) {
    var bytes: (UInt8, UInt8) = (0, 0)
    // Where the header of the file has them.
    let code = unsafe withUnsafeMutableBytes(of: &bytes) { bytes in
      unsafe csqlite_read_file(handle, bytes.baseAddress, 2, 18)
    }
    guard code == SQLITE_OK else { throw unsafe SQLiteError(code: code, on: nil) }
    return (write: bytes.0, read: bytes.1)
  }
}
