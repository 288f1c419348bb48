import CompliantDrawing
import PasswordGeneration
import PasswordPolicy
import Testing
import Wordlists

@Suite("Making a generator of a recipe and a policy")
struct CompliantGeneratorMakingTests {
  private let strict = Policy(length: 12...64, digits: 2...)

  @Test("One call makes a generator whose passwords comply")
  func complies() throws {
    var generator = try CompliantGenerator(PasswordRecipe(length: 16), policy: strict)
    let policy = try CompiledPolicy(strict)
    for _ in 0..<100 {
      let password = try generator.next()
      let isCompliant = policy.isCompliant(password.bytes)
      #expect(isCompliant)
    }
  }

  @Test("All problems of the recipe and of the policy are in one error")
  func invalid() throws {
    var policy = Policy()
    policy.length.min = 20
    policy.length.max = 10
    let error = try #require(throws: CompliantGeneratorError.self) {
      _ = try CompliantGenerator(
        PasswordRecipe(characters: CharacterRecipe(length: 0)), policy: policy)
    }
    guard case .invalid(let recipeProblems, let policyProblems) = error else {
      Issue.record("\(error)")
      return
    }
    #expect(!recipeProblems.isEmpty && !policyProblems.isEmpty)
    let lines = error.description.split(separator: "\n")
    #expect(lines.count == recipeProblems.count + policyProblems.count)
    #expect(
      lines.contains { $0.hasPrefix("recipe: ") } && lines.contains { $0.hasPrefix("policy: ") })
  }

  @Test("A policy that no password of the recipe meets is an error of drawing")
  func impossible() throws {
    let error = try #require(throws: CompliantGeneratorError.self) {
      _ = try CompliantGenerator(PasswordRecipe(length: 8), policy: strict)
    }
    guard case .drawing(.impossible) = error else {
      Issue.record("\(error)")
      return
    }
  }

  @Test("The caller's own words and names are used")
  func wordsAndNames() throws {
    var phrase = PhraseRecipe(wordCount: 2)
    phrase.separator = .dash
    let words = try Wordlist(text: Array("alpha\nbravo\ndelta\n".utf8))
    var generator = try CompliantGenerator(
      PasswordRecipe(phrase: phrase), wordlist: words, policy: Policy(length: 8...64),
      context: PolicyContext(userName: "alpha"))
    for _ in 0..<20 {
      let password = try generator.next().reveal()
      #expect(!password.lowercased().contains("alpha"))
    }
  }
}
