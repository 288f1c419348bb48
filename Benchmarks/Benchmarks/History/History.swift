import Benchmark
import BenchmarkSupport
import Foundation
import PasswordHistorySQLite
import Passwright

private let last = 5

private func accounts(_ count: Int) throws -> [AccountID] {
  try (0..<count).map { try AccountID("account-\($0)") }
}

private func keyedDigester() throws -> PasswordDigester {
  try PasswordDigester(.keyedBLAKE2b(try HistoryKey.random()))
}

/// Passwords of 16 bytes, each used once.
private struct Passwords {
  private var number = 0

  mutating func next() -> [UInt8] {
    number += 1
    return Array("password-\(1_000_000 + number)".utf8)
  }
}

/// A store in a folder of its own, removed with this object.
private final class StoredHistory {
  let store: SQLiteHistoryStore
  private let folder = FileManager.default.temporaryDirectory
    .appendingPathComponent("passwright-history-\(UUID().uuidString)")

  init() throws {
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: false)
    store = try SQLiteHistoryStore(
      path: folder.appendingPathComponent("history.db").path, opening: .new)
  }

  deinit { try? FileManager.default.removeItem(at: folder) }
}

let benchmarks: @Sendable () -> Void = {
  Benchmark("digest - keyed BLAKE2b, a thousand", configuration: .calls) { benchmark in
    let digester = try keyedDigester()
    let account = try AccountID("alice")
    let password = Array("correct-horse-20".utf8)
    try benchmark.measureOnce(allocations: .max) {
      for _ in 0..<1_000 { blackHole(try digester.digest(of: password.span, account: account)) }
      return 1_000
    }
  }

  Benchmark(
    "digest - Argon2id interactive, one",
    configuration: .init(
      metrics: [.wallClock], timeUnits: .microseconds, warmupIterations: 0,
      maxDuration: .seconds(1), maxIterations: 20)
  ) { benchmark in
    let digester = try PasswordDigester(.argon2id(.interactive))
    let account = try AccountID("alice")
    blackHole(try digester.digest(of: Array("correct-horse-20".utf8).span, account: account))
  }

  Benchmark("accept if new - in memory, a thousand calls", configuration: .calls) { benchmark in
    let digester = try keyedDigester()
    let accounts = try accounts(200)
    var passwords = Passwords()
    try benchmark.measureOnce(allocations: .max) {
      let store = InMemoryHistoryStore()
      for _ in 0..<last {
        for account in accounts {
          _ = try store.acceptIfNew(
            passwords.next().span, account: account, last: last, using: digester, at: .now)
        }
      }
      return 1_000
    }
  }

  Benchmark(
    "accept if new - SQLite, one call",
    configuration: .init(
      metrics: [.wallClock], timeUnits: .microseconds, warmupIterations: 1,
      maxDuration: .seconds(1), maxIterations: 1_000)
  ) { benchmark in
    let history = try StoredHistory()
    let digester = try keyedDigester()
    let account = try AccountID("alice")
    var passwords = Passwords()
    for _ in 0..<last {
      try history.store.record(
        passwords.next().span, account: account, using: digester, at: .now)
    }
    benchmark.startMeasurement()
    _ = try history.store.acceptIfNew(
      passwords.next().span, account: account, last: last, using: digester, at: .now)
    benchmark.stopMeasurement()
  }

  Benchmark("accept if new - SQLite, a thousand in one edit", configuration: .calls) { benchmark in
    let history = try StoredHistory()
    let digester = try keyedDigester()
    let accounts = try accounts(1_000)
    var passwords = Passwords()
    try benchmark.measureOnce(allocations: .max) {
      try history.store.edit(accounts) { history throws(HistoryError) in
        _ = try history.acceptIfNew(
          passwords.next().span, last: last, using: digester, at: .now)
      }
      return 1_000
    }
  }
}
