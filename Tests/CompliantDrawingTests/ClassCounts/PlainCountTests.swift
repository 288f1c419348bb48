import CompliantDrawing
import ExactIntegers
import Foundation
import PasswordGeneration
import PasswordPolicy
import Testing
import _TestSupport

/// Policies of plain counts, counted and drawn class by class.
@Suite("Plain counts")
struct PlainCountTests {
  /// Limits under which no automaton is made, and no draw is left to chance.
  private static func limits(digits: Int = 32) -> PlanLimits {
    var limits = PlanLimits()
    limits.edges = 0
    limits.minimumAcceptance = 2
    limits.digits = digits
    return limits
  }

  static let recipes = [
    EnumeratedRecipe.segment("one length", 3...3),
    .segment("lengths", 1...4),
    .segment("ratio", 3...3) { $0.higherAlphaRatio = true },
    .segment("each class", 4...4) { $0.requireEach = true },
    .segment("lengths, ratio, each class", 3...4) { recipe in
      recipe.requireEach = true
      recipe.uppercase = false
      recipe.higherAlphaRatio = true
    },
  ]

  static let policies: [@Sendable (inout Policy) -> Void] = [
    { $0.characters.digits = Bounds(min: 1, max: 2) },
    { policy in
      policy.characters.letters = Bounds(min: 1, max: 3)
      policy.characters.lowercase.max = 2
      policy.characters.symbols.max = 2
    },
    { policy in
      policy.sets = [
        SetRule(set: CharacterUnion(characters: "ab!,"), bounds: Bounds(min: 1, max: 3)),
        SetRule(set: CharacterUnion(characters: "a"), bounds: Bounds(max: 1)),
        SetRule(set: CharacterUnion(characters: "A01"), bounds: Bounds(max: 2)),
      ]
    },
  ]

  @Test(
    "Draws have the distribution of the recipe among compliant passwords, even with ties",
    arguments: recipes, policies.indices)
  func distribution(small: EnumeratedRecipe, policyIndex: Int) throws {
    var policy = Policy()
    Self.policies[policyIndex](&policy)
    for digits in [1, 3, 32] {
      let recipe = try CompliantRecipe(
        small.compiled, policy: CompiledPolicy(policy), limits: Self.limits(digits: digits))
      #expect(recipe.strategy == .counts)
      var generator = try CompliantGenerator(
        recipe, retries: 0, source: SeededByteSource(seed: 11))
      let draws = scaled(digits == 32 ? 20_000 : 3000)
      let counts = try generator.counts(of: draws)
      CompliantDistribution(small, recipe.policy).expect(counts, total: draws)
    }
  }

