import BigInt
import Passwright

/// How hard what is drawn is to guess, with or without a policy.
struct EntropyFigures {
  let shannonBits: Double
  let minEntropyBits: Double
  let count: BigUInt
  /// Whether the figures are exact; otherwise the bits are lower bounds and the count an upper one.
  let isExact: Bool

  /// The figures of a recipe.
  init(_ recipe: CompiledRecipe) {
    let entropy = recipe.entropy()
    shannonBits = entropy.shannonBits
    minEntropyBits = entropy.minEntropyBits
    count = entropy.count
    isExact = entropy.isExact
  }

  /// The figures of a recipe under a policy: bounds, from the chance that a draw complies.
  init(_ recipe: CompliantRecipe) throws(CommandFailure) {
    let bits = recipe.minEntropyBits(try ComplianceDescription.chance(recipe))
    shannonBits = bits
    minEntropyBits = bits
    count = recipe.recipe.entropy().count
    isExact = false
  }
}
