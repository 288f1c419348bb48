import PasswordGeneration
import Testing

/// A recipe with the problems that compiling it reports.
struct ProblemCase: CustomTestStringConvertible, Sendable {
  let name: String
  let recipe: PasswordRecipe
  let problems: [RecipeProblem]

  var testDescription: String { name }

  init(_ name: String, _ problems: RecipeProblem..., recipe: PasswordRecipe) {
    self.name = name
    self.recipe = recipe
    self.problems = problems
  }

  init(
    _ name: String, _ problems: RecipeProblem..., length: ClosedRange<Int> = 8...8,
    segment change: (inout CharacterRecipe) -> Void
  ) {
    self.name = name
    self.problems = problems
    recipe =
      SmallRecipe(name, length: length) {
        if length.count == 1 { $0.maxLength = nil }
        change(&$0)
      }.recipe
  }

  init(
    _ name: String, _ problems: RecipeProblem..., phrase change: (inout PhraseRecipe) -> Void,
    segment: CharacterRecipe? = nil
  ) {
    self.name = name
    self.problems = problems
    var phrase = PhraseRecipe(wordCount: 2)
    change(&phrase)
    recipe = PasswordRecipe(characters: segment, phrase: phrase)
  }
}
