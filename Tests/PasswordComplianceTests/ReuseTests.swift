import CompliantDrawing
import PasswordCompliance
import PasswordGeneration
import PasswordHistory
import PasswordPolicy
import SecretMemory
import Testing
import _TestSupport

@Suite("Compliance and reuse")
struct ReuseTests {
  let reuse: ReuseCheck
  let date = HistoryDate(secondsSince1970: 0)

  init() throws {
    reuse = ReuseCheck(
      account: try AccountID("alice"), store: InMemoryHistoryStore(),
      digester: try PasswordDigester(.keyedBLAKE2b(try HistoryKey.random())))
  }

  private func policy(last: Int) throws -> CompiledPolicy {
    var policy = Policy()
    policy.reuse = ReuseRule(last: last)
    return try CompiledPolicy(policy)
  }

  /// Two passwords in all: `a` and `b`.
  private func recipe(last: Int) throws -> CompliantRecipe {
    var characters = CharacterRecipe(length: 1...1)
    (characters.uppercase, characters.digits, characters.symbols) = (false, false, false)
    characters.excluded = "cdefghijklmnopqrstuvwxyz"
    return try CompliantRecipe(
      CompiledRecipe(PasswordRecipe(characters: characters)), policy: try policy(last: last))
  }

  @Test("An accepted password is recorded, and is refused after that")
  func accept() async throws {
    let compliance = Compliance(try policy(last: 2), reuse: reuse)
    let password = Array("correct horse".utf8)
    #expect(try await compliance.violations(of: password.span) == [])
    #expect(try await compliance.accept(password.span, at: date) == [])
    #expect(try await compliance.violations(of: password.span).map(\.code) == ["reuse"])
    #expect(try await compliance.accept(password.span, at: date).map(\.code) == ["reuse"])
    #expect(try await reuse.store.entries(of: reuse.account).count == 1)
  }

  @Test("A String is accepted as its bytes are")
  func string() async throws {
    let compliance = Compliance(try policy(last: 2), reuse: reuse)
    #expect(try await compliance.accept("correct horse", at: date) == [])
    #expect(try await compliance.violations(of: "correct horse").map(\.code) == ["reuse"])
    #expect(
      try await compliance.violations(of: Array("correct horse".utf8).span).map(\.code) == ["reuse"]
    )
  }

  @Test("A password that breaks another rule is not recorded")
  func refused() async throws {
    var policy = Policy()
    policy.length.min = 20
    policy.reuse = ReuseRule(last: 2)
    let compliance = Compliance(try CompiledPolicy(policy), reuse: reuse)
    #expect(
      try await compliance.accept(Array("short".utf8).span, at: date).map(\.code) == [
        "length.short"
      ])
    #expect(try await reuse.store.entries(of: reuse.account).isEmpty)
  }

  @Test("Violations are in the order of the checks")
  func order() async throws {
    var policy = Policy()
    policy.reuse = ReuseRule(last: 3)
    let recorder = Compliance(try CompiledPolicy(policy), reuse: reuse)
    _ = try await recorder.accept(Array("summer".utf8).span, at: date)
    policy.length.min = 12
    policy.badPasswords.words = ["summer"]
    policy.badPasswords.patterns = ["^sum"]
    var strength = StrengthRule()
    strength.compliance = .excellent
    strength.mandatory = true
    policy.strength = strength
    let compliance = Compliance(try CompiledPolicy(policy), reuse: reuse)
    #expect(
      try await compliance.violations(of: Array("summer".utf8).span).map(\.code)
        == ["bad.word", "bad.pattern", "strength.low", "reuse", "length.short"])
  }

  @Test("Without a rule on reuse nothing is compared, and everything is recorded")
  func noRule() async throws {
    let compliance = Compliance(try CompiledPolicy(Policy()), reuse: reuse)
    let password = Array("again".utf8)
    #expect(try await compliance.accept(password.span, at: date) == [])
    #expect(try await compliance.accept(password.span, at: date) == [])
    #expect(try await reuse.store.entries(of: reuse.account).count == 1)
  }

  @Test("A generator never returns one of the last passwords, and records what it returns")
  func generator() async throws {
    let recipe = try recipe(last: 1)
    var generator = try CompliantGenerator(
      recipe, retries: 200, source: SeededByteSource(seed: 5))
    var previous = ""
    for _ in 0..<50 {
      let password = try await generator.next(recordedIn: reuse, at: date).reveal()
      #expect(password != previous)
      let newest = try await reuse.store.check(
        Array(password.utf8).span, account: reuse.account, last: 1, using: reuse.digester)
      #expect(newest == .reused)
      previous = password
    }
  }

  @Test("When all passwords are used, the retries run out because of reuse")
  func exhausted() async throws {
    let recipe = try recipe(last: 2)
    var generator = try CompliantGenerator(
      recipe, retries: 200, source: SeededByteSource(seed: 6))
    _ = try await generator.next(recordedIn: reuse, at: date)
    _ = try await generator.next(recordedIn: reuse, at: date)
    do {
      _ = try await generator.next(recordedIn: reuse, at: date)
      Issue.record("a third of two")
    } catch .drawing(.exhausted(let failures)) {
      #expect(failures.violations == ["reuse": 201])
      #expect("\(failures)" == "201 attempts: reuse 201")
    } catch {
      Issue.record(error)
    }
  }

  @Test("In a run, a drawn password is pending until it is confirmed")
  func minting() async throws {
    let recipe = try recipe(last: 1)
    var generator = try CompliantGenerator(
      recipe, retries: 200, source: SeededByteSource(seed: 7))
    let run = try RunID("run")
    let (digester, date) = (reuse.digester, date)
    try await reuse.store.edit([reuse.account]) { history throws(HistoryError) in
      do throws(ComplianceError) {
        _ = try generator.next(mintedIn: &history, run: run, using: digester, at: date)
      } catch {
        throw .abandoned
      }
    }
    #expect(try await reuse.store.minted(in: run) == [reuse.account: .pending])
    try await reuse.store.confirm([reuse.account], run: run)
    #expect(try await reuse.store.minted(in: run) == [reuse.account: .handedOut])
  }
}
