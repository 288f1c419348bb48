import CompliantDrawing
import ExactIntegers
import PasswordGeneration
import PasswordPolicy
import Testing
import _TestSupport

@Suite("Drawing strategies")
struct StrategyTests {
  /// Limits under which every recipe is drawn in one way.
  private static func limits(_ strategy: DrawingStrategy, digits: Int = 32) -> PlanLimits {
    var limits = PlanLimits()
    limits.minimumAcceptance = strategy == .rejection ? 0 : 2
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
    .segment("pattern", 4...4) { $0.pattern = "aaan" },
    .segment("pattern with fixed characters", 4...4) { $0.pattern = "aa1xa" },
  ]

  /// Recipes with words, under policies that some of the words or segments meet.
  static let phrases = [
    EnumeratedRecipe.phrase("words", 2),
    .phrase("words before a segment", 2) { recipe in
      recipe.characters = EnumeratedRecipe.segment("", 1...2).recipe.characters
    },
    .phrase("words after a segment, ratio", 1) { recipe in
      recipe.characters =
        EnumeratedRecipe.segment("", 2...2) { $0.higherAlphaRatio = true }
        .recipe.characters
      recipe.phrase?.placement = .append
      recipe.phrase?.separator = .none
    },
    .phrase("words inside a segment", 1) { recipe in
      recipe.characters = EnumeratedRecipe.segment("", 2...3).recipe.characters
      recipe.phrase?.placement = .insert
      recipe.phrase?.separator = .space
    },
  ]

  static let policies: [@Sendable (inout Policy) -> Void] = [
    { _ in },
    { $0.characters.digits = Bounds(min: 1, max: 2) },
    { policy in
      policy.maxRepeatedRun = 1
      policy.characters.lowercase.min = 1
    },
    { policy in
      policy.maxRepeatedRun = 2
      policy.maxSequence = 1
    },
    { policy in
      policy.minCharacterTypes = 2
      policy.firstAllowed = "ab1!"
      policy.last = .digits
    },
    { policy in
      policy.sets = [
        SetRule(
          set: CharacterUnion(groups: [.uppercase], characters: "b1"),
          bounds: Bounds(min: 1, max: 2)),
        SetRule(set: CharacterUnion(groups: [.digits], characters: "a!"), bounds: Bounds(min: 1)),
      ]
    },
  ]

  static let phrasePolicies: [@Sendable (inout Policy) -> Void] = [
    { _ in },
    { $0.characters.lowercase = Bounds(min: 4, max: 6) },
    { policy in
      policy.first = .lowercase
      policy.sets = [
        SetRule(set: CharacterUnion(characters: "b!"), bounds: Bounds(min: 1, max: 3))
      ]
    },
    { $0.length = Bounds(min: 5, max: 7) },
  ]

  private func expectDistribution(
    _ small: EnumeratedRecipe, _ change: (inout Policy) -> Void, _ limits: PlanLimits, draws: Int
  ) throws {
    var policy = Policy()
    change(&policy)
    let recipe = try CompliantRecipe(
      small.compiled, policy: CompiledPolicy(policy), limits: limits)
    #expect(recipe.strategy == (limits.minimumAcceptance > 1 ? .automaton : .rejection))
    var generator = try CompliantGenerator(
      recipe, retries: 0, source: SeededByteSource(seed: 11))
    let counts = try generator.counts(of: draws)
    CompliantDistribution(small, recipe.policy).expect(counts, total: draws)
  }

  @Test(
    "Draws have the distribution of the recipe among compliant passwords, with either strategy",
    arguments: recipes, policies.indices)
  func distribution(small: EnumeratedRecipe, policyIndex: Int) throws {
    for strategy in [DrawingStrategy.rejection, .automaton] {
      try expectDistribution(
        small, Self.policies[policyIndex], Self.limits(strategy), draws: scaled(20_000))
    }
  }

  @Test(
    "Words are drawn with their compliant share, with either strategy and with ties",
    arguments: phrases, phrasePolicies.indices)
  func words(small: EnumeratedRecipe, policyIndex: Int) throws {
    for limits in [
      Self.limits(.rejection), Self.limits(.automaton), Self.limits(.automaton, digits: 2),
    ] {
      try expectDistribution(small, Self.phrasePolicies[policyIndex], limits, draws: scaled(5000))
    }
  }

  @Test(
    "Choices of few digits, where ties are frequent, are as exact as those of many",
    arguments: recipes, [1, 3])
  func ties(small: EnumeratedRecipe, digits: Int) throws {
    for policyIndex in [1, 3, 5] {
      try expectDistribution(
        small, Self.policies[policyIndex], Self.limits(.automaton, digits: digits),
        draws: scaled(3000))
    }
  }

  @Test("One at a time, draws have the same distribution as in bulk", arguments: recipes)
  func single(small: EnumeratedRecipe) throws {
    var policy = Policy()
    Self.policies[1](&policy)
    let recipe = try CompliantRecipe(
      small.compiled, policy: CompiledPolicy(policy), limits: Self.limits(.automaton))
    var generator = try CompliantGenerator(
      recipe, retries: 0, source: SeededByteSource(seed: 5))
    var counts: [String: Int] = [:]
    for _ in 0..<4000 { counts[try generator.next().reveal(), default: 0] += 1 }
    CompliantDistribution(small, recipe.policy).expect(counts, total: 4000)
  }

  @Test("A failing source is an error, even in the middle of a walk", arguments: [0, 4096, 8192])
  func failingSource(bytes: Int) throws {
    let recipe = try CompliantRecipe(
      CompiledRecipe(PasswordRecipe(length: 20)), policy: CompiledPolicy(Policy()),
      limits: Self.limits(.automaton))
    var generator = try CompliantGenerator(
      recipe, source: FailingByteSource(SeededByteSource(seed: 1), afterBytes: bytes))
    var buffer = try PasswordBuffer(recipe: recipe.recipe)
    do {
      _ = try generator.refill(&buffer, count: 1000)
      Issue.record("drawn from nothing")
    } catch {
      guard case .generator(.source) = error else {
        Issue.record(error)
        return
      }
      let isEmpty = unsafe buffer.withUnsafeBytes { unsafe $0.isEmpty }
      #expect(isEmpty)
    }
  }
}
