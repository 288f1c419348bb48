import ExactIntegers
import Foundation
import Testing
import Wordlists
import _TestSupport

@testable import PasswordGeneration

/// Phrases between separators inside a segment that can hold these, so that a word may also be
/// part of the segment.
@Suite("Entropy: phrases inserted among separators")
struct InsertionEntropyTests {
  @Test(
    "It is that of the exact distribution of random recipes",
    arguments: scaled(0..<2000 as Range<UInt64>))
  func small(seed: UInt64) throws {
    let recipe = InsertedRecipes.small(seed: seed)
    let counted = try counted(recipe)
    let entropy = try #require(counted)
    let distribution = try #require(recipe.oracle.distribution())
    #expect(entropy.isExact, "\(recipe)")
    #expect(entropy.count == BigUInt(distribution.count), "\(recipe)")
    #expect(abs(entropy.shannonBits - distribution.shannonBits) < 1e-9, "\(recipe)")
    #expect(abs(entropy.minEntropyBits - distribution.minEntropyBits) < 1e-9, "\(recipe)")
  }

  @Test("Random recipes have passwords that can be read in several ways")
  func smallAreAmbiguous() throws {
    var least = Set<Int>()
    for seed in scaled(0..<2000 as Range<UInt64>) {
      let recipe = InsertedRecipes.small(seed: seed)
      let shapes = try #require(InsertionShapes(try recipe.compiled()))
      var counter = InsertionCounter(shapes)
      let texts = counter.markedTexts()
      let marked = try #require(texts)
      least.insert(marked.keys.map(\.readings.count).max() ?? 0)
    }
    #expect(least.isSuperset(of: [0, 2, 3]))
  }

  @Test(
    "It agrees with the automaton over bytes when that has the time",
    arguments: scaled(0..<200 as Range<UInt64>))
  func middling(seed: UInt64) throws {
    let recipe = InsertedRecipes.middling(seed: seed)
    let compiled = try recipe.compiled()
    var counter = compiled.segment.map { SegmentCounter(plan: $0) }
    var automaton = OutputAutomaton(recipe: compiled, segments: counter?.counts() ?? [])
    guard let expected = automaton.entropy() else {
      try Test.cancel("the automaton over bytes would take too long")
    }
    let counted = try counted(recipe)
    let entropy = try #require(counted)
    #expect(entropy.count == expected.count, "\(recipe)")
    #expect(abs(entropy.shannonBits - expected.shannonBits) < 1e-9, "\(recipe)")
    #expect(abs(entropy.minEntropyBits - expected.minEntropyBits) < 1e-9, "\(recipe)")
  }

