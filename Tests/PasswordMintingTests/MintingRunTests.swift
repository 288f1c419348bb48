import CompliantDrawing
import Foundation
import PasswordHistory
import PasswordHistorySQLite
import PasswordMinting
import PasswordPolicy
import SQLite
import Testing
import _TestSupport

@Suite("Minting for many accounts")
struct MintingRunTests {
  let folder: TemporaryFolder
  let id: RunID
  let digester: PasswordDigester

  init() throws {
    folder = try TemporaryFolder()
    id = try RunID("2026-11")
    digester = try PasswordDigester(.keyedBLAKE2b(.random()))
  }

  /// Expects that these are the newest passwords of the accounts, and nothing else is recorded.
  private func expectRecorded(
    _ passwords: [AccountID: String], in store: any MintingStore
  ) async throws {
    for (account, password) in passwords {
      let answer = try await store.check(
        Array(password.utf8).span, account: account, last: 1, using: digester)
      #expect(answer == .reused)
      #expect(try await store.entries(of: account).count == 1)
    }
    #expect(try await store.summaries().count == passwords.count)
  }

  @Test(arguments: StoreKind.allCases)
  func `each account gets a password, pending until its batch is confirmed`(
    kind: StoreKind
  ) async throws {
    let store = try await kind.make(in: folder)
    let accounts = try accounts(300)
    let run = try await MintingRun(id, recipe: strongRecipe(), in: store, using: digester)
    let batch = try await run.mint(accounts.map { Recipient($0) })
    let (minted, failure) = (batch.accounts, batch.failure)
    #expect(minted == accounts)
    #expect(failure == nil)
    let passwords = batch.texts()
    #expect(Set(passwords.values).count == 300)
    #expect(passwords.values.allSatisfy { $0.utf8.count == 16 })
    #expect(try await store.minted(in: id).values.allSatisfy { $0 == .pending })
    try await run.confirm(batch)
    #expect(try await store.minted(in: id).values.allSatisfy { $0 == .handedOut })
    try await expectRecorded(passwords, in: store)
  }

  @Test(arguments: StoreKind.allCases, 0...5)
  func `after a crash, what was delivered is confirmed and the rest is minted again`(
    kind: StoreKind, deliveredCount: Int
  ) async throws {
    let accounts = try accounts(5)
    var delivered: [AccountID: String] = [:]
    do {
      let store = try await kind.make(in: folder)
      let run = try await MintingRun(id, recipe: strongRecipe(), in: store, using: digester)
      let batch = try await run.mint(accounts.map { Recipient($0) })
      delivered = batch.texts().filter { accounts.prefix(deliveredCount).contains($0.key) }
      // It ends here, with nothing confirmed.
      guard kind == .sqlite else { return try await resume(in: store, accounts, &delivered) }
    }
    try await resume(in: kind.make(in: folder), accounts, &delivered)
  }

