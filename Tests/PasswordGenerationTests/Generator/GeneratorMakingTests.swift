import PasswordGeneration
import Randomness
import Testing
import Wordlists

@Suite("Generator: initializers")
struct GeneratorMakingTests {
  @Test("A recipe alone suffices: the keystream is the source")
  func recipe() throws {
    var generator = try Generator(PasswordRecipe(length: 20))
    let drawn = Set(try generator.singly(50))
    #expect(drawn.count == 50)
    let language = Language(Oracle(recipe: PasswordRecipe(length: 20), words: []))
    #expect(drawn.allSatisfy { !language.parses(of: $0).isEmpty })
  }

  @Test("Two generators of the keystream differ")
  func keystreams() throws {
    let compiled = try CompiledRecipe(PasswordRecipe(length: 20))
    var generator = try Generator(compiled)
    var other = try Generator(compiled)
    #expect(try generator.next().reveal() != other.next().reveal())
  }

  @Test("The caller's own word list is used")
  func wordlist() throws {
    let list = try Wordlist(words: ["one", "two"])
    var generator = try Generator(
      PasswordRecipe(phrase: PhraseRecipe(wordCount: 1)), wordlist: list)
    #expect(Set(try generator.singly(60).map(string)) == ["one", "two"])
  }

  @Test("The problems of a recipe are passed on")
  func problems() {
    let error = RecipeError(problems: [.noParts])
    #expect(throws: GeneratorError.recipe(error)) { _ = try Generator(PasswordRecipe()) }
    #expect(GeneratorError.recipe(error).description == error.description)
  }

  @Test("Any source works: the system's, and one that cannot be copied")
  func sources() throws {
    let compiled = try CompiledRecipe(PasswordRecipe(length: 20))
    var system = try Generator(compiled, source: SystemByteSource())
    #expect(try system.next().count == 20)
    var keystream = try Generator(compiled, source: KeystreamByteSource())
    #expect(try keystream.next().count == 20)
    #expect(keystream.recipe.maximumBytes == 20)
  }
}
