import PasswordGeneration
import Passwordstate
import Testing
import _TestSupport

@Suite("PasswordstateQuery: writing")
struct QueryWritingTests {
  /// What a query can say of a recipe: what is not used is left out, in one spelling.
  private static func sayable(_ recipe: PasswordRecipe) -> PasswordRecipe {
    var recipe = recipe
    guard var characters = recipe.characters else { return recipe }
    func unlessEmpty(_ text: String?) -> String? { text.flatMap { $0.isEmpty ? nil : $0 } }
    characters.symbolSet = characters.symbols ? unlessEmpty(characters.symbolSet) : nil
    characters.bracketSet = characters.brackets ? unlessEmpty(characters.bracketSet) : nil
    characters.pattern = unlessEmpty(characters.pattern)
    if characters.maxLength == 0 { characters.maxLength = nil }
    recipe.characters = characters
    return recipe
  }

  /// The same, but for lengths beside a pattern, which are not used.
  private static func used(_ recipe: PasswordRecipe) -> PasswordRecipe {
    var recipe = sayable(recipe)
    if recipe.characters?.pattern != nil {
      recipe.characters?.minLength = 20
      recipe.characters?.maxLength = nil
    }
    return recipe
  }

  @Test("Random recipes read back unchanged", arguments: scaled(0..<60 as Range<UInt64>))
  func madeUp(seed: UInt64) throws {
    var random = SplitMix(seed: 30_000 + seed)
    for _ in 0..<20 {
      let recipe = random.recipe()
      let query = PasswordstateQuery(
        recipe: recipe, quantity: Int.random(in: 1...1_000_000, using: &random),
        complianceRetries: random.chance(50) ? Int.random(in: 0...100, using: &random) : nil)
      let text = try query.queryString()
      let read = try PasswordstateQuery(parsing: text)
      #expect(Self.used(read.recipe) == Self.used(recipe), "\(text)")
      #expect(read.quantity == query.quantity)
      #expect(read.complianceRetries == query.complianceRetries)
      #expect(
        try read.queryString() == PasswordstateQuery(parsing: read.queryString()).queryString())
    }
  }

  @Test("Sets, exclusions and patterns of any characters read back")
  func anyCharacters() throws {
    let text = "&=+%?#/\\ \"'<>~\u{E9}\u{301}\u{1F600}\n\0;"
    var recipe = CharacterRecipe(length: 8)
    recipe.brackets = true
    recipe.symbolSet = text
    recipe.bracketSet = text
    recipe.excluded = text
    let query = PasswordstateQuery(recipe: PasswordRecipe(characters: recipe))
    #expect(try PasswordstateQuery(parsing: query.queryString()) == query)
    recipe.pattern = text
    recipe.minLength = 20
    let patterned = PasswordstateQuery(recipe: PasswordRecipe(characters: recipe))
    #expect(try PasswordstateQuery(parsing: patterned.queryString()) == patterned)
  }

  @Test("A query contains only unreserved characters, = and &")
  func unreserved() throws {
    var recipe = CharacterRecipe(length: 3...4)
    recipe.symbols = true
    recipe.symbolSet = String((0x20...0x7E).map { Character(Unicode.Scalar($0)) })
    let text = try PasswordstateQuery(recipe: PasswordRecipe(characters: recipe)).queryString()
    let allowed = Set("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~%=&")
    #expect(text.allSatisfy { allowed.contains($0) })
    #expect(!text.contains("&&") && !text.hasSuffix("&"))
  }

  @Test("It is spelled as in Passwordstate")
  func spelling() throws {
    var phrase = PhraseRecipe(wordCount: 3)
    phrase.separator = .space
    phrase.placement = .append
    phrase.maxWordLength = 5
    let query = PasswordstateQuery(
      recipe: PasswordRecipe(phrase: phrase), quantity: 2, complianceRetries: 0)
    #expect(
      try query.queryString() == """
        IncludeAlphaSpecial=false&IncludeWordPhrases=true&NumberOfWords=3&MaxWordLength=5\
        &PrefixAppend=A&SeparateWords=S&Qty=2&ComplianceRetries=0
        """)
  }

  @Test("Each name it writes is one of Passwordstate's")
  func names() throws {
    var recipe = PasswordRecipe(characters: CharacterRecipe(), phrase: PhraseRecipe(wordCount: 1))
    recipe.characters?.brackets = true
    recipe.characters?.pattern = "l"
    let text = try PasswordstateQuery(recipe: recipe, complianceRetries: 1).queryString()
    let names = text.split(separator: "&").map { String($0.prefix { $0 != "=" }) }
    #expect(Set(names).count == names.count)
    #expect(Set(names).isSubset(of: QueryNames.all))
  }

  // MARK: Losses

  @Test("Properties without an option are refused by name")
  func losses() {
    var recipe = PasswordRecipe(characters: CharacterRecipe(), phrase: PhraseRecipe(wordCount: 1))
    func lost() -> [String] {
      do throws(QueryLossError) {
        _ = try PasswordstateQuery(recipe: recipe).queryString()
        return []
      } catch {
        #expect(error.properties.allSatisfy { error.description.contains($0) })
        return error.properties
      }
    }
    #expect(lost() == [])
    recipe.characters?.requireEach = true
    #expect(lost() == ["requireEach"])
    recipe.phrase?.wordlist = "english-short"
    #expect(lost() == ["requireEach", "wordlist"])
    recipe.characters?.requireEach = false
    #expect(lost() == ["wordlist"])
    recipe.phrase?.wordlist = nil
    for pattern in ["null", "Null", "NULL"] {
      recipe.characters?.pattern = pattern
      #expect(lost().count == 1)
      #expect(lost().first?.contains("mask") == true)
    }
    recipe.characters?.pattern = #"\null"#
    #expect(lost() == [])
  }

  @Test("Nothing that a query can express is lost when it is read back", arguments: [true, false])
  func lengthsBesidePattern(hasPattern: Bool) throws {
    var recipe = CharacterRecipe(length: 9...11)
    if hasPattern { recipe.pattern = "llnn" }
    let query = PasswordstateQuery(recipe: PasswordRecipe(characters: recipe))
    #expect(try PasswordstateQuery(parsing: query.queryString()) == query)
  }
}
