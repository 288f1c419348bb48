import CharacterSets
import PasswordGeneration
import Testing
import Wordlists

@Suite("CompiledRecipe")
struct CompiledRecipeTests {
  @Test(
    "maximumBytes is the length of the longest password in bytes", arguments: SmallRecipe.handChosen
  )
  func maximumBytes(recipe: SmallRecipe) throws {
    let distribution = try #require(recipe.oracle.distribution())
    let longest = distribution.probabilities.keys.map(\.count).max()
    #expect(try recipe.compiled().maximumBytes == longest)
  }

  @Test(
    "The alphabet contains the characters of all segments",
    arguments: SmallRecipe.plain + SmallRecipe.constrained + SmallRecipe.weighted
      + SmallRecipe.patterns)
  func alphabet(recipe: SmallRecipe) throws {
    let characters = try #require(recipe.recipe.characters)
    let meaning = SegmentMeaning(characters)
    let positions = meaning.positions(length: meaning.lengths.upperBound)
    let expected = Set(positions.joined().map(\.code))
    #expect(Set(try recipe.compiled().alphabet) == expected)
  }

  @Test("A phrase has no alphabet, a segment no words")
  func parts() throws {
    let phrase = try SmallRecipe("", words: ["a", "b", "c"], count: 7).compiled()
    #expect(phrase.alphabet.isEmpty)
    #expect(phrase.wordChoices == 3)
    let segment = try SmallRecipe("") { _ in }.compiled()
    #expect(segment.wordChoices == 0)
    #expect(segment.alphabet.count == 74)
  }

  @Test("It keeps the recipe that was compiled", arguments: SmallRecipe.typical)
  func recipe(recipe: SmallRecipe) throws {
    #expect(try recipe.compiled().definition == recipe.recipe)
  }

  // MARK: Word lists

  private func wordChoices(_ change: (inout PhraseRecipe) -> Void) throws -> Int {
    var phrase = PhraseRecipe(wordCount: 1)
    change(&phrase)
    return try CompiledRecipe(PasswordRecipe(phrase: phrase)).wordChoices
  }

  @Test("A list is found by its name", arguments: Wordlist.Bundled.allCases)
  func named(list: Wordlist.Bundled) throws {
    let words = Wordlist.bundled(list).words
    #expect(try wordChoices { $0.wordlist = list.rawValue } == words.count)
    for longest in 3...6 {
      let kept = words.count { $0.count <= longest }
      guard kept > 0 else { continue }
      let choices = try wordChoices {
        $0.wordlist = list.rawValue
        $0.maxWordLength = longest
      }
      #expect(choices == kept)
    }
  }

  @Test(
    "Without a name the bundled list that keeps more words is used",
    arguments: [nil, 3, 4, 5, 6, 9, 50, .max])
  func suitable(longest: Int?) throws {
    let kept = Wordlist.Bundled.allCases.map { list in
      Wordlist.bundled(list).words.count { $0.count <= longest ?? .max }
    }
    #expect(try wordChoices { $0.maxWordLength = longest } == kept.max())
  }

  @Test("The caller's own list takes precedence over the one that the recipe names")
  func givenList() throws {
    let list = try Wordlist(words: ["a", "b", "ccc"])
    var phrase = PhraseRecipe(wordCount: 1)
    for name in ["english-large", "no such list", nil] {
      phrase.wordlist = name
      #expect(try CompiledRecipe(PasswordRecipe(phrase: phrase), wordlist: list).wordChoices == 3)
    }
    phrase.maxWordLength = 1
    #expect(try CompiledRecipe(PasswordRecipe(phrase: phrase), wordlist: list).wordChoices == 2)
  }

  @Test("Lengths of words count characters, not bytes")
  func scalars() throws {
    let list = try Wordlist(words: ["\u{E9}\u{E8}", "e\u{301}", "\u{1F600}", "abc"])
    var phrase = PhraseRecipe(wordCount: 1)
    for (longest, kept) in [(1, 1), (2, 3), (3, 4)] {
      phrase.maxWordLength = longest
      let compiled = try CompiledRecipe(PasswordRecipe(phrase: phrase), wordlist: list)
      #expect(compiled.wordChoices == kept)
    }
  }
}
