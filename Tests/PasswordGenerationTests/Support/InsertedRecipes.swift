import PasswordGeneration
import _TestSupport

/// Makes up recipes of a phrase inside a segment that can hold the separator, reproducibly.
enum InsertedRecipes {
  /// Words over a few letters, some of which a segment seldom holds.
  private static let wordlists = [
    ["a", "b"], ["a", "aa"], ["a", "ab", "bb"], ["a", "b", "ab", "ba", "abc"], ["x", "a"],
    ["ax", "a", "b"], ["A", "a", "1"], ["aA", "a1", "b", "!"], ["\u{E9}", "e"],
    ["a", "b", "c", "1", "A", "!", "x"],
  ]

  /// A recipe with a distribution that can be listed.
  static func small(seed: UInt64) -> SmallRecipe {
    var random = SeededRandom(seed: seed)
    while true {
      let recipe = recipe(lengths: 2...7, words: 1...3, pool: 1...4, &random)
      if recipe.oracle.drawCount <= 20_000, isPossible(recipe) { return recipe }
    }
  }

  /// A recipe with too many passwords to list.
  static func middling(seed: UInt64) -> SmallRecipe {
    var random = SeededRandom(seed: seed)
    while true {
      let recipe = recipe(lengths: 4...11, words: 1...3, pool: 2...8, &random)
      if recipe.oracle.drawCount > 20_000, isPossible(recipe) { return recipe }
    }
  }

  private static func isPossible(_ recipe: SmallRecipe) -> Bool { (try? recipe.compiled()) != nil }

  private static func recipe(
    lengths: ClosedRange<Int>, words: ClosedRange<Int>, pool: ClosedRange<Int>,
    _ random: inout SeededRandom
  ) -> SmallRecipe {
    let kept = random.text(pool, of: "abcxeAB12!#") + "-"
    var characters = CharacterRecipe(length: random.number(lengths))
    if random.happens(50) { characters.maxLength = characters.minLength + random.number(0...3) }
    characters.keep(kept, in: .lowercase, .uppercase, .digits, .symbols)
    characters.excluded = characters.excluded.filter { $0 != "-" }
    characters.lowercase = random.happens(80)
    characters.uppercase = random.happens(40)
    characters.digits = random.happens(40)
    // A set that may hold letters, of one class then or of two.
    characters.symbolSet = "-" + random.text(0...2, of: random.happens(50) ? "!#" : "ab!1A")
    characters.brackets = random.happens(30)
    characters.bracketSet = random.text(1...2, of: "-ab!(")
    characters.higherAlphaRatio = random.happens(50)
    characters.requireEach = random.happens(50)
    return SmallRecipe(
      "inserted", words: random.element(of: wordlists), count: random.number(words),
      segment: characters, .insert, .dash)
  }
}
