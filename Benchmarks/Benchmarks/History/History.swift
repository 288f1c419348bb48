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
private final class StoredHistory: Sendable {
  let store: SQLiteHistoryStore
  private let folder = FileManager.default.temporaryDirectory
    .appendingPathComponent("passwright-history-\(UUID().uuidString)")

  init() async throws {
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: false)
    store = try await SQLiteHistoryStore(
      path: folder.appendingPathComponent("history.db").path, opening: .new)
  }

  deinit { try? FileManager.default.removeItem(at: folder) }
}

/// 20 characters, none of the newest 5 passwords.
private func strongRecipe() throws -> CompliantRecipe {
  var policy = Policy()
  policy.reuse = ReuseRule(last: last)
  return try CompliantRecipe(
    CompiledRecipe(PasswordRecipe(length: 20)), policy: CompiledPolicy(policy))
}

/// What people write: the passwords themselves, in a dictionary.
private func acceptInDictionary(_ passwords: inout Passwords, _ accounts: [String]) -> Int {
  var history: [String: [[UInt8]]] = [:]
  for _ in 0..<last {
    for account in accounts {
      let password = passwords.next()
      if history[account]?.suffix(last).contains(password) != true {
        history[account, default: []].append(password)
      }
    }
  }
  return history.count
}

/// A file that a page is written to and made durable, the minimum that a transaction does.
private final class DurableFile {
  private let url = FileManager.default.temporaryDirectory
    .appendingPathComponent("passwright-durable-\(UUID().uuidString)")
  private let handle: FileHandle
  private let page = Data(repeating: 7, count: 4096)

  init() throws {
    try Data().write(to: url)
    handle = try FileHandle(forWritingTo: url)
  }

  deinit { try? FileManager.default.removeItem(at: url) }

  /// Appends a page and waits until it is on the disk.
  func append() throws -> Int {
    try handle.write(contentsOf: page)
    try handle.synchronize()
    return page.count
  }
}

