import PasswordGeneration
import Passwordstate

extension PasswordstateQuery {
  /// The problems of a query string; empty when it is read.
  static func problems(of string: String) -> [QueryProblem] {
    do throws(QueryError) {
      _ = try PasswordstateQuery(parsing: string)
      return []
    } catch {
      return error.problems
    }
  }

  /// The segment of a query that switches it on and says nothing else but `options`.
  static func characters(_ options: String) throws -> CharacterRecipe? {
    let text = "IncludeAlphaSpecial=true&minLength=8&" + options
    return try PasswordstateQuery(parsing: text).recipe.characters
  }

  /// The phrase of a query that switches it on and says nothing else but `options`.
  static func phrase(_ options: String) throws -> PhraseRecipe? {
    let text = "IncludeWordPhrases=true&NumberOfWords=3&" + options
    return try PasswordstateQuery(parsing: text).recipe.phrase
  }
}

/// The options of Passwordstate, as its documentation spells them.
enum QueryNames {
  static let booleans = [
    "IncludeAlphaSpecial", "IncludeWordPhrases", "lowerCaseChars", "upperCaseChars",
    "numericChars", "higherAlphaRatio", "ambiguousChars", "specialChars", "bracketChars",
    "GeneratePattern",
  ]
  static let numbers = [
    "minLength", "maxLength", "NumberOfWords", "MaxWordLength", "Qty", "ComplianceRetries",
  ]
  static let texts = [
    "specialCharsText", "bracketCharsText", "ExcludeChars", "Pattern", "PrefixAppend",
    "SeparateWords",
  ]
  static let all = booleans + numbers + texts

  /// A query that gives every option a value, both parts being switched on.
  static let complete = [
    "IncludeAlphaSpecial=true", "IncludeWordPhrases=true", "minLength=12", "maxLength=16",
    "lowerCaseChars=true", "upperCaseChars=true", "numericChars=true", "higherAlphaRatio=true",
    "ambiguousChars=true", "specialChars=true", "specialCharsText=%21%3F", "bracketChars=true",
    "bracketCharsText=%28%29", "NumberOfWords=3", "MaxWordLength=5", "PrefixAppend=I",
    "SeparateWords=S", "ExcludeChars=xyz", "GeneratePattern=true", "Pattern=llnn", "Qty=7",
    "ComplianceRetries=4",
  ]
}

extension PasswordRecipe {
  /// What is wrong with the recipe; empty when it compiles.
  func problems() -> [RecipeProblem] {
    do throws(RecipeError) {
      _ = try CompiledRecipe(self)
      return []
    } catch {
      return error.problems
    }
  }
}
