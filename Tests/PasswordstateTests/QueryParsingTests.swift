import PasswordGeneration
import Passwordstate
import Testing
import _TestSupport

@Suite("PasswordstateQuery: reading")
struct QueryParsingTests {
  @Test("Every option is read")
  func complete() throws {
    let options = QueryNames.complete.filter { !$0.contains("Pattern") }
    let query = try PasswordstateQuery(parsing: options.joined(separator: "&"))
    var characters = CharacterRecipe(length: 12...16)
    characters.higherAlphaRatio = true
    characters.symbolSet = "!?"
    characters.brackets = true
    characters.bracketSet = "()"
    characters.excluded = "xyz"
    var phrase = PhraseRecipe(wordCount: 3)
    phrase.maxWordLength = 5
    phrase.placement = .insert
    phrase.separator = .space
    #expect(query.recipe == PasswordRecipe(characters: characters, phrase: phrase))
    #expect(query.quantity == 7)
    #expect(query.complianceRetries == 4)
  }

  @Test("The order of the options does not matter", arguments: 0..<30 as Range<UInt64>)
  func order(seed: UInt64) throws {
    var random = SeededRandom(seed: seed)
    let expected = try PasswordstateQuery(parsing: QueryNames.complete.joined(separator: "&"))
    let shuffled = QueryNames.complete.shuffled(using: &random).joined(separator: "&")
    #expect(try PasswordstateQuery(parsing: shuffled) == expected)
  }

  @Test(
    "The casing of keys, booleans and choices does not matter", arguments: 0..<30 as Range<UInt64>)
  func casing(seed: UInt64) throws {
    var random = SeededRandom(seed: seed)
    let expected = try PasswordstateQuery(parsing: QueryNames.complete.joined(separator: "&"))
    let changed = QueryNames.complete.map { option in
      let parts = option.split(separator: "=")
      let isText = ["ExcludeChars", "Pattern"].contains(String(parts[0]))
      let key = Self.recased(parts[0], &random)
      return key + "=" + (isText ? String(parts[1]) : Self.recased(parts[1], &random))
    }
    #expect(try PasswordstateQuery(parsing: changed.joined(separator: "&")) == expected)
  }

  private static func recased(_ text: Substring, _ random: inout SeededRandom) -> String {
    String(
      text.map { random.happens(50) ? Character($0.uppercased()) : Character($0.lowercased()) })
  }

  @Test(
    "An empty query asks for nothing",
    arguments: ["", "?", "&", "&&&", "?&", "https://host/api?"])
  func empty(text: String) throws {
    #expect(try PasswordstateQuery(parsing: text) == PasswordstateQuery(recipe: PasswordRecipe()))
  }

  @Test("An absent boolean is false")
  func absentBooleans() throws {
    let recipe = try #require(try PasswordstateQuery.characters(""))
    #expect(recipe.enabledClasses.isEmpty)
    #expect(!recipe.includesAmbiguous && !recipe.higherAlphaRatio && !recipe.requireEach)
    #expect(try PasswordstateQuery(parsing: "minLength=8").recipe == PasswordRecipe())
  }

  @Test("Each boolean switches what it names, and nothing else")
  func booleans() throws {
    let properties: [(String, WritableKeyPath<CharacterRecipe, Bool>)] = [
      ("lowerCaseChars", \.lowercase), ("upperCaseChars", \.uppercase),
      ("numericChars", \.digits), ("specialChars", \.symbols), ("bracketChars", \.brackets),
      ("ambiguousChars", \.includesAmbiguous), ("higherAlphaRatio", \.higherAlphaRatio),
    ]
    let without = try #require(try PasswordstateQuery.characters(""))
    for (key, property) in properties {
      var with = without
      with[keyPath: property] = true
      for text in ["true", "TRUE", "True", "tRuE"] {
        #expect(try PasswordstateQuery.characters("\(key)=\(text)") == with)
      }
      for text in ["false", "False", "FALSE", ""] {
        #expect(try PasswordstateQuery.characters("\(key)=\(text)") == without)
      }
      #expect(try PasswordstateQuery.characters(key) == without)
    }
  }

  // MARK: Lengths and numbers

  @Test(
    "maxLength 0, empty or absent means minLength",
    arguments: ["maxLength=0", "maxLength=", "maxLength", "", "maxLength=000"])
  func maxLength(option: String) throws {
    let recipe = try #require(try PasswordstateQuery.characters(option))
    #expect(recipe.minLength == 8)
    #expect(recipe.maxLength == nil)
  }

  @Test("Lengths out of range are left to the compiler")
  func lengths() throws {
    let recipe = try PasswordstateQuery(
      parsing: "IncludeAlphaSpecial=true&lowerCaseChars=true&minLength=0&maxLength=5000"
    ).recipe
    #expect(recipe.problems() == [.minLengthOutOfRange(0), .maxLengthOutOfRange(5000)])
    let reversed = try PasswordstateQuery(
      parsing: "IncludeAlphaSpecial=true&lowerCaseChars=true&minLength=9&maxLength=8"
    ).recipe
    #expect(reversed.problems() == [.maxLengthBelowMinLength(min: 9, max: 8)])
  }