  private func resume(
    in store: any MintingStore, _ accounts: [AccountID], _ delivered: inout [AccountID: String]
  ) async throws {
    let run = try await MintingRun(
      id, recipe: strongRecipe(), in: store, using: digester, delivered: Array(delivered.keys))
    #expect(
      try await store.minted(in: id)
        == Dictionary(uniqueKeysWithValues: delivered.keys.map { ($0, .handedOut) }))
    let rest = accounts.filter { delivered[$0] == nil }
    let batch = try await run.mint(rest.map { Recipient($0) })
    let minted = batch.accounts
    #expect(minted == rest)
    delivered.merge(batch.texts()) { first, _ in first }
    try await run.confirm(batch)
    try await run.end()
    try await expectRecorded(delivered, in: store)
  }

  @Test(arguments: StoreKind.allCases)
  func `an account that the run has minted for is left out`(kind: StoreKind) async throws {
    let store = try await kind.make(in: folder)
    let accounts = try accounts(3)
    let run = try await MintingRun(id, recipe: strongRecipe(), in: store, using: digester)
    try await run.confirm(run.mint([Recipient(accounts[1])]))
    let batch = try await run.mint(accounts.map { Recipient($0) })
    let (minted, failure) = (batch.accounts, batch.failure)
    #expect(minted == [accounts[0], accounts[2]])
    #expect(failure == nil)
  }

  @Test(arguments: StoreKind.allCases)
  func `a run that the history does not know is not resumed, nor one that has ended`(
    kind: StoreKind
  ) async throws {
    let store = try await kind.make(in: folder)
    let accounts = try accounts(2)
    await #expect(throws: MintingError.unknownRun(id)) {
      _ = try await MintingRun(
        id, recipe: strongRecipe(), in: store, using: digester, delivered: accounts)
    }
    let run = try await MintingRun(id, recipe: strongRecipe(), in: store, using: digester)
    try await run.confirm(run.mint(accounts.map { Recipient($0) }))
    _ = try await MintingRun(
      id, recipe: strongRecipe(), in: store, using: digester, delivered: accounts)
    try await run.end()
    await #expect(throws: MintingError.unknownRun(id)) {
      _ = try await MintingRun(
        id, recipe: strongRecipe(), in: store, using: digester, delivered: accounts)
    }
  }

  @Test(arguments: StoreKind.allCases)
  func `passwords that were handed out and have not arrived are reported, and nothing is settled`(
    kind: StoreKind
  ) async throws {
    let store = try await kind.make(in: folder)
    let accounts = try accounts(4)
    let run = try await MintingRun(id, recipe: strongRecipe(), in: store, using: digester)
    try await run.confirm(run.mint(accounts[..<2].map { Recipient($0) }))
    _ = try await run.mint(accounts[2...].map { Recipient($0) })
    let before = try await store.minted(in: id)
    await #expect(throws: MintingError.lost([accounts[1]])) {
      _ = try await MintingRun(
        id, recipe: strongRecipe(), in: store, using: digester,
        delivered: [accounts[0], accounts[2]])
    }
    #expect(try await store.minted(in: id) == before)
  }

  @Test(arguments: StoreKind.allCases)
  func `when an account has had all passwords, those before it keep theirs`(
    kind: StoreKind
  ) async throws {
    let store = try await kind.make(in: folder)
    let accounts = try accounts(4)
    for password in ["a", "b"] {
      try await store.record(
        Array(password.utf8).span, account: accounts[2], using: digester, at: .now)
    }
    let run = try await MintingRun(
      id, recipe: tinyRecipe(last: 2), retries: 50, in: store, using: digester)
    let batch = try await run.mint(accounts.map { Recipient($0) })
    let (minted, failure) = (batch.accounts, batch.failure)
    #expect(minted == Array(accounts[..<2]))
    guard case .exhausted(let failures)? = failure else {
      Issue.record("a third of two")
      return
    }
    #expect(failures.violations == ["reuse": 51])
    try await run.confirm(batch)
    #expect(Set(try await store.minted(in: id).keys) == Set(accounts[..<2]))
  }

  @Test(arguments: StoreKind.allCases)
  func `a withdrawn batch leaves no trace, and its accounts get others`(
    kind: StoreKind
  ) async throws {
    let store = try await kind.make(in: folder)
    let accounts = try accounts(3)
    let run = try await MintingRun(id, recipe: strongRecipe(), in: store, using: digester)
    try await run.withdraw(run.mint(accounts.map { Recipient($0) }))
    #expect(try await store.summaries().isEmpty)
    let minted = try await run.mint(accounts.map { Recipient($0) }).accounts
    #expect(minted == accounts)
  }

  @Test(arguments: StoreKind.allCases)
  func `no password holds a name of its account`(kind: StoreKind) async throws {
    let store = try await kind.make(in: folder)
    let run = try await MintingRun(
      id, recipe: tinyRecipe(last: 1, length: 3), retries: 200, in: store, using: digester)
    // One in eight draws.
    let context = PolicyContext(userName: "aab")
    let batch = try await run.mint(accounts(100).map { Recipient($0, context: context) })
    let passwords = batch.texts()
    #expect(passwords.count == 100)
    #expect(!passwords.values.contains("aab"))
  }

  @Test(arguments: StoreKind.allCases)
  func `tasks that mint for the same accounts at once mint once for each`(
    kind: StoreKind
  ) async throws {
    let store = try await kind.make(in: folder)
    let accounts = try accounts(60)
    let run = try await MintingRun(id, recipe: strongRecipe(), in: store, using: digester)
    let minted = try await withThrowingTaskGroup(of: [AccountID: String].self) { group in
      for offset in 0..<8 {
        group.addTask {
          let batch = try await run.mint(
            (accounts[offset...] + accounts[..<offset]).map { Recipient($0) })
          let texts = batch.texts()
          try await run.confirm(batch)
          return texts
        }
      }
      return try await group.reduce(into: []) { $0.append($1) }
    }
    #expect(minted.map(\.count).reduce(0, +) == 60)
    try await expectRecorded(minted.reduce(into: [:]) { $0.merge($1) { $1 } }, in: store)
  }

  @Test func `a batch costs a transaction to mint and one to confirm, whatever its size`()
    async throws
  {
    let store = CountingStore()
    let run = try await MintingRun(id, recipe: strongRecipe(), in: store, using: digester)
    let before = store.editCount
    let batch = try await run.mint(accounts(1000).map { Recipient($0) })
    let count = batch.count
    #expect(count == 1000)
    try await run.confirm(batch)
    #expect(store.editCount == before + 2)
  }

  @Test func `an account with a password by Argon2id gets another one`() async throws {
    let store = InMemoryHistoryStore()
    let account = try AccountID("alice")
    let chosen = try PasswordDigester(.argon2id(.init(operations: 1, byteCount: 8192)))
    try await store.record(Array("a".utf8).span, account: account, using: chosen, at: .now)
    let run = try await MintingRun(
      id, recipe: tinyRecipe(last: 1), retries: 200, in: store, using: digester)
    let passwords = try await run.mint([Recipient(account)]).texts()
    #expect(passwords == [account: "b"])
  }

  @Test(arguments: StoreKind.allCases)
  func `nobody asks for nothing, and an account that is named twice is minted for once`(
    kind: StoreKind
  ) async throws {
    let store = try await kind.make(in: folder)
    let run = try await MintingRun(id, recipe: strongRecipe(), in: store, using: digester)
    let none = try await run.mint([])
    let noneCount = none.count
    #expect(noneCount == 0)
    try await run.confirm(none)
    let alice = Recipient(try AccountID("alice"))
    let batch = try await run.mint([alice, alice])
    let accounts = batch.accounts
    #expect(accounts == [alice.account])
    try await expectRecorded(batch.texts(), in: store)
  }

  // If they waited in the cooperative pool, they would fill it, and the lock would only be released
  // once their patience has ended in an error.
  @Test
  func `while more runs wait for a lock than the pool has threads, other tasks make progress`()
    async throws
  {
    let path = folder.path("history.db")
    _ = try await SQLiteHistoryStore(path: path, opening: .new)
    let count = 4 * ProcessInfo.processInfo.activeProcessorCount
    var runs: [MintingRun] = []
    for number in 0..<count {
      runs.append(
        try await MintingRun(
          RunID("run \(number)"), recipe: strongRecipe(),
          in: SQLiteHistoryStore(path: path, opening: .existing, patience: .seconds(600)),
          using: digester))
    }
    var writer = try Connection(path: path, access: .readWrite)
    try writer.execute("BEGIN IMMEDIATE")
    let begun = Shared(0)
    let ended = Shared(0)
    try await withThrowingTaskGroup(of: Void.self) { group in
      for (number, run) in runs.enumerated() {
        let recipient = Recipient(try AccountID("account \(number)"))
        group.addTask {
          begun.change { $0 += 1 }
          try await run.confirm(run.mint([recipient]))
          ended.change { $0 += 1 }
        }
      }
      while begun.value < count { await Task.yield() }
      for _ in 0..<1000 { await Task.yield() }
      #expect(ended.value == 0)
      try writer.execute("ROLLBACK")
      try await group.waitForAll()
    }
    #expect(ended.value == count)
  }

  @Test func `errors say what to do, in the singular too`() throws {
    let alice = try AccountID("alice")
    #expect(
      MintingError.lost([alice]).description == """
        according to the history, 1 password was handed out that is not among those delivered, the \
        first for account alice; restore what was delivered, or begin another run
        """)
    #expect(MintingError.lost([alice, alice]).description.contains("2 passwords were handed out"))
    #expect(MintingError.unknownRun(id).description.contains("has no record of run \(id)"))
  }
}