  @Test(
    "It is exact for the usual recipes, and between the bound and the draw",
    arguments: [1, 2, 3], [false, true])
  func usual(wordCount: Int, requireEach: Bool) throws {
    var characters = CharacterRecipe(length: 20)
    characters.requireEach = requireEach
    var phrase = PhraseRecipe(wordCount: wordCount)
    phrase.placement = .insert
    let recipe = try CompiledRecipe(PasswordRecipe(characters: characters, phrase: phrase))
    let entropy = recipe.entropy()
    #expect(entropy.isExact)
    var counter = try SegmentCounter(plan: #require(recipe.segment))
    let segments = counter.counts()
    let draw = DrawEntropy(recipe: recipe, segments: segments)
    let bound = recipe.lowerBound(segments: segments)
    #expect(entropy.count < draw.count)
    #expect(entropy.shannonBits < draw.shannonBits)
    #expect(entropy.shannonBits > bound.shannonBits)
    #expect(entropy.minEntropyBits < draw.minEntropyBits)
    #expect(entropy.minEntropyBits >= bound.minEntropyBits - 1e-9)
  }

  @Test("One word in a segment of five characters, by hand")
  func byHand() throws {
    var phrase = PhraseRecipe(wordCount: 1)
    phrase.placement = .insert
    let recipe = try CompiledRecipe(
      PasswordRecipe(
        characters: .symbols("-abcdefghi", length: 5...5), phrase: phrase),
      wordlist: Wordlist(words: ["a", "bbbb"]).words(ofAtMost: 1))
    let entropy = recipe.entropy()
    // Of eight bytes, the phrase begins at one of four: 400,000 draws. Two phrases begin two bytes
    // apart (two such pairs, three characters are free) or three (one pair, two are free).
    let pairs = 2 * 1000 + 100
    let drawBits = log2(400_000.0)
    #expect(entropy.isExact)
    #expect(entropy.count == BigUInt(400_000 - pairs))
    #expect(abs(entropy.shannonBits - drawBits + Double(2 * pairs) / 400_000) < 1e-9)
    #expect(abs(entropy.minEntropyBits - drawBits + 1) < 1e-9)
  }

  @Test(
    "Without the budget there is no answer",
    arguments: [
      WorkBudget(steps: 0, bytes: 1 << 30), WorkBudget(steps: 100, bytes: 1 << 30),
      WorkBudget(steps: 10_000, bytes: 1 << 30), WorkBudget(steps: 1 << 30, bytes: 0),
      WorkBudget(steps: 1 << 30, bytes: 100_000),
    ])
  func budget(budget: WorkBudget) throws {
    var counter = InsertionCounter(
      try #require(InsertionShapes(usual(20...20, wordCount: 3))), budget: budget)
    let marked = counter.markedTexts()
    #expect(marked == nil)
  }

  @Test("Enough steps and memory for all marked texts may not be enough for their parts")
  func budgetOfParts() throws {
    let recipe = try usual(20...20, wordCount: 3)
    let shapes = try #require(InsertionShapes(recipe))
    var counter = try SegmentCounter(plan: #require(recipe.segment))
    let segments = counter.counts()
    var readings = InsertionCounter(shapes)
    _ = readings.markedTexts()
    let steps = WorkBudget.standard.steps - readings.budget.steps
    let spent = WorkBudget(steps: steps, bytes: 1 << 30)
    let more = WorkBudget(steps: steps * 2, bytes: 1 << 30)
    #expect(recipe.entropy(shapes, segments: segments, budget: spent) == nil)
    #expect(recipe.entropy(shapes, segments: segments, budget: more) != nil)
  }

  @Test(
    "It is exact within the budget for a range of lengths",
    arguments: [
      (8...16, 2, 106.378613556), (8...16, 3, 119.303426060), (8...32, 1, 145.627746351),
      (8...24, 2, 132.748240546), (10...12, 3, 111.372114531),
    ])
  func ranges(lengths: ClosedRange<Int>, wordCount: Int, bits: Double) throws {
    let entropy = try usual(lengths, wordCount: wordCount).entropy()
    #expect(entropy.isExact)
    #expect(abs(entropy.shannonBits - bits) < 1e-8)
  }

  @Test(
    "Beyond the budget there are bounds, close to the draw",
    arguments: [
      (4...32, 4), (4...64, 6), (4...128, 8), (4096...4096, 128), (4...256, 16), (2...64, 3),
      (64...64, 3), (100...4096, 1),
    ])
  func beyond(lengths: ClosedRange<Int>, wordCount: Int) throws {
    let recipe = try usual(lengths, wordCount: wordCount, requireEach: lengths.lowerBound > 3)
    let entropy = recipe.entropy()
    var counter = try SegmentCounter(plan: #require(recipe.segment))
    let draw = DrawEntropy(recipe: recipe, segments: counter.counts())
    #expect(!entropy.isExact)
    #expect(entropy.count == draw.count)
    #expect(entropy.shannonBits <= draw.shannonBits)
    #expect(entropy.shannonBits > draw.shannonBits - 0.01)
    #expect(entropy.minEntropyBits <= draw.minEntropyBits)
    #expect(entropy.minEntropyBits > draw.minEntropyBits - 10.1)
  }

  private func usual(
    _ lengths: ClosedRange<Int>, wordCount: Int, requireEach: Bool = true
  ) throws -> CompiledRecipe {
    var characters = CharacterRecipe(length: lengths)
    characters.requireEach = requireEach
    var phrase = PhraseRecipe(wordCount: wordCount)
    phrase.placement = .insert
    return try CompiledRecipe(PasswordRecipe(characters: characters, phrase: phrase))
  }

  @Test("It requires phrases between separators that no word contains and the segment can contain")
  func scope() throws {
    func applies(
      _ words: [String], _ placement: PhraseRecipe.Placement = .insert,
      _ separator: PhraseRecipe.Separator = .dash, pattern: String? = nil
    ) throws -> Bool {
      var segment = CharacterRecipe.symbols("-a", length: 3...3)
      segment.pattern = pattern
      let recipe = SmallRecipe("", words: words, segment: segment, placement, separator)
      return InsertionShapes(try recipe.compiled()) != nil
    }
    #expect(try applies(["a", "b"]))
    #expect(try !applies(["a-", "b"]))
    #expect(try !applies(["a", "b"], .append))
    #expect(try !applies(["a", "b"], .insert, .none))
    #expect(try !applies(["a", "b"], .insert, .space))
    #expect(try !applies(["a", "b"], pattern: "sss"))
  }

  private func counted(_ recipe: SmallRecipe) throws -> Entropy? {
    let compiled = try recipe.compiled()
    var counter = try SegmentCounter(plan: #require(compiled.segment))
    let shapes = try #require(InsertionShapes(compiled))
    return compiled.entropy(shapes, segments: counter.counts())
  }
}
