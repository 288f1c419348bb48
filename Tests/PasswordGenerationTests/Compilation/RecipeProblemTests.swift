import PasswordGeneration
import Testing
import Wordlists

@Suite("RecipeProblem")
struct RecipeProblemTests {
  @Test("Each is reported", arguments: ProblemCase.single)
  func single(example: ProblemCase) {
    #expect(example.recipe.problems() == example.problems)
  }

  @Test("What is at the edge is allowed", arguments: ProblemCase.allowed)
  func allowed(example: ProblemCase) {
    #expect(example.recipe.problems() == [])
  }

  @Test("What is switched off is not looked at", arguments: ProblemCase.switchedOff)
  func switchedOff(example: ProblemCase) {
    #expect(example.recipe.problems() == [])
  }

  @Test("All problems are reported at once", arguments: ProblemCase.several)
  func several(example: ProblemCase) {
    let problems = example.recipe.problems()
    #expect(Set(problems) == Set(example.problems))
    #expect(problems.count == example.problems.count)
  }

  @Test("Options of an absent part are not there to be looked at, and a given list is enough")
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
