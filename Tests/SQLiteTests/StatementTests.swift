import SQLite
import Testing

@Suite("Statements")
struct StatementTests {
  @Test func `values read back as they were bound`() throws {
    var connection = try Connection()
    let values: [SQLValue] = [
      nil, 1, .integer(.min), 0.5, "", "a\0b", "🔑", .blob([]), .blob([0, 255]),
    ]
    for value in values {
      try connection.withStatement("SELECT ?") { statement throws(SQLiteError) in
        try statement.bind([value])
        #expect(try statement.step())
        let found: SQLValue? =
          if statement.isNull(at: 0) {
            .null
          } else if let integer = statement.integer(at: 0) {
            .integer(integer)
          } else if let real = statement.real(at: 0) {
            .real(real)
          } else if let text = try statement.text(at: 0) {
            .text(text)
          } else {
            try statement.blob(at: 0).map(SQLValue.blob)
          }
        #expect(found == value)
        #expect(try !statement.step())
      }
    }
  }

  @Test func `a value of another type is nil, and nothing is converted`() throws {
    var connection = try Connection()
    try connection.withStatement("SELECT '1', 1, NULL") { statement throws(SQLiteError) in
      #expect(try statement.step())
      let count = statement.columnCount
      #expect(count == 3)
      #expect(statement.integer(at: 0) == nil)
      #expect(try statement.text(at: 1) == nil)
      #expect(statement.real(at: 1) == nil)
      #expect(try statement.text(at: 2) == nil)
      #expect(try statement.blob(at: 0) == nil)
      #expect(statement.integer(at: 9) == nil)
    }
  }

  @Test func `text that is not UTF-8 is nil`() throws {
    var connection = try Connection()
    #expect(try connection.text("SELECT CAST(x'61FF62' AS TEXT)") == nil)
  }

  @Test func `values bound earlier are not kept for the next use`() throws {
    var connection = try Connection()
    #expect(try connection.integer("SELECT ?", [5]) == 5)
    #expect(try connection.integer("SELECT ?") == nil)
  }

  @Test func `a statement that was not finished starts again`() throws {
    var connection = try Connection()
    try connection.execute("CREATE TABLE t (x); INSERT INTO t VALUES (1), (2), (3)")
    for _ in 0..<2 { #expect(try connection.integer("SELECT x FROM t ORDER BY x") == 1) }
    // Left with a lock, the table could not go.
    try connection.execute("DROP TABLE t")
  }

  @Test(arguments: ["", "-- nothing", "SELEC 1", "SELECT x FROM missing", "SELECT \"text\""])
  func `invalid SQL is an error`(sql: String) throws {
    var connection = try Connection()
    #expect(throws: SQLiteError.self) { try connection.run(sql) }
  }

  @Test func `more values than parameters are an error`() throws {
    var connection = try Connection()
    #expect(throws: SQLiteError.self) { try connection.run("SELECT ?", [1, 2]) }
  }

  @Test func `a run counts the rows that it changed`() throws {
    var connection = try Connection()
    try connection.execute("CREATE TABLE t (x)")
    #expect(try connection.run("INSERT INTO t VALUES (1), (2), (3)") == 3)
    #expect(try connection.run("UPDATE t SET x = 0 WHERE x > 1") == 2)
    #expect(try connection.run("SELECT 1") == 0)
  }

  @Test func `more statements than are cached all run`() throws {
    var connection = try Connection()
    for round in 0..<2 {
      for number in 0..<200 {
        #expect(try connection.integer("SELECT \(number)") == Int64(number), "round \(round)")
      }
    }
  }

  @Test func `an error contains no bound value`() throws {
    var connection = try Connection()
    try connection.execute(
      "CREATE TABLE t (x TEXT UNIQUE) STRICT; INSERT INTO t VALUES ('hunter2')")
    let error = #expect(throws: SQLiteError.self) {
      try connection.run("INSERT INTO t VALUES (?)", ["hunter2"])
    }
    #expect(error?.code == .constraint)
    #expect(error.map { "\($0)".contains("hunter2") } == false)
  }
}
