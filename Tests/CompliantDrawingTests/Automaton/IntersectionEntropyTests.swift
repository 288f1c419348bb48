import CompliantDrawing
import ExactIntegers
import Foundation
import PasswordGeneration
import PasswordPolicy
import Testing
import _TestSupport

@Suite("Entropy under a policy")
struct IntersectionEntropyTests {
  /// The entropy by the list of all passwords.
  private func listed(
    _ small: EnumeratedRecipe, _ policy: CompiledPolicy
  ) -> (count: Int, shannonBits: Double, minEntropyBits: Double) {
    let compliant = small.passwords.filter { policy.isCompliant($0.key) }
    let total = compliant.values.reduce(0, +)
    let probabilities = compliant.values.map { $0 / total }
    return (
      compliant.count, probabilities.reduce(0) { $0 - $1 * log2($1) },
      -log2(probabilities.max() ?? 1)
    )
  }

  private func expectEntropy(
    _ small: EnumeratedRecipe, _ policy: Policy, sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let compiled = try CompiledPolicy(policy)
    guard let recipe = try? CompliantRecipe(small.compiled, policy: compiled) else { return }
    guard recipe.retriedRules.isEmpty || recipe.exactChance != nil else { return }
    let expected = listed(small, compiled)
    let entropy = recipe.entropy()
    guard entropy.isExact else {
      // Which draws of words make the same password is not known here.
      #expect(small.recipe.phrase != nil, sourceLocation: sourceLocation)
      #expect(
        entropy.shannonBits <= expected.shannonBits + 1e-9, sourceLocation: sourceLocation)
      #expect(
        entropy.minEntropyBits <= expected.minEntropyBits + 1e-9, sourceLocation: sourceLocation)
      return
    }
    #expect(entropy.count == BigUInt(expected.count), sourceLocation: sourceLocation)
    #expect(abs(entropy.shannonBits - expected.shannonBits) < 1e-9, sourceLocation: sourceLocation)
    #expect(
      abs(entropy.minEntropyBits - expected.minEntropyBits) < 1e-9, sourceLocation: sourceLocation)
  }

  @Test(
    "Under one rule it agrees with the list of all passwords",
    arguments: thinned(RulePolicies.recipesAndRules))
  func single(small: EnumeratedRecipe, ruleIndex: Int) throws {
    var policy = Policy()
    RulePolicies.single[ruleIndex].change(&policy)
    try expectEntropy(small, policy)
  }

  @Test(
    "Under several rules it agrees with the list of all passwords",
    arguments: EnumeratedRecipe.all)
  func several(small: EnumeratedRecipe) throws {
    for seed in 0..<12 {
      let policy = try RulePolicies.random(seed: UInt64(500 + seed))
      if policy.isFeasible { try expectEntropy(small, policy) }
    }
  }

  @Test("Lengths have their own counts, which add up")
  func lengths() throws {
    var policy = Policy()
    policy.characters.digits = Bounds(min: 1, max: 1)
    let recipe = try CompliantRecipe(
      EnumeratedRecipe.segment("", 1...3).compiled, policy: CompiledPolicy(policy))
    let lengths = try #require(recipe.lengths)
    // Two digits in one place, five other characters in the others.
    #expect(lengths.map(\.length) == [1, 2, 3])
    #expect(lengths.map(\.count) == [2, 20, 150])
    #expect(lengths.map(\.shannonBits) == lengths.map { $0.count.log2 })
    #expect(recipe.entropy().count == 172)
  }
}
