import ExactIntegers
import PasswordGeneration
import Testing
import Wordlists

/// The entropy of small recipes against brute force.
@Suite("Entropy: small recipes")
struct SmallRecipeEntropyTests {
  @Test("It is that of the exact distribution", arguments: SmallRecipe.handChosen)
  func handChosen(recipe: SmallRecipe) throws {
    try check(recipe, try #require(recipe.oracle.distribution()))
  }

  @Test(
    "It is that of the exact distribution of random recipes",
    arguments: 0..<400 as Range<UInt64>)
  func madeUp(seed: UInt64) throws {
    let (recipe, distribution) = RandomRecipes.small(seed: seed)
    try check(recipe, distribution)
  }

  private func check(_ recipe: SmallRecipe, _ distribution: Distribution) throws {
    let entropy = try recipe.compiled().entropy()
    #expect(entropy.isExact, "\(recipe)")
    #expect(entropy.count == BigUInt(distribution.count), "\(recipe)")
    #expect(abs(entropy.shannonBits - distribution.shannonBits) < 1e-9, "\(recipe)")
    #expect(abs(entropy.minEntropyBits - distribution.minEntropyBits) < 1e-9, "\(recipe)")
  }
}
