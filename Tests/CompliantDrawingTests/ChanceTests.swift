import CompliantDrawing
import ExactIntegers
import Foundation
import PasswordGeneration
import PasswordPolicy
import Testing
import _TestSupport

@Suite("Chance of complying")
struct ChanceTests {
  /// Whether the chance is counted, and is what the list of all passwords says.
  private func expectCounted(
    _ small: EnumeratedRecipe, _ policy: Policy, sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let compiled = try CompiledPolicy(policy)
    let expected = small.chance(compiled)
    do {
      let recipe = try CompliantRecipe(small.compiled, policy: compiled)
      let chance = try #require(recipe.exactChance, sourceLocation: sourceLocation)
      #expect(abs(chance.value - expected) < 1e-12, sourceLocation: sourceLocation)
      #expect(chance.lowerBound == chance.value, sourceLocation: sourceLocation)
      #expect(expected > 0, sourceLocation: sourceLocation)
    } catch DrawingError.impossible(let conflict) {
      #expect(expected == 0, sourceLocation: sourceLocation)
      #expect(!conflict.rules.isEmpty, sourceLocation: sourceLocation)
    }
  }

  @Test(
    "A rule leaves the passwords that listing all of them finds",
    arguments: thinned(RulePolicies.recipesAndRules))
  func single(small: EnumeratedRecipe, ruleIndex: Int) throws {
    var policy = Policy()
    RulePolicies.single[ruleIndex].change(&policy)
    try expectCounted(small, policy)
  }

  @Test(
    "Several rules leave the passwords that listing all of them finds",
    arguments: EnumeratedRecipe.all)
  func several(small: EnumeratedRecipe) throws {
    for seed in 0..<12 {
      let policy = try RulePolicies.random(seed: UInt64(seed))
      guard policy.isFeasible else { continue }
      try expectCounted(small, policy)
    }
  }

  @Test("Without rules every attempt complies")
  func noRules() throws {
    let recipe = try CompliantRecipe(
      CompiledRecipe(PasswordRecipe(length: 20)), policy: CompiledPolicy(Policy()))
    #expect(recipe.exactChance?.value == 1)
    #expect(recipe.exactChance?.chanceOfExhaustion(retries: 0) == 0)
  }

  @Test("Shares of the lengths are counts of passwords")
  func shares() throws {
    var policy = Policy()
    policy.characters.digits.min = 1
    var characters = CharacterRecipe(length: 1...2)
    (characters.lowercase, characters.uppercase, characters.symbols) = (true, false, false)
    let recipe = try CompliantRecipe(
      CompiledRecipe(PasswordRecipe(characters: characters)), policy: CompiledPolicy(policy))
    let chance = try #require(recipe.exactChance)
    guard case .exact(let shares) = chance.method else {
      Issue.record("not exact")
      return
    }
    // 10 of 36, and 36² − 26² of 36².
    #expect(shares.map(\.length) == [1, 2])
    #expect(shares.map(\.compliant) == [10, 620])
    #expect(shares.map(\.all) == [36, 1296])
    #expect(abs(chance.value - (10.0 / 36 + 620.0 / 1296) / 2) < 1e-15)
  }

  @Test(
    "What counting cannot decide is estimated",
    arguments: [
      { $0.badPasswords.patterns = ["^\\pL"] },
      { $0.badPasswords.patterns = ["0\\pL*0"] },
    ] as [@Sendable (inout Policy) -> Void])
  func estimate(change: @Sendable (inout Policy) -> Void) throws {
    var policy = Policy()
    change(&policy)
    policy.characters.digits.min = 1
    let small = EnumeratedRecipe.segment("", 4...4)
    let compiled = try CompiledPolicy(policy)
    let recipe = try CompliantRecipe(small.compiled, policy: compiled, limits: .unlisted)
    #expect(recipe.exactChance == nil)
    let chance = try recipe.estimatedChance()
    #expect(chance.method == .estimated(draws: 10_000))
    // An attempt is a draw that meets the rules that are counted: one digit.
    // Hoeffding: an honest estimate is further off than 0.0269 once in 500,000 runs.
    var counted = Policy()
    counted.characters.digits.min = 1
    let expected = small.chance(compiled) / small.chance(try CompiledPolicy(counted))
    #expect(abs(chance.value - expected) < 0.0269)
    #expect(chance.lowerBound < chance.value)
  }

