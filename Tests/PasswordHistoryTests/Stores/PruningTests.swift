import PasswordHistory
import Testing
import _TestSupport

@Suite("Pruning, listing and forgetting")
struct PruningTests {
  let folder: TemporaryFolder
  let alice: AccountID
  let bob: AccountID
  let keyed: PasswordDigester

  init() throws {
    folder = try TemporaryFolder()
    alice = try AccountID("alice")
    bob = try AccountID("bob")
    keyed = try .keyed()
  }

  func filled(_ kind: StoreKind) async throws -> any PasswordHistoryStore {
    let store = try await kind.make(in: folder)
    for day in 1...8 { try await store.record("\(day)", alice, keyed, day: day) }
    for day in 1...2 { try await store.record("\(day)", bob, keyed, day: day) }
    return store
  }

  @Test(arguments: StoreKind.allCases)
  func `pruning keeps the newest of every account`(kind: StoreKind) async throws {
    let store = try await filled(kind)
    #expect(try await store.prune(keeping: 3) == 5)
    #expect(try await store.entries(of: alice).map(\.date) == [.day(8), .day(7), .day(6)])
    #expect(try await store.entries(of: bob).count == 2)
    #expect(try await store.prune(keeping: 3) == 0)
  }

  @Test(arguments: StoreKind.allCases)
  func `pruning keeps what the largest x in use needs, wherever it comes from`(
    kind: StoreKind
  ) async throws {
    let store = try await filled(kind)
    #expect(try await store.largestLast() == 0)
    _ = try await store.check("x", bob, last: 6, keyed)
    _ = try await store.accept("x", bob, last: 4, keyed)
    #expect(try await store.largestLast() == 6)
    #expect(try await store.prune(keeping: 2) == 2)
    #expect(try await store.entries(of: alice).count == 6)
    #expect(try await store.prune(keeping: 2, forgetsLargerUse: true) == 5)
    #expect(try await store.largestLast() == 2)
    #expect(try await store.entries(of: alice).count == 2)
  }

  @Test(arguments: StoreKind.allCases)
  func `a refused password counts as use`(kind: StoreKind) async throws {
    let store = try await filled(kind)
    #expect(try await store.accept("8", alice, last: 7, keyed) == .reused)
    #expect(try await store.largestLast() == 7)
  }

  @Test(arguments: StoreKind.allCases)
  func `a comparison that fails does not count as use`(kind: StoreKind) async throws {
    let store = try await filled(kind)
    let other = try PasswordDigester(.keyedBLAKE2b(.counting(from: 100)))
    await #expect(throws: HistoryError.self) { try await store.check("8", alice, last: 7, other) }
    await #expect(throws: HistoryError.self) { try await store.accept("8", alice, last: 7, other) }
    #expect(try await store.largestLast() == 0)
    var history = AccountHistory(
      account: alice, entries: try await store.entries(of: alice), largestLast: 0)
    #expect(throws: HistoryError.self) {
      try history.acceptIfNew(Array("8".utf8).span, last: 7, using: other, at: .day(9))
    }
    #expect(history.largestLast == 0)
  }

  @Test(arguments: StoreKind.allCases)
  func `the current password is never pruned`(kind: StoreKind) async throws {
    let store = try await filled(kind)
    #expect(try await store.prune(keeping: 0) == 8)
    #expect(try await store.entries(of: alice).map(\.date) == [.day(8)])
    #expect(try await store.check("8", alice, last: 1, keyed) == .reused)
  }

  @Test(arguments: StoreKind.allCases)
  func `a list shows accounts in order, dates and kinds`(kind: StoreKind) async throws {
    let store = try await filled(kind)
    try await store.record("9", bob, .argon2id(), day: 9)
    for number in 0..<600 {
      try await store.edit([AccountID("c\(number)")]) { $0.remember(last: 0) }
    }
    let summaries = try await store.summaries()
    #expect(summaries.map(\.account) == [alice, bob])
    #expect(summaries[1].lines.map(\.date) == [.day(9), .day(2), .day(1)])
    #expect(summaries[1].lines.map(\.kind) == [.argon2id, .keyedBLAKE2b, .keyedBLAKE2b])
  }

  @Test(arguments: StoreKind.allCases)
  func `all entries are visited, however many accounts there are`(kind: StoreKind) async throws {
    let store = try await kind.make(in: folder)
    let accounts = try (0..<1000).map { try AccountID("account \($0)") }
    let keyed = keyed
    try await store.edit(accounts) { history throws(HistoryError) in
      for number in 0..<3 {
        try history.record(Array("\(number)".utf8).span, using: keyed, at: .day(number))
      }
    }
    let summaries = try await store.summaries()
    #expect(summaries.map(\.account) == accounts.sorted())
    #expect(summaries.allSatisfy { $0.lines.map(\.date) == [.day(2), .day(1), .day(0)] })
  }

  @Test(arguments: StoreKind.allCases)
  func `a visitor may stop`(kind: StoreKind) async throws {
    let store = try await filled(kind)
    var seen: [AccountID] = []
    await #expect(throws: HistoryError.abandoned) {
      try await store.visitEntries { account, _ throws(HistoryError) in
        seen.append(account)
        if seen.count == 9 { throw .abandoned }
      }
    }
    #expect(seen == Array(repeating: alice, count: 8) + [bob])
  }

  @Test(arguments: StoreKind.allCases)
  func `a forgotten account is as if it had never been`(kind: StoreKind) async throws {
    let store = try await filled(kind)
    try await store.forget([alice])
    #expect(try await store.entries(of: alice).isEmpty)
    #expect(try await store.summaries().map(\.account) == [bob])
    #expect(try await store.accept("8", alice, last: 8, keyed) == .new)
  }
}
