import PasswordGeneration
import Testing
import Wordlists

@Suite("RecipeProblem")
struct RecipeProblemTests {
  @Test("Each is reported", arguments: ProblemCase.single)
  func single(example: ProblemCase) {
    #expect(example.recipe.problems() == example.problems)
  }

  @Test("Values at the limits are allowed", arguments: ProblemCase.allowed)
  func allowed(example: ProblemCase) {
    #expect(example.recipe.problems() == [])
  }

  @Test("Options that are switched off are ignored", arguments: ProblemCase.switchedOff)
  func switchedOff(example: ProblemCase) {
    #expect(example.recipe.problems() == [])
  }

  @Test("All problems are reported at once", arguments: ProblemCase.several)
  func several(example: ProblemCase) {
    let problems = example.recipe.problems()
    #expect(Set(problems) == Set(example.problems))
    #expect(problems.count == example.problems.count)
  }

  @Test("Options of an absent part are ignored, and the caller's own list is enough")
  func givenList() throws {
    var phrase = PhraseRecipe(wordCount: 1)
    phrase.wordlist = "klingon"
    let list = try Wordlist(words: ["a", "bb"])
    #expect(PasswordRecipe(phrase: phrase).problems(wordlist: list) == [])
    phrase.maxWordLength = 0
    #expect(
      PasswordRecipe(phrase: phrase).problems(wordlist: list)
        == [.noWordShortEnough(maximumLength: 0, shortest: 1)])
    phrase.maxWordLength = -5
    #expect(
      PasswordRecipe(phrase: phrase).problems(wordlist: list)
        == [.noWordShortEnough(maximumLength: -5, shortest: 1)])
  }
}