  @Test("Entropy falls by what the policy excludes")
  func entropy() throws {
    var policy = Policy()
    policy.characters.digits.min = 1
    let small = EnumeratedRecipe.segment("", 4...4)
    let compiled = try CompiledPolicy(policy)
    let recipe = try CompliantRecipe(small.compiled, policy: compiled)
    let count = small.passwords.keys.count { compiled.isCompliant($0) }
    let entropy = recipe.entropy()
    #expect(entropy.isExact)
    #expect(entropy.count == BigUInt(count))
    #expect(abs(entropy.shannonBits - log2(Double(count))) < 1e-9)
    #expect(abs(entropy.minEntropyBits - log2(Double(count))) < 1e-9)
  }

  @Test("A chance of one half fails eleven times in a row once in 2,048")
  func exhaustion() throws {
    var policy = Policy()
    policy.first = .lowercase
    var characters = CharacterRecipe(length: 3)
    (characters.digits, characters.symbols) = (false, false)
    let recipe = try CompliantRecipe(
      CompiledRecipe(PasswordRecipe(characters: characters)), policy: CompiledPolicy(policy))
    let chance = try #require(recipe.exactChance)
    #expect(chance.value == 0.5)
    #expect(chance.chanceOfExhaustion(retries: 0) == 0.5)
    #expect(chance.chanceOfExhaustion(retries: 10) == 1.0 / 2048)
  }

  @Test("A chance too small for a floating-point number is not mistaken for zero")
  func tiny() throws {
    var policy = Policy()
    policy.characters.digits.min = 500
    var characters = CharacterRecipe(length: 500)
    characters.symbols = false
    let recipe = try CompliantRecipe(
      CompiledRecipe(PasswordRecipe(characters: characters)), policy: CompiledPolicy(policy))
    // (10/62)⁵⁰⁰ is 10⁻³⁹⁶.
    let chance = try #require(recipe.exactChance)
    #expect(chance.value > 0 && chance.value < 1e-300)
    #expect(recipe.exactChance?.chanceOfExhaustion(retries: 10) == 1)
  }

  @Test("A count that would take too long is left to an estimate")
  func tooLong() throws {
    var policy = Policy()
    policy.characters.lowercase.min = 60
    policy.characters.uppercase.min = 60
    policy.characters.digits.min = 60
    policy.characters.symbols.min = 20
    policy.maxRepeatedRun = 3
    // Sets that overlap in part cannot be counted class by class.
    policy.sets = ["abc", "bcd"].map {
      SetRule(set: CharacterUnion(characters: $0), bounds: Bounds(min: 1))
    }
    var limits = PlanLimits()
    limits.edges = 10_000
    let recipe = try CompliantRecipe(
      CompiledRecipe(PasswordRecipe(length: 400)), policy: CompiledPolicy(policy), limits: limits)
    #expect(recipe.exactChance == nil)
    #expect(recipe.strategy == .rejection)
    #expect(recipe.retriedRules == policy.rules)
  }
}

