import PasswordHistory
import Testing
import _TestSupport

@Suite("Runs over many accounts")
struct MintingTests {
  let folder: TemporaryFolder
  let alice: AccountID
  let run: RunID
  let keyed: PasswordDigester

  init() throws {
    folder = try TemporaryFolder()
    alice = try AccountID("alice")
    run = try RunID("2026-11")
    keyed = try .keyed()
  }

  @Test(arguments: StoreKind.allCases)
  func `a run mints once for an account, and another run again`(kind: StoreKind) async throws {
    let store = try await kind.make(in: folder)
    #expect(try await store.mint("a", alice, run: run, keyed) == .new)
    #expect(try await store.mint("b", alice, run: run, keyed) == .minted(.pending))
    #expect(try await store.minted(in: run) == [alice: .pending])
    try await store.confirm([alice], run: run)
    #expect(try await store.mint("b", alice, run: run, keyed) == .minted(.handedOut))
    #expect(try await store.minted(in: run) == [alice: .handedOut])
    #expect(try await store.mint("a", alice, run: RunID("2026-12"), keyed) == .reused)
    #expect(try await store.mint("b", alice, run: RunID("2026-12"), keyed) == .new)
    #expect(try await store.entries(of: alice).count == 2)
  }

  @Test(arguments: StoreKind.allCases)
  func `a run skips an account whose password was changed since`(kind: StoreKind) async throws {
    let store = try await kind.make(in: folder)
    _ = try await store.mint("a", alice, run: run, keyed)
    try await store.record("chosen", alice, keyed)
    #expect(try await store.mint("b", alice, run: run, keyed) == .minted(.pending))
    try await store.record("a", alice, keyed)
    #expect(try await store.minted(in: run) == [alice: .pending])
  }

  @Test(arguments: StoreKind.allCases)
  func `a withdrawn password leaves the history, and the run may mint another`(
    kind: StoreKind
  ) async throws {
    let store = try await kind.make(in: folder)
    try await store.record("before", alice, keyed)
    let before = try await store.entries(of: alice)
    _ = try await store.mint("a", alice, run: run, keyed)
    try await store.withdraw([alice], run: run)
    #expect(try await store.entries(of: alice) == before)
    #expect(try await store.mint("a", alice, run: run, keyed) == .new)
  }

  @Test(arguments: StoreKind.allCases)
  func `a withdrawn password that had been used long before stays in the history`(
    kind: StoreKind
  ) async throws {
    let store = try await kind.make(in: folder)
    for number in 0..<6 { try await store.record("\(number)", alice, keyed) }
    #expect(try await store.mint("0", alice, run: run, keyed) == .new)
    #expect(try await store.minted(in: run) == [alice: .pendingAgain])
    try await store.withdraw([alice], run: run)
    #expect(try await store.minted(in: run).isEmpty)
    #expect(try await store.entries(of: alice).count == 6)
  }

  @Test(arguments: StoreKind.allCases)
  func `a released password stays in the history, and the run may mint another`(
    kind: StoreKind
  ) async throws {
    let store = try await kind.make(in: folder)
    _ = try await store.mint("a", alice, run: run, keyed)
    try await store.release([alice], run: run)
    #expect(try await store.mint("a", alice, run: run, keyed) == .reused)
    #expect(try await store.mint("b", alice, run: run, keyed) == .new)
    #expect(try await store.entries(of: alice).count == 2)
  }

  @Test(arguments: StoreKind.allCases)
  func `a confirmed password is neither released nor withdrawn`(kind: StoreKind) async throws {
    let store = try await kind.make(in: folder)
    _ = try await store.mint("a", alice, run: run, keyed)
    try await store.confirm([alice], run: run)
    let before = try await store.entries(of: alice)
    try await store.release([alice], run: run)
    try await store.withdraw([alice], run: run)
    try await store.confirm([alice], run: run)
    #expect(try await store.entries(of: alice) == before)
  }

  @Test(arguments: StoreKind.allCases)
  func `many accounts are minted for in one transaction`(kind: StoreKind) async throws {
    let store = try await kind.make(in: folder)
    let accounts = try (0..<300).map { try AccountID("account \($0)") }
    let (run, keyed) = (run, keyed)
    try await store.edit(accounts) { history throws(HistoryError) in
      let answer = try history.mint(
        Array("p".utf8).span, run: run, last: 5, using: keyed, at: .day(0))
      #expect(answer == .new)
    }
    try await store.confirm(Array(accounts.prefix(100)), run: run)
    let minted = try await store.minted(in: run)
    #expect(minted.count == 300)
    #expect(minted.values.count { $0 == .handedOut } == 100)
  }
}
