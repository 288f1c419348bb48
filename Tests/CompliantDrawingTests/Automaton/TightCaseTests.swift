import CompliantDrawing
import ExactIntegers
import PasswordGeneration
import PasswordPolicy
import Testing
import _TestSupport

/// Policies that few draws of the recipe meet.
@Suite("Tight policies")
struct TightCaseTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let name: String
    let recipe: CharacterRecipe
    let policy: Policy
    /// The number of passwords, from a formula of its own.
    let count: BigUInt

    var testDescription: String { name }
  }

  private static func policy(_ change: (inout Policy) -> Void) -> Policy {
    var policy = Policy()
    change(&policy)
    return policy
  }

  private static func recipe(
    _ length: Int, _ change: (inout CharacterRecipe) -> Void = { _ in }
  ) -> CharacterRecipe {
    var recipe = CharacterRecipe(length: length)
    change(&recipe)
    return recipe
  }

  private static func choose(_ n: Int, _ k: Int) -> BigUInt {
    (0..<k).reduce(BigUInt(1)) { $0 * BigUInt(n - $1) / BigUInt($1 + 1) }
  }

  /// Returns how many texts of `length` characters have `least` or more of each disjoint set.
  private static func texts(_ length: Int, atLeast least: Int, of sizes: [Int]) -> BigUInt {
    guard let size = sizes.first else { return length == 0 ? 1 : 0 }
    guard least <= length else { return 0 }
    return (least...length).reduce(BigUInt(0)) { sum, count in
      sum + choose(length, count) * BigUInt(size).power(count)
        * texts(length - count, atLeast: least, of: Array(sizes.dropFirst()))
    }
  }

  /// PINs without the same digit twice in a row, or three in a row up or down, by value or on the
  /// keys, where 0 comes after 9.
  private static var pins: Int {
    (0..<10_000).count { number in
      let digits = [number / 1000, number / 100 % 10, number / 10 % 10, number % 10]
      return !zip(digits, digits.dropFirst()).contains { $0 == $1 } && !isSequence(digits)
        && !isSequence(digits.map { ($0 + 9) % 10 })
    }
  }

  /// Whether three places in a row go up or down by one.
  private static func isSequence(_ places: [Int]) -> Bool {
    let steps = zip(places, places.dropFirst()).map { $1 - $0 }
    return zip(steps, steps.dropFirst()).contains { $0 == $1 && abs($0) == 1 }
  }

  static let cases = [
    Case(
      name: "8 characters, two of each of four classes", recipe: recipe(8),
      policy: policy { policy in
        for group in CharacterGroup.types { policy.characters[group].min = 2 }
      }, count: texts(8, atLeast: 2, of: [26, 26, 10, 12])),
    Case(
      name: "16 lowercase letters and digits, six digits or more",
      recipe: recipe(16) { ($0.uppercase, $0.symbols) = (false, false) },
      policy: policy { $0.characters.digits.min = 6 },
      count: (6...16).reduce(BigUInt(0)) { sum, digits in
        sum + choose(16, digits) * BigUInt(10).power(digits) * BigUInt(26).power(16 - digits)
      }),
    Case(
      name: "24 characters, five of each of four classes", recipe: recipe(24),
      policy: policy { policy in
        for group in CharacterGroup.types { policy.characters[group].min = 5 }
      }, count: texts(24, atLeast: 5, of: [26, 26, 10, 12])),
    Case(
      name: "PINs without runs and sequences",
      recipe: recipe(4) { recipe in
        (recipe.lowercase, recipe.uppercase, recipe.symbols) = (false, false, false)
      },
      policy: policy { ($0.maxRepeatedRun, $0.maxSequence) = (1, 2) }, count: BigUInt(pins)),
    Case(
      name: "20 characters, a dash among them", recipe: recipe(20),
      policy: policy { policy in
        policy.sets = [SetRule(set: CharacterUnion(characters: "-"), bounds: Bounds(min: 1))]
      }, count: BigUInt(74).power(20) - BigUInt(73).power(20)),
  ]

  @Test("are drawn from without a retry, and their passwords counted exactly", arguments: cases)
  func tight(example: Case) throws {
    var limits = PlanLimits()
    limits.minimumAcceptance = 2
    let recipe = try CompliantRecipe(
      CompiledRecipe(PasswordRecipe(characters: example.recipe)),
      policy: CompiledPolicy(example.policy), limits: limits)
    #expect(recipe.strategy == .automaton)
    #expect(recipe.retriedRules == [])
    let entropy = recipe.entropy()
    #expect(entropy.isExact)
    #expect(entropy.count == example.count)
    var generator = try CompliantGenerator(
      recipe, retries: 0, source: SeededByteSource(seed: 1))
    for password in try generator.counts(of: scaled(10_000)).keys {
      #expect(recipe.policy.isCompliant(password))
    }
  }
}
