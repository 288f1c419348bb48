import CharacterSets
import PasswordGeneration
import Testing

@Suite("CharacterRecipe")
struct CharacterRecipeTests {
  @Test("It begins with the usual four classes and nothing unusual")
  func defaults() {
    let recipe = CharacterRecipe()
    #expect(recipe.minLength == 20)
    #expect(recipe.maxLength == nil)
    #expect(recipe.enabledClasses == [.lowercase, .uppercase, .digits, .symbols])
    #expect(recipe.symbolSet == nil && recipe.bracketSet == nil && recipe.pattern == nil)
    #expect(recipe.includesAmbiguous)
    #expect(recipe.excluded.isEmpty)
    #expect(!recipe.higherAlphaRatio && !recipe.requireEach)
    #expect(recipe.alphabet.count == 74)
  }

  @Test("It can be made for a length or a range")
  func lengths() {
    #expect(CharacterRecipe(length: 7).minLength == 7)
    #expect(CharacterRecipe(length: 7).maxLength == nil)
    let range = CharacterRecipe(length: 7...9)
    #expect(range.minLength == 7 && range.maxLength == 9)
  }

  @Test(
    "Restricted to a set, it draws nothing else and does not require classes that are left empty")
  func restricted() throws {
    var recipe = CharacterRecipe(length: 8)
    recipe.brackets = true
    recipe.excluded = "a"
    recipe.requireEach = true
    let some = try #require(ASCIISet("abcXYZ-~{"))
    let restricted = recipe.restricted(to: some)
    #expect(restricted.enabledClasses == [.lowercase, .uppercase, .symbols, .brackets])
    #expect(restricted.alphabet == ASCIISet("bcXYZ-{"))
    #expect(restricted.requireEach)
    #expect(throws: Never.self) { try CompiledRecipe(PasswordRecipe(characters: restricted)) }
    #expect(recipe.restricted(to: .printable) == recipe)
  }

  @Test("A class that was already off or empty is unchanged when restricted")
  func restrictedEmpty() throws {
    var recipe = CharacterRecipe(length: 8)
    recipe.uppercase = false
    recipe.excluded = "0123456789"
    let restricted = recipe.restricted(to: .letters)
    #expect(restricted.enabledClasses == [.lowercase, .digits])
  }

  @Test("PasswordRecipe(length:) has one of each class")
  func passwordRecipe() {
    let recipe = PasswordRecipe(length: 12)
    #expect(recipe.characters?.minLength == 12)
    #expect(recipe.characters?.requireEach == true)
    #expect(recipe.characters?.enabledClasses.count == 4)
    #expect(recipe.phrase == nil)
  }

  @Test("Each class has its flag", arguments: CharacterClass.allCases)
  func flags(name: CharacterClass) {
    var recipe = CharacterRecipe()
    recipe.keep("", in: name)
    #expect(recipe.enabledClasses == [name])
    for other in CharacterClass.allCases { #expect(recipe.isEnabled(other) == (other == name)) }
  }

  @Test("Sets of random recipes agree with the options", arguments: 0..<50 as Range<UInt64>)
  func sets(seed: UInt64) throws {
    var recipes = RandomRecipes(seed: 9000 + seed)
    for _ in 0..<10 {
      guard let recipe = recipes.small().recipe.characters else { continue }
      let meaning = SegmentMeaning(recipe)
      for name in CharacterClass.allCases {
        #expect(Set(recipe.characters(of: name)) == meaning.characters(of: name))
      }
      let enabled = recipe.enabledClasses.map { meaning.characters(of: $0) }
      #expect(Set(recipe.alphabet) == enabled.reduce(into: []) { $0.formUnion($1) })
    }
  }

  @Test("Default sets are those of Passwordstate")
  func defaultSets() {
    let recipe = CharacterRecipe()
    #expect(recipe.characters(of: .symbols) == ASCIISet("!#$%^&*+/=_-".utf8))
    #expect(recipe.characters(of: .brackets) == ASCIISet("[](){}<>".utf8))
    #expect(CharacterRecipe.positionsPerSpecial == 7)
    #expect(CharacterRecipe.maximumLength == 4096)
    #expect(PhraseRecipe.maximumWordCount == 128)
  }

  @Test("Switching look-alikes off removes them only from letters and digits")
  func ambiguous() {
    var recipe = CharacterRecipe()
    recipe.includesAmbiguous = false
    recipe.symbolSet = "Il1O0!"
    #expect(recipe.characters(of: .lowercase).count == 25)
    #expect(recipe.characters(of: .uppercase).count == 24)
    #expect(recipe.characters(of: .digits).count == 8)
    #expect(recipe.characters(of: .symbols).count == 6)
    #expect(recipe.alphabet.contains(UInt8(ascii: "l")))
  }

  @Test("Separators are the bytes that they are named after")
  func separators() {
    #expect(PhraseRecipe.Separator.space.byte == 0x20)
    #expect(PhraseRecipe.Separator.dash.byte == 0x2D)
    #expect(PhraseRecipe.Separator.none.byte == nil)
    let phrase = PhraseRecipe(wordCount: 3)
    #expect(phrase.separator == .dash && phrase.placement == .prefix)
    #expect(phrase.maxWordLength == nil && phrase.wordlist == nil)
  }
}
