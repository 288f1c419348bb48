import PasswordGeneration
import Testing
import Wordlists

/// Compiling against brute force: what has no password is refused, and nothing else.
@Suite("CompiledRecipe: feasibility")
struct FeasibilityTests {
  @Test("A random recipe is refused when it has no password", arguments: 0..<40 as Range<UInt64>)
  func madeUp(seed: UInt64) throws {
    var recipes = RandomRecipes(seed: 1000 + seed)
    var refusedCount = 0
    for _ in 0..<25 {
      let recipe = recipes.small()
      guard recipe.oracle.drawCount <= 3000 else { continue }
      let problems = recipe.recipe.problems(wordlist: try Wordlist(words: recipe.words))
      let isPossible = recipe.oracle.distribution() != nil
      #expect(problems.isEmpty == isPossible, "\(recipe) \(problems)")
      refusedCount += problems.isEmpty ? 0 : 1
    }
    #expect((1..<25).contains(refusedCount))
  }

  @Test("All recipes chosen by hand can be drawn from", arguments: SmallRecipe.handChosen)
  func handChosen(recipe: SmallRecipe) throws {
    let wordlist = recipe.words.isEmpty ? nil : try Wordlist(words: recipe.words)
    #expect(recipe.recipe.problems(wordlist: wordlist) == [])
  }
}