  @Test("Random policies have the entropy and the count that listing finds", arguments: 0..<300)
  func random(seed: UInt64) throws {
    let example = RandomCase(seed: seed)
    let compliant = example.small.passwords.filter { example.policy.isCompliant($0.key) }
    let recipe: CompliantRecipe
    do {
      recipe = try CompliantRecipe(
        example.small.compiled, policy: example.policy, limits: Self.limits())
    } catch {
      #expect(compliant.isEmpty, "\(error)")
      return
    }
    // Others have words, or rules that are no counts.
    guard recipe.strategy == .counts, recipe.uncountedRules.isEmpty else { return }
    let total = compliant.values.reduce(0, +)
    let entropy = recipe.entropy()
    #expect(entropy.isExact)
    #expect(entropy.count == BigUInt(compliant.count))
    let shannonBits = compliant.values.reduce(0) { $0 - $1 / total * log2($1 / total) }
    #expect(abs(entropy.shannonBits - shannonBits) < 1e-9)
    let greatest = try #require(compliant.values.max())
    #expect(abs(entropy.minEntropyBits + log2(greatest / total)) < 1e-9)
    var generator = try CompliantGenerator(recipe, retries: 0, source: SeededByteSource(seed: 3))
    for password in try generator.counts(of: 50).keys { #expect(compliant[password] != nil) }
  }

  // MARK: Long passwords

  struct Case: Sendable, CustomTestStringConvertible {
    let length: Int
    /// The bounds of lower case, upper case, digits and symbols.
    let bounds: [ClosedRange<Int>]

    var testDescription: String { "\(length) characters, \(bounds)" }
  }

  static let cases = [
    Case(length: 64, bounds: Array(repeating: 12...22, count: 4)),
    Case(length: 72, bounds: Array(repeating: 18...72, count: 4)),
    Case(length: 80, bounds: Array(repeating: 20...80, count: 4)),
    Case(length: 128, bounds: Array(repeating: 26...43, count: 4)),
    Case(length: 256, bounds: [20...100, 30...90, 60...200, 1...50]),
    Case(length: 1024, bounds: Array(repeating: 250...262, count: 4)),
    Case(length: 4096, bounds: [1020...1030, 1015...1030, 1020...1030, 1020...1026]),
  ]

  /// How many texts there are, one class after the other.
  private static func texts(_ example: Case) -> BigUInt {
    var texts: [Int: BigUInt] = [0: 1]
    var most = 0
    for (size, bounds) in zip([26, 26, 10, 12], example.bounds) {
      most += bounds.upperBound
      var next: [Int: BigUInt] = [:]
      for (before, number) in texts {
        let last = min(bounds.upperBound, example.length - before)
        guard bounds.lowerBound <= last else { continue }
        var ways = CountOracle.choose(before + bounds.lowerBound, bounds.lowerBound)
        var power = BigUInt(size).power(bounds.lowerBound)
        for count in bounds.lowerBound...last {
          next[before + count, default: 0] += number * ways * power
          ways = ways * BigUInt(before + count + 1) / BigUInt(count + 1)
          power *= BigUInt(size)
        }
      }
      texts = next
    }
    return texts[example.length] ?? 0
  }

  @Test("Long passwords are counted exactly and drawn without a retry", arguments: cases)
  func long(example: Case) throws {
    var policy = Policy()
    for (group, bounds) in zip(CharacterGroup.types, example.bounds) {
      policy.characters[group] = Bounds(min: bounds.lowerBound, max: bounds.upperBound)
    }
    let recipe = try CompliantRecipe(
      CompiledRecipe(PasswordRecipe(length: example.length)), policy: CompiledPolicy(policy))
    #expect(recipe.strategy == .counts)
    #expect(recipe.retriedRules == [])
    let entropy = recipe.entropy()
    #expect(entropy.isExact)
    #expect(entropy.count == Self.texts(example))
    var generator = try CompliantGenerator(recipe, retries: 0, source: SeededByteSource(seed: 7))
    for password in try generator.counts(of: scaled(200)).keys {
      #expect(recipe.policy.isCompliant(password))
    }
  }

  @Test("The number of characters of a class has its exact distribution")
  func classCounts() throws {
    let example = Self.cases[0]
    var policy = Policy()
    for (group, bounds) in zip(CharacterGroup.types, example.bounds) {
      policy.characters[group] = Bounds(min: bounds.lowerBound, max: bounds.upperBound)
    }
    let recipe = try CompliantRecipe(
      CompiledRecipe(PasswordRecipe(length: example.length)), policy: CompiledPolicy(policy))
    // With the number of digits fixed, those texts over all.
    let all = Self.texts(example)
    let cells = [12...12, 13...13, 14...14, 15...15, 16...16, 17...22]
    let shares = cells.map { digits in
      var bounds = example.bounds
      bounds[2] = digits
      return Self.texts(Case(length: example.length, bounds: bounds)).ratio(to: all)
    }
    var generator = try CompliantGenerator(recipe, retries: 0, source: SeededByteSource(seed: 9))
    var observed = [Int](repeating: 0, count: shares.count)
    for (password, times) in try generator.counts(of: scaled(20_000)) {
      let digits = password.count(where: \.isNumber)
      observed[try #require(cells.firstIndex { $0.contains(digits) })] += times
    }
    let fit = GoodnessOfFit.gTest(observed: observed, expectedProbabilities: shares)
    #expect(fit.isPlausible)
  }

  @Test("Runs among plain counts are retried, and the counts stay exact")
  func runs() throws {
    var policy = Policy()
    for group in CharacterGroup.types { policy.characters[group] = Bounds(min: 12, max: 22) }
    policy.maxRepeatedRun = 2
    let recipe = try CompliantRecipe(
      CompiledRecipe(PasswordRecipe(length: 64)), policy: CompiledPolicy(policy))
    #expect(recipe.strategy == .counts)
    #expect(recipe.uncountedRules == [.runLong(max: 2)])
    #expect(recipe.entropy(try recipe.estimatedChance()).minEntropyBits > 391)
  }

  @Test("Texts too rare for a chance above 0 in floating point are drawn")
  func rare() throws {
    var policy = Policy()
    policy.characters.lowercase = Bounds(min: 1_000)
    let recipe = try CompliantRecipe(
      CompiledRecipe(PasswordRecipe(length: 1_010)), policy: CompiledPolicy(policy))
    #expect(recipe.strategy == .counts)
    #expect(recipe.retriedRules.isEmpty)
    #expect(recipe.exactChance.map { $0.value > 0 } == true)
  }

  @Test("Sets that overlap in part are left to an automaton")
  func overlap() throws {
    var policy = Policy()
    policy.sets = ["abc", "bcd"].map {
      SetRule(set: CharacterUnion(characters: $0), bounds: Bounds(min: 1))
    }
    let recipe = try CompliantRecipe(
      CompiledRecipe(PasswordRecipe(length: 8)), policy: CompiledPolicy(policy))
    #expect(recipe.strategy == .automaton)
    #expect(recipe.entropy().isExact)
  }
}

/// Numbers by formulas of their own.
private enum CountOracle {
  static func choose(_ n: Int, _ k: Int) -> BigUInt {
    (0..<k).reduce(BigUInt(1)) { $0 * BigUInt(n - $1) / BigUInt($1 + 1) }
  }
}
