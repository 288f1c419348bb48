import PasswordGeneration
import Passwordstate
import Testing

@Suite("A query read leniently")
struct LenientQueryTests {
  static let options = [
    (name: "includealphaspecial", value: "TRUE"), (name: "minLength", value: "8"),
    (name: "lowerCaseChars", value: "true"), (name: "Qty", value: "3"),
  ]

  @Test("agrees with a strict reading of the same options")
  func agrees() throws {
    let strict = try PasswordstateQuery(
      parsing: "IncludeAlphaSpecial=true&minLength=8&lowerCaseChars=true&Qty=3")
    #expect(try PasswordstateQuery(lenientlyReading: Self.options) == strict)
  }

  @Test("ignores unknown options, and uses the last of several")
  func unknownAndRepeated() throws {
    let more = Self.options + [(name: "apikey", value: "#&="), (name: "MINLENGTH", value: "9")]
    let query = try PasswordstateQuery(lenientlyReading: more)
    #expect(query.recipe.characters?.minLength == 9)
    let unset = Self.options + [(name: "Qty", value: "")]
    #expect(try PasswordstateQuery(lenientlyReading: unset).quantity == 1)
  }

  @Test(
    "reports values that mean nothing",
    arguments: [("minLength", "x"), ("lowerCaseChars", "1"), ("Qty", "0")])
  func problems(name: String, value: String) {
    #expect(throws: QueryError.self) {
      try PasswordstateQuery(lenientlyReading: Self.options + [(name: name, value: value)])
    }
  }

  @Test("knows which options affect the recipe")
  func recipeOptions() {
    #expect(PasswordstateQuery.isRecipeOption("BRACKETCHARSTEXT"))
    #expect(!PasswordstateQuery.isRecipeOption("Qty"))
    #expect(!PasswordstateQuery.isRecipeOption("ComplianceRetries"))
    #expect(!PasswordstateQuery.isRecipeOption("PasswordGeneratorID"))
  }
}
