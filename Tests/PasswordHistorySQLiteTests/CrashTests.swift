import Foundation
import PasswordHistory
import PasswordHistorySQLite
import SQLite
import Testing
import _TestSupport

@Suite("Killed processes", .serialized)
struct CrashTests {
  let folder: TemporaryFolder
  let path: String

  init() throws {
    folder = try TemporaryFolder()
    path = folder.path("history.db")
  }

  @Test
  func `a writer that is killed loses nothing it has acknowledged, and leaves no partial record`()
    async throws
  {
    _ = try await SQLiteHistoryStore(path: path, opening: .new)
    let keyed = try PasswordDigester.keyed()
    var numbers = SeededNumbers(state: 1)
    var start = 0
    for _ in 0..<100 {
      let driver = try Driver(["record", path, "\(start)", "1000000"])
      var acknowledged = start
      for _ in 0..<Int.random(in: 1...6, using: &numbers) {
        acknowledged = try #require(Int(driver.line() ?? "")) + 1
      }
      // Some way into the next write: a write takes about as long as 1,000,000 such steps.
      var spin: UInt64 = 0
      for _ in 0..<Int.random(in: 0...1_000_000, using: &numbers) { spin = numbers.next() ^ spin }
      driver.end()
      for line in driver.lines() { acknowledged = max(acknowledged, (Int(line) ?? 0) + 1) }

      let store = try await SQLiteHistoryStore(path: path, opening: .existing)
      try await store.verify()
      // All that was acknowledged, and at most the one that was on its way.
      let count = try await store.summaries().map(\.lines.count).reduce(0, +)
      #expect(count == acknowledged || count == acknowledged + 1)
      for number in start..<acknowledged {
        let account = try AccountID("account \(number % 5)")
        #expect(try await store.check("password \(number)", account, last: count, keyed) == .reused)
      }
      start = count
    }
    #expect(try folder.names == ["history.db"])
  }

  @Test func `a creator that is killed leaves a complete history or none`() async throws {
    var numbers = SeededNumbers(state: 2)
    for _ in 0..<100 {
      let driver = try Driver(["create", path, "x", "0"])
      var spin: UInt64 = 0
      for _ in 0..<Int.random(in: 0...3_000_000, using: &numbers) { spin = numbers.next() ^ spin }
      driver.end()
      _ = driver.lines()
      try await SQLiteHistoryStore(path: path, opening: .orCreate).verify()
      try FileManager.default.removeItem(atPath: path)
    }
  }

  @Test func `a run that is killed a hundred times mints once for each account`() async throws {
    let run = try RunID("run")
    let keyed = try PasswordDigester.keyed()
    var numbers = SeededNumbers(state: 3)
    var handedOut: [String: String] = [:]
    var isDone = false
    func take(_ line: String) throws {
      if line == "done" {
        isDone = true
        return
      }
      let parts = line.split(separator: " ")
      let account = parts[0...1].joined(separator: " ")
      #expect(handedOut.updateValue(String(parts[2]), forKey: account) == nil, "minted twice")
    }
    var kills = 0
    while !isDone {
      let driver = try Driver(
        ["mint", path, run.text, "150"], input: handedOut.keys.sorted())
      if kills < 100 {
        for _ in 0..<Int.random(in: 0...2, using: &numbers) {
          if let line = driver.line() { try take(line) }
        }
        var spin: UInt64 = 0
        for _ in 0..<Int.random(in: 0...1_000_000, using: &numbers) { spin = numbers.next() ^ spin }
        driver.end()
        kills += 1
      }
      for line in driver.lines() { try take(line) }
    }
    #expect(handedOut.count == 150)
    let store = try await SQLiteHistoryStore(path: path, opening: .existing)
    try await store.verify()
    #expect(try await store.minted(in: run).values.allSatisfy { $0 == .handedOut })
    for summary in try await store.summaries() {
      #expect(summary.lines.count == 1)
      let password = try #require(handedOut[summary.account.text])
      #expect(try await store.check(password, summary.account, last: 1, keyed) == .reused)
    }
    #expect(try await store.summaries().count == 150)
  }
}

@Suite("Several processes", .serialized)
struct ConcurrencyTests {
  let folder: TemporaryFolder
  let path: String

  init() throws {
    folder = try TemporaryFolder()
    path = folder.path("history.db")
  }

  @Test func `when processes accept the same passwords at once, each is accepted once`()
    async throws
  {
    _ = try await SQLiteHistoryStore(path: path, opening: .new)
    let drivers = try (0..<3).map { try Driver(["race", path, "\($0)", "60"]) }
    let lines = drivers.map { $0.lines() }
    for line in lines { #expect(line.last == "done") }
    let accepted = lines.joined().compactMap { Int($0) }.sorted()
    #expect(accepted == Array(0..<60))
    let store = try await SQLiteHistoryStore(path: path, opening: .existing)
    try await store.verify()
    #expect(try await store.entries(of: AccountID("shared")).count == 60)
  }

  @Test func `when processes create the same history at once, all get it`() throws {
    for _ in 0..<5 {
      let drivers = try (0..<4).map { _ in try Driver(["create", path, "x", "0"]) }
      for driver in drivers { #expect(driver.lines() == [path]) }
      #expect(try folder.names == ["history.db"])
      try FileManager.default.removeItem(atPath: path)
    }
  }

  @Test func `a writer without patience reports that the file is busy`() async throws {
    let store = try await SQLiteHistoryStore(path: path, opening: .new)
    let impatient = try await SQLiteHistoryStore(path: path, opening: .existing, patience: .zero)
    let keyed = try PasswordDigester.keyed()
    let account = try AccountID("alice")
    var writer = try Connection(path: path, access: .readWrite)
    try writer.execute("BEGIN IMMEDIATE")
    let found = await problem { try await impatient.record("b", account, keyed) }
    try writer.execute("ROLLBACK")
    #expect(found == .busy)
    #expect(try await impatient.entries(of: account).isEmpty)
    try await store.record("b", account, keyed)
    #expect(try await impatient.entries(of: account).count == 1)
  }
}
