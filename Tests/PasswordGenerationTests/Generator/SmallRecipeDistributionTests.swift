import Foundation
import PasswordGeneration
import Testing
import Wordlists
import _TestSupport

/// The draws of small recipes against their exact distributions.
///
/// The tests of this file together call a perfect generator wrong with probability 10⁻⁶ at most;
/// the seeds are fixed, so that what passes once passes always.
@Suite("Generator: distribution of small recipes")
struct SmallRecipeDistributionTests {
  /// The false-alarm rate of one recipe: 10⁻⁶ over far fewer than 1,000 recipes and two checks.
  static let falseAlarmRate = GoodnessOfFit.falseAlarmRate / 2000

  @Test(
    "All and only the passwords occur, as often as they should", arguments: SmallRecipe.handChosen)
  func handChosen(recipe: SmallRecipe) throws {
    let distribution = try #require(recipe.oracle.distribution())
    #expect(distribution.count < 5000)
    try check(recipe, distribution, seed: 0)
  }

  @Test(
    "All and only the passwords of random recipes occur, as often as they should",
    arguments: scaled(0..<300 as Range<UInt64>))
  func madeUp(seed: UInt64) throws {
    let (recipe, distribution) = RandomRecipes.small(seed: seed)
    try check(recipe, distribution, seed: seed)
  }

  private func check(_ recipe: SmallRecipe, _ distribution: Distribution, seed: UInt64) throws {
    var generator = try recipe.generator(seed: seed)
    let drawCount = scaled(min(40_000, max(2000, 25 * distribution.count)))
    let drawn = try generator.passwords(drawCount)
    let tally = Tally(drawn, of: distribution)
    #expect(tally.impossible == [], "\(recipe.recipe)")
    #expect(tally.missing(falseAlarmRate: Self.falseAlarmRate) == [], "\(recipe.recipe)")
    #expect(tally.fit.pValue >= Self.falseAlarmRate, "\(recipe.recipe)")
  }
}
