import PasswordHistory
import Synchronization
import Testing
import _TestSupport

@Suite("Reuse")
struct ReuseTests {
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

  @Test(arguments: StoreKind.allCases, 0...6)
  func `a password is compared with the newest x values, including the current one`(
    kind: StoreKind, last: Int
  ) async throws {
    let store = try await kind.make(in: folder)
    for day in 1...5 { try await store.record("password \(day)", alice, keyed, day: day) }
    for day in 1...5 {
      let isCompared = 5 - day < last
      #expect(
        try await store.check("password \(day)", alice, last: last, keyed)
          == (isCompared ? .reused : .new))
    }
    #expect(try await store.check("password 6", alice, last: last, keyed) == .new)
  }

  @Test(arguments: StoreKind.allCases)
  func `comparison is exact, and accounts do not see each other`(kind: StoreKind) async throws {
    let store = try await kind.make(in: folder)
    try await store.record("Secret", alice, keyed)
    #expect(try await store.check("Secret", alice, last: 1, keyed) == .reused)
    for other in ["secret", "SECRET", "Secret ", " Secret", "Secre", "Secret\u{0}"] {
      #expect(try await store.check(other, alice, last: 1, keyed) == .new)
    }
    #expect(try await store.check("Secret", bob, last: 1, keyed) == .new)
    #expect(try await store.check("Secret", AccountID("Alice"), last: 1, keyed) == .new)
  }

  @Test(arguments: StoreKind.allCases, [false, true])
  func `a password is the same in every form of Unicode, and its digest is of what was given`(
    kind: StoreKind, byArgon2id: Bool
  ) async throws {
    let digester = byArgon2id ? try PasswordDigester.argon2id() : keyed
    for (number, first) in [CanonicalForms.composed, .decomposed].enumerated() {
      let account = try AccountID("account \(number)")
      let folder = try TemporaryFolder()
      let store = try await kind.make(in: folder)
      try await store.record(first.text, account, digester)
      let digest = try await store.entries(of: account)[0].digest
      #expect(try await digester.matches(Array(first.text.utf8).span, digest, account: account))
      for other in CanonicalForms.allCases {
        #expect(try await store.check(other.text, account, last: 1, digester) == .reused)
      }
      for other in ["pa\u{308}s", "pass", "p\u{E4}\u{308}ss", "P\u{E4}ss"] {
        #expect(try await store.check(other, account, last: 1, digester) == .new)
      }
      if !byArgon2id {
        #expect(try await keyed.digest(of: Array(first.text.utf8).span, account: account) == digest)
      }
    }
  }

  @Test(arguments: StoreKind.allCases)
  func `a value that is recorded again moves to the newest place`(kind: StoreKind) async throws {
    let store = try await kind.make(in: folder)
    for (day, password) in ["a", "b", "c", "a"].enumerated() {
      try await store.record(password, alice, keyed, day: day)
    }
    #expect(try await store.entries(of: alice).map(\.date) == [.day(3), .day(2), .day(1)])
    #expect(try await store.check("a", alice, last: 1, keyed) == .reused)
    #expect(try await store.check("c", alice, last: 1, keyed) == .new)
    #expect(try await store.check("b", alice, last: 2, keyed) == .new)
    #expect(try await store.check("b", alice, last: 3, keyed) == .reused)
  }

  @Test(arguments: StoreKind.allCases)
  func `the order is that of recording, even when the clock was set back`(kind: StoreKind)
    async throws
  {
    let store = try await kind.make(in: folder)
    try await store.record("a", alice, keyed, day: 9)
    try await store.record("b", alice, keyed, day: 3)
    #expect(try await store.check("b", alice, last: 1, keyed) == .reused)
    #expect(try await store.check("a", alice, last: 1, keyed) == .new)
  }

  @Test(arguments: StoreKind.allCases)
  func `accepting records a new password and otherwise leaves a history unchanged`(
    kind: StoreKind
  ) async throws {
    let store = try await kind.make(in: folder)
    #expect(try await store.accept("a", alice, last: 2, keyed) == .new)
    #expect(try await store.accept("b", alice, last: 2, keyed) == .new)
    let before = try await store.entries(of: alice)
    #expect(try await store.accept("a", alice, last: 2, keyed) == .reused)
    #expect(try await store.entries(of: alice) == before)
    #expect(try await store.accept("c", alice, last: 2, keyed) == .new)
    #expect(try await store.accept("a", alice, last: 2, keyed) == .new)
    #expect(try await store.entries(of: alice).count == 3)
  }

  @Test(arguments: StoreKind.allCases)
  func `a store holds both kinds, and each is compared`(kind: StoreKind) async throws {
    let store = try await kind.make(in: folder)
    let argon2id = try PasswordDigester.argon2id()
    try await store.record("generated", alice, keyed)
    try await store.record("chosen", alice, argon2id)
    try await store.record("generated too", alice, keyed)
    for digester in [keyed, argon2id] {
      for password in ["generated", "chosen", "generated too"] {
        #expect(try await store.check(password, alice, last: 3, digester) == .reused)
      }
      #expect(try await store.check("generated", alice, last: 2, digester) == .new)
      #expect(try await store.check("other", alice, last: 3, digester) == .new)
    }
    #expect(
      try await store.entries(of: alice).map(\.digest.kind) == [
        .keyedBLAKE2b, .argon2id, .keyedBLAKE2b,
      ])
  }

  @Test(arguments: StoreKind.allCases)
  func `a value gets a new digest by the better method when it is recorded again`(
    kind: StoreKind
  ) async throws {
    let store = try await kind.make(in: folder)
    let argon2id = try PasswordDigester.argon2id()
    try await store.record("a", alice, keyed)
    try await store.record("b", alice, keyed)
    try await store.record("a", alice, argon2id)
    #expect(try await store.entries(of: alice).map(\.digest.kind) == [.argon2id, .keyedBLAKE2b])
    // Never the other way.
    try await store.record("a", alice, keyed)
    #expect(try await store.entries(of: alice).map(\.digest.kind) == [.argon2id, .keyedBLAKE2b])
    #expect(try await store.check("a", alice, last: 1, keyed) == .reused)
  }

  @Test(arguments: StoreKind.allCases)
  func `with the wrong key there is no answer and nothing is recorded`(kind: StoreKind) async throws
  {
    let store = try await kind.make(in: folder)
    try await store.record("a", alice, keyed)
    let key = try HistoryKey.counting(from: 7)
    let wrong = try PasswordDigester(.keyedBLAKE2b(key))
    let error = HistoryError.wrongKey(needed: try HistoryKey.counting().id, given: [key.id])
    await #expect(throws: error) { try await store.check("a", alice, last: 1, wrong) }
    await #expect(throws: error) { try await store.accept("b", alice, last: 1, wrong) }
    await #expect(throws: error) { try await store.record("b", alice, wrong) }
    #expect(try await store.entries(of: alice).count == 1)
    #expect(try await store.check("a", bob, last: 1, wrong) == .new)
  }

  @Test(arguments: StoreKind.allCases)
  func `a lost key of values that are too old to matter is no obstacle`(
    kind: StoreKind
  ) async throws {
    let store = try await kind.make(in: folder)
    try await store.record("old", alice, keyed)
    let key = try HistoryKey.counting(from: 7)
    let both = try PasswordDigester(
      .keyedBLAKE2b(key), otherKeys: [.counting()])
    try await store.record("new", alice, both)
    let new = try PasswordDigester(.keyedBLAKE2b(key))
    #expect(try await store.accept("newer", alice, last: 1, new) == .new)
    await #expect(throws: HistoryError.self) { try await store.check("old", alice, last: 3, new) }
  }

  @Test(arguments: StoreKind.allCases)
  func `when two accept the same password at once, one finds it reused`(
    kind: StoreKind
  ) async throws {
    let store = try await kind.make(in: folder)
    let (alice, keyed) = (alice, keyed)
    let accepted = try await withThrowingTaskGroup(of: Int.self) { group in
      for _ in 0..<4 {
        group.addTask {
          var accepted = 0
          for number in 0..<25
          where try await store.accept("p\(number)", alice, last: 25, keyed) == .new {
            accepted += 1
          }
          return accepted
        }
      }
      return try await group.reduce(0, +)
    }
    #expect(accepted == 25)
    #expect(try await store.entries(of: alice).count == 25)
  }

  @Test(arguments: StoreKind.allCases)
  func `an edit that throws records nothing of any account`(kind: StoreKind) async throws {
    let store = try await kind.make(in: folder)
    try await store.record("a", alice, keyed)
    let (bob, keyed) = (bob, keyed)
    await #expect(throws: HistoryError.abandoned) {
      try await store.edit([alice, bob]) { history throws(HistoryError) in
        try history.record(Array("x".utf8).span, using: keyed, at: .day(1))
        if history.account == bob { throw .abandoned }
      }
    }
    #expect(try await store.entries(of: alice).count == 1)
    #expect(try await store.entries(of: bob).isEmpty)
  }

  @Test(arguments: StoreKind.allCases)
  func `one edit may see an account twice`(kind: StoreKind) async throws {
    let store = try await kind.make(in: folder)
    var number = 0
    let keyed = keyed
    try await store.edit([alice, alice, bob]) { history throws(HistoryError) in
      number += 1
      try history.record(Array("\(number)".utf8).span, using: keyed, at: .day(number))
      try history.record(Array("\(number)".utf8).span, using: keyed, at: .day(number))
    }
    #expect(try await store.entries(of: alice).map(\.date) == [.day(2), .day(1)])
    #expect(try await store.entries(of: bob).map(\.date) == [.day(3)])
  }

  @Test(arguments: StoreKind.allCases, 1...4)
  func `a store behaves like a list of plain passwords`(kind: StoreKind, seed: UInt64) async throws
  {
    let store = try await kind.make(in: folder)
    let digesters = [keyed, try .argon2id()]
    var numbers = SeededNumbers(state: seed)
    var model: [AccountID: [String]] = [:]
    for step in 0..<150 {
      let account = [alice, bob].randomElement(using: &numbers) ?? alice
      let password = "\(Int.random(in: 0..<6, using: &numbers))"
      let last = Int.random(in: 0...4, using: &numbers)
      let digester = digesters[Int.random(in: 0..<2, using: &numbers)]
      let known = model[account] ?? []
      let expected: ReuseAnswer = known.prefix(last).contains(password) ? .reused : .new
      let moved = [password] + known.filter { $0 != password }
      switch Int.random(in: 0..<3, using: &numbers) {
      case 0:
        #expect(try await store.check(password, account, last: last, digester) == expected)
      case 1:
        try await store.record(password, account, digester, day: step)
        model[account] = moved
      default:
        #expect(try await store.accept(password, account, last: last, digester) == expected)
        if expected == .new { model[account] = moved }
      }
      #expect(try await store.entries(of: account).count == (model[account] ?? []).count)
    }
  }
}

/// Texts that are one by canonical equivalence.
private enum CanonicalForms: CaseIterable {
  case composed, decomposed, mixed

  var text: String {
    switch self {
    case .composed: "p\u{E4}ss\u{1EC7}"
    case .decomposed: "pa\u{308}sse\u{323}\u{302}"
    case .mixed: "pa\u{308}ss\u{1EB9}\u{302}"
    }
  }
}
