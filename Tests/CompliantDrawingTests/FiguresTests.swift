import CompliantDrawing
import Foundation
import PasswordGeneration
import PasswordPolicy
import Testing

@Suite("Figures of a recipe under a policy")
struct FiguresTests {
  private func recipe(_ policy: Policy, length: Int) throws -> CompliantRecipe {
    try CompliantRecipe(
      CompiledRecipe(PasswordRecipe(length: length)), policy: CompiledPolicy(policy))
  }

  @Test("Where all is counted there is no chance to estimate, and the entropy is exact")
  func counted() throws {
    let recipe = try recipe(Policy(length: 8..., digits: 2...), length: 8)
    let figures = try recipe.figures()
    #expect(figures.chance == nil)
    #expect(figures.method == .counted)
    #expect(figures.entropy == recipe.entropy())
  }

  @Test("Where rules are retried the chance is that of the attempts, and the bits go with it")
  func estimated() throws {
    var policy = Policy(length: 8...)
    policy.badPasswords.patterns = ["[^\\x00-\\x7F]|\\pLu{7}"]
    let recipe = try recipe(policy, length: 8)
    try #require(!recipe.retriedRules.isEmpty)
    let figures = try recipe.figures()
    let chance = try #require(figures.chance)
    #expect(figures.entropy == recipe.entropy(chance))
    #expect(figures.method == recipe.entropyMethod(chance))
  }

  @Test("The entropy is encoded with its count as digits")
  func encoded() throws {
    let entropy = try recipe(Policy(length: 4...), length: 4).figures().entropy
    let json = try #require(
      JSONSerialization.jsonObject(with: JSONEncoder().encode(entropy)) as? [String: Any])
    #expect(json["count"] as? String == entropy.count.description)
    #expect(json["shannonBits"] as? Double == entropy.shannonBits)
    #expect(json["minEntropyBits"] as? Double == entropy.minEntropyBits)
    #expect(json["isExact"] as? Bool == true)
  }

  @Test("A recipe is described on one line, however large its tables are")
  func description() throws {
    let recipe = try recipe(Policy(length: 16..., digits: 3...), length: 16)
    #expect("\(recipe)" == "CompliantRecipe(16 characters, drawn by rejection)")
    var text = ""
    dump(recipe, to: &text)
    #expect(text.utf8.count < 200)
  }
}
