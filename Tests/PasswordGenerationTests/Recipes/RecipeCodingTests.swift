import Foundation
import PasswordGeneration
import Testing

@Suite("Recipes as JSON")
struct RecipeCodingTests {
  private func decoded<Value: Decodable>(_ text: String, as type: Value.Type) throws -> Value {
    try JSONDecoder().decode(type, from: Data(text.utf8))
  }

  private func roundTrip(_ recipe: PasswordRecipe) throws -> PasswordRecipe {
    try JSONDecoder().decode(PasswordRecipe.self, from: JSONEncoder().encode(recipe))
  }

  // MARK: Round trips

  @Test("Random recipes read back unchanged", arguments: 0..<40 as Range<UInt64>)
  func madeUp(seed: UInt64) throws {
    var recipes = RandomRecipes(seed: 20_000 + seed)
    for _ in 0..<10 {
      for recipe in [recipes.small().recipe, recipes.big().recipe] {
        #expect(try roundTrip(recipe) == recipe)
      }
    }
  }

  @Test("Every property reads back")
  func everyProperty() throws {
    var recipe = PasswordRecipe(length: 9)
    recipe.characters?.maxLength = 11
    recipe.characters?.lowercase = false
    recipe.characters?.uppercase = false
    recipe.characters?.digits = false
    recipe.characters?.symbols = false
    recipe.characters?.symbolSet = "\"\\\u{E9}\n"
    recipe.characters?.brackets = true
    recipe.characters?.bracketSet = ""
    recipe.characters?.includesAmbiguous = false
    recipe.characters?.excluded = "\u{1F600}/"
    recipe.characters?.higherAlphaRatio = true
    recipe.characters?.pattern = "lu\\n"
    var phrase = PhraseRecipe(wordCount: 5)
    phrase.maxWordLength = 6
    phrase.placement = .insert
    phrase.separator = .none
    phrase.wordlist = "english-short"
    recipe.phrase = phrase
    #expect(try roundTrip(recipe) == recipe)
  }

  @Test("Invalid recipes read back too")
  func invalid() throws {
    for recipe in ProblemCase.single.map(\.recipe) {
      #expect(try roundTrip(recipe) == recipe)
    }
  }

  // MARK: Defaults

  @Test("Absent keys keep their defaults")
  func absent() throws {
    #expect(try decoded("{}", as: CharacterRecipe.self) == CharacterRecipe())
    #expect(try decoded("{}", as: PasswordRecipe.self) == PasswordRecipe())
    #expect(try decoded(#"{"wordCount": 4}"#, as: PhraseRecipe.self) == PhraseRecipe(wordCount: 4))
    let recipe = try decoded(
      #"{"characters": {"minLength": 5, "digits": false}}"#, as: PasswordRecipe.self)
    var expected = CharacterRecipe(length: 5)
    expected.digits = false
    #expect(recipe == PasswordRecipe(characters: expected))
  }

  @Test("null stands for an absent key")
  func null() throws {
    let keys = [
      "minLength", "maxLength", "lowercase", "uppercase", "digits", "symbols", "symbolSet",
      "brackets", "bracketSet", "includesAmbiguous", "excluded", "higherAlphaRatio", "requireEach",
      "pattern",
    ]
    for key in keys {
      #expect(try decoded("{\"\(key)\": null}", as: CharacterRecipe.self) == CharacterRecipe())
    }
    for key in ["maxWordLength", "placement", "separator", "wordlist"] {
      let text = "{\"wordCount\": 2, \"\(key)\": null}"
      #expect(try decoded(text, as: PhraseRecipe.self) == PhraseRecipe(wordCount: 2))
    }
    #expect(
      try decoded(#"{"characters": null, "phrase": null}"#, as: PasswordRecipe.self)
        == PasswordRecipe())
  }

  // MARK: Errors

  /// JSON that is refused, with the path and what the message has to say.
  struct Refusal: CustomTestStringConvertible, Sendable {
    let text: String
    let path: [String]
    var mentions: [String] = []
    var testDescription: String { text }
  }

  @Test("Errors name what is wrong and where", arguments: refusals)
  func refused(refusal: Refusal) throws {
    let error = try #require(throws: DecodingError.self) {
      try decoded(refusal.text, as: PasswordRecipe.self)
    }
    let context = try #require(Self.context(of: error))
    #expect(context.path == refusal.path)
    for word in refusal.mentions { #expect(context.message.contains(word), "\(context.message)") }
  }

  static let refusals: [Refusal] = [
    Refusal(text: #"{"character": {}}"#, path: [], mentions: ["character", "characters, phrase"]),
    Refusal(
      text: #"{"characters": {"minLenght": 5, "digit": true}}"#, path: ["characters"],
      mentions: ["digit, minLenght", "minLength"]),
    Refusal(
      text: #"{"phrase": {"wordCount": 2, "count": 3}}"#, path: ["phrase"],
      mentions: ["count", "wordCount", "maxWordLength"]),
    Refusal(text: #"{"phrase": {"wordcount": 2}}"#, path: ["phrase"], mentions: ["wordcount"]),
    Refusal(text: #"{"phrase": {}}"#, path: ["phrase"], mentions: ["wordCount"]),
    Refusal(text: #"{"phrase": {"wordCount": null}}"#, path: ["phrase", "wordCount"]),
    Refusal(text: #"{"phrase": {"wordCount": "two"}}"#, path: ["phrase", "wordCount"]),
    // Numbers that do not fit: Foundation's decoder gives no path.
    Refusal(text: #"{"phrase": {"wordCount": 2.5}}"#, path: []),
    Refusal(
      text: #"{"phrase": {"wordCount": 2, "placement": "before"}}"#, path: ["phrase", "placement"],
      mentions: ["before"]),
    Refusal(
      text: #"{"phrase": {"wordCount": 2, "separator": "-"}}"#, path: ["phrase", "separator"]),
    Refusal(text: #"{"characters": {"minLength": "8"}}"#, path: ["characters", "minLength"]),
    Refusal(text: #"{"characters": {"minLength": 1e30}}"#, path: []),
    Refusal(text: #"{"characters": {"maxLength": [8]}}"#, path: ["characters", "maxLength"]),
    Refusal(text: #"{"characters": {"digits": 1}}"#, path: ["characters", "digits"]),
    Refusal(text: #"{"characters": {"digits": "true"}}"#, path: ["characters", "digits"]),
    Refusal(text: #"{"characters": {"symbolSet": 7}}"#, path: ["characters", "symbolSet"]),
    Refusal(text: #"{"characters": {"excluded": ["a"]}}"#, path: ["characters", "excluded"]),
    Refusal(text: #"{"characters": {"pattern": true}}"#, path: ["characters", "pattern"]),
    Refusal(text: #"{"characters": 20}"#, path: ["characters"]),
    Refusal(text: "[]", path: []),
    Refusal(text: "null", path: []),
    Refusal(text: "{", path: []),
  ]

  private static func context(of error: DecodingError) -> (path: [String], message: String)? {
    switch error {
    case .typeMismatch(_, let context), .valueNotFound(_, let context), .dataCorrupted(let context):
      (context.codingPath.map(\.stringValue), context.debugDescription)
    case .keyNotFound(let key, let context):
      (context.codingPath.map(\.stringValue), key.stringValue + context.debugDescription)
    @unknown default: nil
    }
  }
}