let benchmarks: @Sendable () -> Void = {
  Benchmark("digest - keyed BLAKE2b, a thousand", configuration: .calls) { benchmark in
    let digester = try keyedDigester()
    let account = try AccountID("alice")
    let password = Array("correct-horse-20".utf8)
    try benchmark.measure(allocations: 9_000) {
      BareHashes.blake2b(password, times: 1_000)
    } _: {
      for _ in 0..<1_000 { blackHole(try digester.digest(of: password.span, account: account)) }
      return 1_000
    }
  }

  Benchmark("digest - Argon2id interactive, one", configuration: .single) { benchmark in
    let digester = try PasswordDigester(.argon2id(.interactive))
    let account = try AccountID("alice")
    let password = Array("correct-horse-20".utf8)
    try benchmark.measure(allocations: 30) {
      BareHashes.argon2id(password)
    } _: {
      blackHole(try digester.digest(of: password.span, account: account))
      return 1
    }
  }

  Benchmark("accept if new - in memory, a thousand calls", configuration: .calls) {
    benchmark async throws in
    let digester = try keyedDigester()
    let accounts = try accounts(200)
    let names = (0..<200).map { "account-\($0)" }
    var passwords = Passwords()
    try await benchmark.measure {
      acceptInDictionary(&passwords, names)
    } _: {
      let store = InMemoryHistoryStore()
      for _ in 0..<last {
        for account in accounts {
          _ = try await store.acceptIfNew(
            passwords.next().span, account: account, last: last, using: digester, at: .now)
        }
      }
      return 1_000
    }
  }

  Benchmark("accept if new - SQLite, one call", configuration: .single) { benchmark async throws in
    let history = try await StoredHistory()
    let file = try DurableFile()
    let digester = try keyedDigester()
    let account = try AccountID("alice")
    var passwords = Passwords()
    for _ in 0..<last {
      try await history.store.record(
        passwords.next().span, account: account, using: digester, at: .now)
    }
    try await benchmark.measure {
      try file.append()
    } _: {
      _ = try await history.store.acceptIfNew(
        passwords.next().span, account: account, last: last, using: digester, at: .now)
      return 1
    }
  }

  Benchmark("accept if new - SQLite, a thousand in one edit", configuration: .calls) {
    benchmark async throws in
    let history = try await StoredHistory()
    let file = try DurableFile()
    let digester = try keyedDigester()
    let accounts = try accounts(1_000)
    var passwords = Passwords()
    try await benchmark.measure {
      try file.append()
    } _: {
      try await history.store.edit(accounts) { history throws(HistoryError) in
        _ = try history.acceptIfNew(
          passwords.next().span, last: last, using: digester, at: .now)
      }
      return 1_000
    }
  }

  Benchmark("mint - SQLite, a thousand accounts in batches", configuration: .calls) {
    benchmark async throws in
    let history = try await StoredHistory()
    let digester = try keyedDigester()
    let recipients = try accounts(1_000).map { Recipient($0) }
    let recipe = try strongRecipe()
    var runs: [MintingRun] = []
    for number in 0..<3 {
      runs.append(
        try await MintingRun(
          RunID("run \(number)"), recipe: recipe, in: history.store, using: digester))
    }
    // The same, a call for each account: of one in 20, since each waits for the disk.
    try await benchmark.measure(share: 20) {
      let run = runs.removeLast()
      for recipient in recipients.prefix(50) { try await run.confirm(run.mint([recipient])) }
      return 50
    } _: {
      let run = runs.removeLast()
      for start in stride(from: 0, to: recipients.count, by: MintingRun.batchCount) {
        let batch = try await run.mint(
          Array(recipients[start...].prefix(MintingRun.batchCount)))
        try await run.confirm(batch)
      }
      return 1_000
    }
  }

  Benchmark("heartbeat - 8 tasks record, SQLite", configuration: .heartbeat) {
    benchmark async throws in
    let history = try await StoredHistory()
    let digester = try keyedDigester()
    try await withThrowingTaskGroup(of: Void.self) { group in
      for number in 0..<8 {
        group.addTask {
          let account = try AccountID("account-\(number)")
          var passwords = Passwords()
          while !Task.isCancelled {
            _ = try await history.store.acceptIfNew(
              passwords.next().span, account: account, last: last, using: digester, at: .now)
          }
        }
      }
      try await benchmark.measureHeartbeat()
      group.cancelAll()
      try await group.waitForAll()
    }
  }

  Benchmark("heartbeat - 8 tasks mint, SQLite", configuration: .heartbeat) {
    benchmark async throws in
    let history = try await StoredHistory()
    let run = try await MintingRun(
      RunID("run"), recipe: strongRecipe(), in: history.store, using: keyedDigester())
    try await withThrowingTaskGroup(of: Void.self) { group in
      for number in 0..<8 {
        group.addTask {
          var count = 0
          while !Task.isCancelled {
            let recipients = try (0..<100).map {
              Recipient(try AccountID("account-\(number)-\(count + $0)"))
            }
            try await run.confirm(run.mint(recipients))
            count += 100
          }
        }
      }
      try await benchmark.measureHeartbeat()
      group.cancelAll()
      try await group.waitForAll()
    }
  }

  Benchmark("heartbeat - 8 tasks record by Argon2id", configuration: .heartbeat) {
    benchmark async throws in
    let store = InMemoryHistoryStore()
    let digester = try PasswordDigester(.argon2id(.interactive))
    try await withThrowingTaskGroup(of: Void.self) { group in
      for number in 0..<8 {
        group.addTask {
          let account = try AccountID("account-\(number)")
          while !Task.isCancelled {
            try await store.record(
              Array("password".utf8).span, account: account, using: digester, at: .now)
          }
        }
      }
      try await benchmark.measureHeartbeat()
      group.cancelAll()
      try await group.waitForAll()
    }
  }
}
