import PasswordGeneration
import Testing

@Suite("RecipeProblem: messages")
struct RecipeProblemMessageTests {
  @Test("Each message says what is wrong and what to do", arguments: ProblemCase.single)
  func messages(example: ProblemCase) throws {
    let message = try #require(example.problems.first).description
    #expect(message.count > 30)
    let advice = [
      "switch", "use ", "raise", "enable", "exclude fewer", "disable", "write", "add ", "give",
      "takes at least", "the shortest has",
    ]
    #expect(advice.contains { message.contains($0) }, "\(message)")
    #expect(!message.contains("\n"))
  }

  @Test("Messages name positions, lengths and limits")
  func parameters() {
    #expect(RecipeProblem.minLengthOutOfRange(-3).description.contains("-3"))
    #expect(RecipeProblem.maxLengthOutOfRange(9999).description.contains("4096"))
    #expect(RecipeProblem.patternEmptyClass(position: 17, letter: "n").description.contains("17"))
    #expect(
      RecipeProblem.patternBelowRequired([.digits, .symbols]).description.contains(
        "digits, symbols"))
    #expect(RecipeProblem.unknownWordlist("klingon").description.contains("klingon"))
    #expect(RecipeProblem.lengthBelowRequired(min: 3, needed: 4).description.contains("4"))
  }

  @Test("The error lists one message per line")
  func error() {
    let problems: [RecipeProblem] = [.noParts, .emptyAlphabet, .patternEndsInEscape]
    let lines = RecipeError(problems: problems).description.split(separator: "\n")
    #expect(lines.map(String.init) == problems.map(\.description))
  }

  @Test("Messages quote neither sets nor patterns nor exclusions")
  func secrets() {
    let secret = "hUnter2#"
    var recipe = CharacterRecipe(length: 1)
    recipe.brackets = true
    recipe.symbolSet = secret + "\u{E9}"
    recipe.bracketSet = secret + "\u{E8}"
    recipe.excluded = secret + "\u{E7}"
    recipe.requireEach = true
    var patterned = recipe
    patterned.pattern = secret + "\u{E9}\\"
    for recipe in [recipe, patterned] {
      let problems = PasswordRecipe(characters: recipe).problems()
      #expect(problems.count >= 3)
      let message = RecipeError(problems: problems).description
      #expect(!message.contains("hUnter") && !message.contains("unter"))
    }
  }
}
