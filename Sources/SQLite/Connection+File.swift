import CSQLite

extension Connection {
  /// Returns the bytes of the main database as they are, or would be, in a file.
  ///
  /// - Throws: ``SQLiteError`` when there is not enough memory.
  /// - Complexity: O(*n*), where *n* is the size of the database in bytes; it must fit into memory.
  public mutating func serialized() throws(SQLiteError) -> [UInt8] {
    var count: Int64 = 0
    guard let bytes = unsafe sqlite3_serialize(handle, "main", &count, 0) else {
      throw unsafe SQLiteError(code: SQLITE_NOMEM, on: nil)
    }
    defer { unsafe sqlite3_free(bytes) }
    return unsafe Array(UnsafeBufferPointer(start: bytes, count: Int(count)))
  }

  /// Returns the versions of the file format that a program must support to write and to read the
  /// file: 1 with a rollback journal, 2 with a write-ahead log.
  ///
  /// SQLite treats a file whose first number it does not know as read-only; the two are equal in
  /// every file that SQLite has made.
  ///
  /// - Throws: ``SQLiteError``, also for a database in memory.
  public mutating func fileFormatVersions() throws(SQLiteError) -> (write: UInt8, read: UInt8) {
    var bytes: (UInt8, UInt8) = (0, 0)
    // The offset of the versions in the header of the file.
    let code = unsafe withUnsafeMutableBytes(of: &bytes) { bytes in
      unsafe csqlite_read_file(handle, bytes.baseAddress, 2, 18)
    }
    guard code == SQLITE_OK else { throw unsafe SQLiteError(code: code, on: nil) }
    return (write: bytes.0, read: bytes.1)
  }
}
