import SQLite
import Testing

@Suite("Transactions and migrations")
struct TransactionTests {
  /// Why a body gives up.
  private enum Failure: SQLiteFailure, Equatable {
    case gaveUp
    case sqlite(SQLiteError)

    init(_ error: SQLiteError) { self = .sqlite(error) }
  }

  @Test(arguments: [Connection.TransactionKind.deferred, .immediate, .exclusive])
  func `what a body writes is committed when it returns, and nothing when it throws`(
    kind: Connection.TransactionKind
  ) throws {
    var connection = try Connection()
    try connection.execute("CREATE TABLE t (x)")
    let count = try connection.transaction(kind) { connection throws(SQLiteError) in
      let isOpen = connection.isInTransaction
      #expect(isOpen)
      return try connection.run("INSERT INTO t VALUES (1)")
    }
    #expect(count == 1)
    #expect(throws: Failure.gaveUp) {
      try connection.transaction(kind) { connection throws(Failure) in
        _ = try Failure.wrapping { () throws(SQLiteError) in
          try connection.run("INSERT INTO t VALUES (2)")
        }
        throw Failure.gaveUp
      }
    }
    let isOpen = connection.isInTransaction
    #expect(!isOpen)
    #expect(try connection.integer("SELECT count(*) FROM t") == 1)
  }

  @Test func `an error of SQLite is thrown as the body's error`() throws {
    var connection = try Connection()
    let error = #expect(throws: Failure.self) {
      try connection.transaction { connection throws(Failure) in
        try connection.transaction { _ throws(Failure) in }
      }
    }
    guard case .sqlite(let error) = error else {
      Issue.record("transactions do not nest")
      return
    }
    #expect(error.code == .error)
  }

  @Test func `migrations run once each, in order`() throws {
    let file = try TemporaryFile()
    let steps = ["CREATE TABLE t (x)", "ALTER TABLE t ADD y; INSERT INTO t VALUES (1, 2)"]
    var connection = try Connection(path: file.path, access: .create)
    #expect(try connection.migrate([steps[0]]) == 0)
    #expect(try connection.migrate(steps) == 1)
    #expect(try connection.migrate(steps) == 2)
    #expect(try connection.integer("SELECT count(*) FROM t") == 1)
    let error = #expect(throws: SQLiteError.self) { try connection.migrate([steps[0]]) }
    #expect(error?.code == .mismatch)
    #expect(try connection.userVersion() == 2)
  }

  @Test func `a migration that fails keeps the previous version`() throws {
    var connection = try Connection()
    #expect(throws: SQLiteError.self) {
      try connection.migrate(["CREATE TABLE t (x)", "CREATE TABLE u (x); CREATE TABLE t (x)"])
    }
    #expect(try connection.userVersion() == 1)
    #expect(
      try connection.rows("SELECT name FROM sqlite_schema") { row throws(SQLiteError) in
        try row.text(at: 0)
      } == ["t"])
  }
}
