import Foundation
import SQLite
import Testing

@Suite("Connections")
struct ConnectionTests {
  let file: TemporaryFile

  init() throws { file = try TemporaryFile() }

  @Test(arguments: [Connection.Access.readOnly, .readWrite])
  func `a missing file is not made`(access: Connection.Access) throws {
    let path = file.path
    let error = #expect(throws: SQLiteError.self) {
      _ = try Connection(path: path, access: access)
    }
    #expect(error?.code == .cannotOpen)
    #expect(error?.systemCode == ENOENT)
    #expect(try file.folderNames == [])
  }

  @Test func `one connection reads what another commits`() throws {
    var writer = try Connection(path: file.path, access: .create)
    try writer.execute("CREATE TABLE t (x); INSERT INTO t VALUES (1), (2)")
    var reader = try Connection(path: file.path, access: .readOnly)
    #expect(try reader.integer("SELECT sum(x) FROM t") == 3)
    let error = #expect(throws: SQLiteError.self) { try reader.run("DELETE FROM t") }
    #expect(error?.code == .readOnly)
  }

  @Test func `a file that is not a database is an error when it is read`() throws {
    try Data(String(repeating: "text\n", count: 1000).utf8).write(
      to: URL(fileURLWithPath: file.path))
    var connection = try Connection(path: file.path, access: .readOnly)
    let error = #expect(throws: SQLiteError.self) {
      try connection.integer("SELECT count(*) FROM sqlite_schema")
    }
    #expect(error?.code == .notADatabase)
  }

  @Test(arguments: [":memory:", "file:x.db", "file:x.db?mode=memory", "", "x\0y"])
  func `a name refers to a file, whatever it looks like`(name: String) throws {
    let error = #expect(throws: SQLiteError.self) {
      _ = try Connection(path: name, access: .readWrite)
    }
    #expect(error?.code == .cannotOpen)
  }

  @Test func `a locked file is busy once the timeout has passed`() throws {
    var first = try Connection(path: file.path, access: .create)
    try first.execute("CREATE TABLE t (x); BEGIN IMMEDIATE")
    var second = try Connection(
      path: file.path, access: .readWrite, busyTimeout: .milliseconds(1))
    let error = #expect(throws: SQLiteError.self) {
      try second.transaction { connection throws(SQLiteError) in
        _ = try connection.run("INSERT INTO t VALUES (1)")
      }
    }
    #expect(error?.code == .busy)
    let isInTransaction = second.isInTransaction
    #expect(!isInTransaction)
    try first.execute("COMMIT")
    try second.run("INSERT INTO t VALUES (1)")
  }

  @Test func `a call can be ended from another thread, and the connection stays usable`() throws {
    var connection = try Connection()
    let interrupter = connection.interrupter
    let ended = DispatchSemaphore(value: 0)
    let thread = Thread {
      // Again and again: the call may not have begun.
      while ended.wait(timeout: .now()) == .timedOut { interrupter.interrupt() }
    }
    thread.start()
    defer { ended.signal() }
    let error = #expect(throws: SQLiteError.self) {
      try connection.run(
        "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n")
    }
    #expect(error?.code == .interrupted)
  }

  @Test func `an interrupter outlives its connection`() throws {
    func interrupterOfClosed() throws -> Interrupter {
      let connection = try Connection()
      return connection.interrupter
    }
    try interrupterOfClosed().interrupt()
  }

  @Test func `a database in memory can be written to a file`() throws {
    var connection = try Connection()
    try connection.execute("CREATE TABLE t (x); INSERT INTO t VALUES (7); PRAGMA user_version = 3")
    try Data(try connection.serialized()).write(to: URL(fileURLWithPath: file.path))
    var copy = try Connection(path: file.path, access: .readWrite)
    #expect(try copy.integer("SELECT x FROM t") == 7)
    #expect(try copy.userVersion() == 3)
    #expect(try copy.text("PRAGMA integrity_check") == "ok")
  }

  @Test(arguments: [("DELETE", 1), ("WAL", 2)] as [(String, UInt8)])
  func `the versions of the file format are those of the journal`(
    mode: String, version: UInt8
  ) throws {
    var connection = try Connection(path: file.path, access: .create)
    try connection.execute("PRAGMA journal_mode = \(mode); CREATE TABLE t (x)")
    let versions = try connection.fileFormatVersions()
    #expect(versions.write == version)
    #expect(versions.read == version)
    var memory = try Connection()
    #expect(throws: SQLiteError.self) { try memory.fileFormatVersions() }
  }

  @Test func `a schema that would write to itself is refused`() throws {
    var connection = try Connection()
    try connection.execute("CREATE TABLE t (x)")
    #expect(throws: SQLiteError.self) {
      try connection.execute(
        "PRAGMA writable_schema = ON; UPDATE sqlite_schema SET sql = 'x' WHERE name = 't'")
    }
  }
}
