import PasswordHistory
import Testing

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
  func `a run mints once for an account, and another run again`(kind: StoreKind) throws {
    let store = try kind.make(in: folder)
    #expect(try store.mint("a", alice, run: run, keyed) == .new)
    #expect(try store.mint("b", alice, run: run, keyed) == .minted(.pending))
    #expect(try store.minted(in: run) == [alice: .pending])
    try store.confirm([alice], run: run)
    #expect(try store.mint("b", alice, run: run, keyed) == .minted(.handedOut))
    #expect(try store.minted(in: run) == [alice: .handedOut])
    #expect(try store.mint("a", alice, run: RunID("2026-12"), keyed) == .reused)
    #expect(try store.mint("b", alice, run: RunID("2026-12"), keyed) == .new)
    #expect(try store.entries(of: alice).count == 2)
  }

  @Test(arguments: StoreKind.allCases)
  func `a run skips an account whose password was changed since`(kind: StoreKind) throws {
    let store = try kind.make(in: folder)
    _ = try store.mint("a", alice, run: run, keyed)
    try store.record("chosen", alice, keyed)
    #expect(try store.mint("b", alice, run: run, keyed) == .minted(.pending))
    try store.record("a", alice, keyed)
    #expect(try store.minted(in: run) == [alice: .pending])
  }

  @Test(arguments: StoreKind.allCases)
  func `a withdrawn password leaves the history, and the run may mint another`(
    kind: StoreKind
  ) throws {
    let store = try kind.make(in: folder)
    try store.record("before", alice, keyed)
    let before = try store.entries(of: alice)
    _ = try store.mint("a", alice, run: run, keyed)
    try store.withdraw([alice], run: run)
    #expect(try store.entries(of: alice) == before)
    #expect(try store.mint("a", alice, run: run, keyed) == .new)
  }

  @Test(arguments: StoreKind.allCases)
  func `a withdrawn password that had been used long before stays in the history`(
    kind: StoreKind
  ) throws {
    let store = try kind.make(in: folder)
    for number in 0..<6 { try store.record("\(number)", alice, keyed) }
    #expect(try store.mint("0", alice, run: run, keyed) == .new)
    #expect(try store.minted(in: run) == [alice: .pendingAgain])
    try store.withdraw([alice], run: run)
    #expect(try store.minted(in: run).isEmpty)
    #expect(try store.entries(of: alice).count == 6)
  }

  @Test(arguments: StoreKind.allCases)
  func `a released password stays in the history, and the run may mint another`(
    kind: StoreKind
  ) throws {
    let store = try kind.make(in: folder)
    _ = try store.mint("a", alice, run: run, keyed)
    try store.release([alice], run: run)
    #expect(try store.mint("a", alice, run: run, keyed) == .reused)
    #expect(try store.mint("b", alice, run: run, keyed) == .new)
    #expect(try store.entries(of: alice).count == 2)
  }

  @Test(arguments: StoreKind.allCases)
  func `a confirmed password is neither released nor withdrawn`(kind: StoreKind) throws {
    let store = try kind.make(in: folder)
    _ = try store.mint("a", alice, run: run, keyed)
    try store.confirm([alice], run: run)
    let before = try store.entries(of: alice)
    try store.release([alice], run: run)
    try store.withdraw([alice], run: run)
    try store.confirm([alice], run: run)
    #expect(try store.entries(of: alice) == before)
  }

  @Test(arguments: StoreKind.allCases)
  func `many accounts are minted for in one transaction`(kind: StoreKind) throws {
    let store = try kind.make(in: folder)
    let accounts = try (0..<300).map { try AccountID("account \($0)") }
    let (run, keyed) = (run, keyed)
    try store.edit(accounts) { history throws(HistoryError) in
      let answer = try history.mint(
        Array("p".utf8).span, run: run, last: 5, using: keyed, at: .day(0))
      #expect(answer == .new)
    }
    try store.confirm(Array(accounts.prefix(100)), run: run)
    let minted = try store.minted(in: run)
    #expect(minted.count == 300)
    #expect(minted.values.count { $0 == .handedOut } == 100)
  }
}
