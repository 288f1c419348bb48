import ExactIntegers
import Foundation
import Testing
import Wordlists

@testable import PasswordGeneration

/// What is given when counting all draws would take too long.
@Suite("Entropy: bounds")
struct EntropyBoundsTests {
  static let phrases = SmallRecipe.handChosen.filter { $0.recipe.phrase != nil }

  @Test("They hold for recipes chosen by hand", arguments: phrases)
  func handChosen(recipe: SmallRecipe) throws {
    try check(recipe, try #require(recipe.oracle.distribution()))
  }

  static let seedsOfPhrases = (0..<120 as Range<UInt64>).filter {
    RandomRecipes.small(seed: $0).recipe.recipe.phrase != nil
  }

  @Test("They hold for random recipes", arguments: seedsOfPhrases)
  func madeUp(seed: UInt64) throws {
    let (recipe, distribution) = RandomRecipes.small(seed: seed)
    try check(recipe, distribution)
  }

  private func check(_ recipe: SmallRecipe, _ distribution: Distribution) throws {
    let compiled = try recipe.compiled()
    var counter = compiled.segment.map { SegmentCounter(plan: $0) }
    let bounds = compiled.lowerBound(segments: counter?.counts() ?? [])
    #expect(!bounds.isExact)
    #expect(bounds.count >= BigUInt(distribution.count), "\(recipe)")
    #expect(bounds.shannonBits <= distribution.shannonBits + 1e-9, "\(recipe)")
    #expect(bounds.minEntropyBits <= distribution.minEntropyBits + 1e-9, "\(recipe)")
    #expect(bounds.minEntropyBits <= bounds.shannonBits, "\(recipe)")
    #expect(bounds.minEntropyBits >= 0, "\(recipe)")
  }

  @Test("They are inexact for a long segment that can contain everything that words can")
  func inexact() throws {
    var characters = CharacterRecipe(length: 40...60)
    characters.symbolSet = " -"
    var phrase = PhraseRecipe(wordCount: 8)
    phrase.placement = .insert
    phrase.separator = .none
    let compiled = try CompiledRecipe(PasswordRecipe(characters: characters, phrase: phrase))
    let entropy = compiled.entropy()
    #expect(!entropy.isExact)
    // A little less than the bits of the draw.
    var counter = try SegmentCounter(plan: #require(compiled.segment))
    let draw = DrawEntropy(recipe: compiled, segments: counter.counts())
    #expect(entropy.count == draw.count)
    #expect(entropy.shannonBits < draw.shannonBits)
    #expect(entropy.shannonBits > draw.shannonBits * 0.9)
    #expect(entropy.minEntropyBits < draw.minEntropyBits)
    #expect(entropy.minEntropyBits > draw.minEntropyBits * 0.9)
  }

  @Test(
    "They are no further from the draw than the readings of a password allow",
    arguments: [
      // 20 characters: 1 + 18 / (3 + 1) places that are apart, or 19 places.
      (PhraseRecipe.Separator.dash, 5.0), (.none, 19.0),
    ])
  func readings(separator: PhraseRecipe.Separator, count: Double) throws {
    var phrase = PhraseRecipe(wordCount: 3)
    phrase.placement = .insert
    phrase.separator = separator
    let compiled = try CompiledRecipe(
      PasswordRecipe(characters: CharacterRecipe(length: 20), phrase: phrase))
    #expect(compiled.maximumReadingCount == Int(count))
    var counter = try SegmentCounter(plan: #require(compiled.segment))
    let segments = counter.counts()
    let draw = DrawEntropy(recipe: compiled, segments: segments)
    let bounds = compiled.lowerBound(segments: segments)
    #expect(bounds.shannonBits >= draw.shannonBits - log2(count) - 1e-9)
    #expect(bounds.minEntropyBits >= draw.minEntropyBits - log2(count) - 1e-9)
  }
}