  @Test("Qty and ComplianceRetries are read up to their maximums")
  func bounds() throws {
    func query(_ text: String) throws -> PasswordstateQuery {
      try PasswordstateQuery(parsing: text)
    }
    #expect(try query("").quantity == 1)
    #expect(try query("Qty=").quantity == 1)
    #expect(try query("Qty=1").quantity == 1)
    #expect(try query("qty=1000000000000").quantity == 1_000_000_000_000)
    #expect(try query("").complianceRetries == nil)
    #expect(try query("ComplianceRetries=").complianceRetries == nil)
    #expect(try query("ComplianceRetries=0").complianceRetries == 0)
    #expect(try query("complianceretries=1000000").complianceRetries == 1_000_000)
  }

  // MARK: Words

  @Test(
    "Placements and separators have letters",
    arguments: [
      ("P", PhraseRecipe.Placement.prefix), ("A", .append), ("I", .insert), ("i", .insert),
      ("", .prefix),
    ], [("S", PhraseRecipe.Separator.space), ("D", .dash), ("N", .none), ("n", .none), ("", .dash)])
  func words(
    placement: (String, PhraseRecipe.Placement), separator: (String, PhraseRecipe.Separator)
  ) throws {
    let phrase = try #require(
      try PasswordstateQuery.phrase("PrefixAppend=\(placement.0)&SeparateWords=\(separator.0)"))
    #expect(phrase.wordCount == 3)
    #expect(phrase.placement == placement.1)
    #expect(phrase.separator == separator.1)
    #expect(phrase.maxWordLength == nil && phrase.wordlist == nil)
  }

  @Test("The example of Passwordstate's documentation gives passwords of the documented shape")
  func example() throws {
    let query = try PasswordstateQuery(
      parsing: """
        ?IncludeAlphaSpecial=true&IncludeWordPhrases=true&minLength=12&maxLength=12\
        &lowerCaseChars=true&upperCaseChars=true&numericChars=true&higherAlphaRatio=true\
        &ambiguousChars=true&specialChars=false&specialCharsText=&bracketChars=false\
        &bracketCharsText=&NumberOfWords=3&MaxWordLength=3&PrefixAppend=P&SeparateWords=D\
        &ExcludeChars=&GeneratePattern=false&Pattern=null&Qty=10
        """)
    #expect(query.quantity == 10)
    var generator = try Generator(query.recipe)
    for password in try (0..<10).map({ _ in try generator.next().reveal() }) {
      // gin-hid-bud-9uXmoJzgdHNp
      let parts = password.split(separator: "-")
      #expect(parts.map(\.count) == [3, 3, 3, 12])
      #expect(parts.dropLast().joined().allSatisfy { $0.isLowercase })
      #expect(parts.last?.allSatisfy { $0.isLetter || $0.isNumber } == true)
    }
  }

  // MARK: Patterns

  @Test(
    "A pattern counts unless GeneratePattern is false",
    arguments: ["", "GeneratePattern=true", "GeneratePattern=", "GeneratePattern=TRUE"])
  func pattern(option: String) throws {
    let recipe = try #require(try PasswordstateQuery.characters("Pattern=llnn&" + option))
    #expect(recipe.pattern == "llnn")
  }

  @Test("GeneratePattern=false switches the pattern off")
  func patternOff() throws {
    let recipe = try #require(
      try PasswordstateQuery.characters("Pattern=llnn&GeneratePattern=False&maxLength=9"))
    #expect(recipe.pattern == nil)
    #expect(recipe.minLength == 8 && recipe.maxLength == 9)
  }

  @Test("Pattern=null or an empty one is none", arguments: ["null", "NULL", "Null", "", "%6eull"])
  func noPattern(text: String) throws {
    for flag in ["", "&GeneratePattern=true", "&GeneratePattern=false"] {
      let recipe = try #require(try PasswordstateQuery.characters("Pattern=\(text)\(flag)"))
      #expect(recipe.pattern == nil)
      #expect(recipe.minLength == 8)
    }
  }

  @Test("With a pattern no length is needed")
  func patternWithoutLength() throws {
    let query = try PasswordstateQuery(parsing: "IncludeAlphaSpecial=true&Pattern=llnn")
    #expect(query.recipe.characters?.pattern == "llnn")
  }

  // MARK: What is switched off

  @Test(
    "Options of a part that is switched off are ignored",
    arguments: [
      "minLength=x&maxLength=-1&lowerCaseChars=maybe&higherAlphaRatio=2&GeneratePattern=yes",
      "NumberOfWords=0x10&MaxWordLength=many&PrefixAppend=Q&SeparateWords=%20",
      "IncludeAlphaSpecial=false&minLength=oops", "IncludeWordPhrases=&NumberOfWords=oops",
    ])
  func switchedOff(options: String) throws {
    #expect(try PasswordstateQuery(parsing: options).recipe == PasswordRecipe())
  }

  @Test("A set is not kept for a class that is switched off")
  func setsOfDisabledClasses() throws {
    let recipe = try #require(
      try PasswordstateQuery.characters("specialCharsText=%21&bracketCharsText=%28"))
    #expect(recipe.symbolSet == nil && recipe.bracketSet == nil)
  }

  @Test("An ignored value must still be encoded correctly")
  func encodingOfSwitchedOff() {
    #expect(PasswordstateQuery.problems(of: "SeparateWords=%2") == [.badEncoding(pair: 1)])
  }
}
