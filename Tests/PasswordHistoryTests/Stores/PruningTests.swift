import PasswordHistory
import Testing

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

  func filled(_ kind: StoreKind) throws -> any PasswordHistoryStore {
    let store = try kind.make(in: folder)
    for day in 1...8 { try store.record("\(day)", alice, keyed, day: day) }
    for day in 1...2 { try store.record("\(day)", bob, keyed, day: day) }
    return store
  }

  @Test(arguments: StoreKind.allCases)
  func `pruning keeps the newest of every account`(kind: StoreKind) throws {
    let store = try filled(kind)
    #expect(try store.prune(keeping: 3) == 5)
    #expect(try store.entries(of: alice).map(\.date) == [.day(8), .day(7), .day(6)])
    #expect(try store.entries(of: bob).count == 2)
    #expect(try store.prune(keeping: 3) == 0)
  }

  @Test(arguments: StoreKind.allCases)
  func `pruning keeps what the largest x in use needs, wherever it comes from`(
    kind: StoreKind
  ) throws {
    let store = try filled(kind)
    #expect(try store.largestLast() == 0)
    _ = try store.check("x", bob, last: 6, keyed)
    _ = try store.accept("x", bob, last: 4, keyed)
    #expect(try store.largestLast() == 6)
    #expect(try store.prune(keeping: 2) == 2)
    #expect(try store.entries(of: alice).count == 6)
    #expect(try store.prune(keeping: 2, forgetsLargerUse: true) == 5)
    #expect(try store.largestLast() == 2)
    #expect(try store.entries(of: alice).count == 2)
  }

  @Test(arguments: StoreKind.allCases)
  func `a refused password counts as use`(kind: StoreKind) throws {
    let store = try filled(kind)
    #expect(try store.accept("8", alice, last: 7, keyed) == .reused)
    #expect(try store.largestLast() == 7)
  }

  @Test(arguments: StoreKind.allCases)
  func `a comparison that fails does not count as use`(kind: StoreKind) throws {
    let store = try filled(kind)
    let other = try PasswordDigester(.keyedBLAKE2b(.counting(from: 100)))
    #expect(throws: HistoryError.self) { try store.check("8", alice, last: 7, other) }
    #expect(throws: HistoryError.self) { try store.accept("8", alice, last: 7, other) }
    #expect(try store.largestLast() == 0)
    var history = AccountHistory(
      account: alice, entries: try store.entries(of: alice), largestLast: 0)
    #expect(throws: HistoryError.self) {
      try history.acceptIfNew(Array("8".utf8).span, last: 7, using: other, at: .day(9))
    }
    #expect(history.largestLast == 0)
  }

  @Test(arguments: StoreKind.allCases)
  func `the current password is never pruned`(kind: StoreKind) throws {
    let store = try filled(kind)
    #expect(try store.prune(keeping: 0) == 8)
    #expect(try store.entries(of: alice).map(\.date) == [.day(8)])
    #expect(try store.check("8", alice, last: 1, keyed) == .reused)
  }

  @Test(arguments: StoreKind.allCases)
  func `a list shows accounts in order, dates and kinds`(kind: StoreKind) throws {
    let store = try filled(kind)
    try store.record("9", bob, .argon2id(), day: 9)
    for number in 0..<600 {
      try store.edit([AccountID("c\(number)")]) { $0.remember(last: 0) }
    }
    let summaries = try store.summaries()
    #expect(summaries.map(\.account) == [alice, bob])
    #expect(summaries[1].lines.map(\.date) == [.day(9), .day(2), .day(1)])
    #expect(summaries[1].lines.map(\.kind) == [.argon2id, .keyedBLAKE2b, .keyedBLAKE2b])
  }

  @Test(arguments: StoreKind.allCases)
  func `all entries are visited, however many accounts there are`(kind: StoreKind) throws {
    let store = try kind.make(in: folder)
    let accounts = try (0..<1000).map { try AccountID("account \($0)") }
    let keyed = keyed
    try store.edit(accounts) { history throws(HistoryError) in
      for number in 0..<3 {
        try history.record(Array("\(number)".utf8).span, using: keyed, at: .day(number))
      }
    }
    let summaries = try store.summaries()
    #expect(summaries.map(\.account) == accounts.sorted())
    #expect(summaries.allSatisfy { $0.lines.map(\.date) == [.day(2), .day(1), .day(0)] })
  }

  @Test(arguments: StoreKind.allCases)
  func `a visitor may use the store, and may stop`(kind: StoreKind) throws {
    let store = try filled(kind)
    var seen = 0
    #expect(throws: HistoryError.abandoned) {
      try store.visitEntries { account, _ throws(HistoryError) in
        seen += try store.entries(of: account).count
        throw .abandoned
      }
    }
    #expect(seen == 8)
  }

  @Test(arguments: StoreKind.allCases)
  func `a forgotten account is as if it had never been`(kind: StoreKind) throws {
    let store = try filled(kind)
    try store.forget([alice])
    #expect(try store.entries(of: alice).isEmpty)
    #expect(try store.summaries().map(\.account) == [bob])
    #expect(try store.accept("8", alice, last: 8, keyed) == .new)
  }
}