@Suite("Impossible policies")
struct ImpossibleTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let codes: [String]
    let policy: Policy

    init(_ codes: [String], _ change: (inout Policy) -> Void) {
      self.codes = codes
      var policy = Policy()
      change(&policy)
      self.policy = policy
    }

    var testDescription: String { codes.joined(separator: ", ") }
  }

  @Test(
    "name the rules in conflict and no other",
    arguments: [
      Case(["length.short"]) { $0.length.min = 5 },
      Case(["length.long"]) { $0.length.max = 3 },
      Case(["characters.digits.few"]) { $0.characters.digits.min = 5 },
      Case(["characters.disallowed"]) { $0.allowed = "xyz" },
      Case(["types.few", "characters.digits.few"]) { policy in
        policy.minCharacterTypes = 4
        policy.characters.digits.min = 2
        policy.length.min = 2
      },
      Case(["characters.lower.few", "characters.digits.few"]) { policy in
        policy.characters.lowercase.min = 3
        policy.characters.digits.min = 2
        policy.maxRepeatedRun = 3
      },
      Case(["run.long", "characters.disallowed"]) { policy in
        policy.allowed = "a"
        policy.maxRepeatedRun = 2
        policy.last = .lowercase
      },
      Case(["strength.low"]) { policy in
        var rule = StrengthRule()
        rule.preferredLength = 20
        rule.compliance = .strong
        rule.mandatory = true
        policy.strength = rule
        policy.badPasswords.words = ["aaaa"]
      },
    ])
  func conflict(example: Case) throws {
    let compiled = try CompiledPolicy(example.policy)
    let recipe = try EnumeratedRecipe.segment("", 4...4).compiled
    do {
      _ = try CompliantRecipe(recipe, policy: compiled)
      Issue.record("possible")
    } catch .impossible(let conflict) {
      #expect(Set(conflict.rules.map(\.code)) == Set(example.codes))
      let text = "\(DrawingError.impossible(conflict))"
      for rule in conflict.rules { #expect(text.contains(rule.requirement)) }
    } catch {
      Issue.record(error)
    }
  }

  @Test(
    "are found when there is no room to count, as far as numbers alone show",
    arguments: [
      (
        119,
        [
          "characters.lower.few", "characters.upper.few", "characters.digits.few",
          "characters.symbols.few",
        ], Policy.minimums(30)
      ),
      (128, ["characters.digits.few"], Policy.minimums(20) { $0.characters.digits.min = 129 }),
      (
        128, ["characters.letters.few", "characters.lower.many", "characters.upper.many"],
        Policy.minimums(5) { policy in
          policy.characters.letters.min = 70
          policy.characters.lowercase.max = 30
          policy.characters.uppercase.max = 30
        }
      ),
    ] as [(Int, [String], Policy)])
  func uncounted(length: Int, codes: [String], policy: Policy) throws {
    var limits = PlanLimits()
    limits.edges = 1000
    let recipe = try CompiledRecipe(PasswordRecipe(length: length))
    let compiled = try CompiledPolicy(policy)
    do {
      _ = try CompliantRecipe(recipe, policy: compiled, limits: limits)
      Issue.record("possible")
    } catch .impossible(let conflict) {
      #expect(Set(conflict.rules.map(\.code)) == Set(codes))
    } catch {
      Issue.record(error)
    }
  }

  @Test("name a list that contains every password, and no other rule")
  func listed() throws {
    let small = EnumeratedRecipe.segment("", 3...3)
    var policy = Policy()
    // More words than an automaton holds: each is looked up in it.
    policy.badPasswords.words = small.passwords.keys.sorted()
    policy.maxRepeatedRun = 3
    policy.characters.digits.max = 3
    #expect(policy.badPasswords.words.count > 100)
    let compiled = try CompiledPolicy(policy)
    let recipe = try small.compiled
    do {
      _ = try CompliantRecipe(recipe, policy: compiled)
      Issue.record("possible")
    } catch .impossible(let conflict) {
      #expect(conflict.rules == [.badWord(match: .whole)])
    } catch {
      Issue.record(error)
    }
  }
}

extension Policy {
  /// Returns a policy that requires a number of each kind, and short runs and sequences.
  fileprivate static func minimums(
    _ count: Int, _ change: (inout Policy) -> Void = { _ in }
  ) -> Policy {
    var policy = Policy()
    for group in CharacterGroup.types { policy.characters[group].min = count }
    policy.maxRepeatedRun = 3
    policy.maxSequence = 4
    change(&policy)
    return policy
  }
}
