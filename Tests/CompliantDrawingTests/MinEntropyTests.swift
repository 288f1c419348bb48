import CompliantDrawing
import PasswordGeneration
import PasswordPolicy
import Testing

@Suite("The shortest password of some bits")
struct MinEntropyTests {
  private static func policy(_ change: (inout Policy) -> Void) throws -> CompiledPolicy {
    var policy = Policy()
    change(&policy)
    return try CompiledPolicy(policy)
  }

  private static func bits(_ recipe: PasswordRecipe, _ policy: CompiledPolicy) throws -> Double {
    try CompliantRecipe(CompiledRecipe(recipe), policy: policy).entropy().minEntropyBits
  }

  @Test("has the bits, and one character less does not", arguments: [1, 20, 47.5, 80, 300])
  func characters(bits: Double) throws {
    let policy = try Self.policy { policy in
      policy.maxRepeatedRun = 1
      policy.characters.digits.max = 3
    }
    var recipe = PasswordRecipe(length: 9)
    recipe.characters?.requireEach = false
    let found = try CompliantRecipe(reaching: bits, recipe, policy: policy)
    let length = try #require(found.recipe.segment?.lengths.lowerBound)
    #expect(found.entropy().minEntropyBits >= bits)
    recipe.characters = CharacterRecipe(length: max(1, length - 1))
    if length > 1 { #expect(try Self.bits(recipe, policy) < bits) }
  }

  @Test("begins at the policy's minimum length", arguments: [400, 300])
  func least(length: Int) throws {
    let policy = try Self.policy { policy in
      if length == 400 {
        policy.length.min = length
      } else {
        policy.characters.lowercase.min = length
      }
    }
    var recipe = PasswordRecipe(length: 20)
    recipe.characters?.requireEach = false
    let found = try CompliantRecipe(reaching: 50, recipe, policy: policy)
    #expect(found.recipe.segment?.lengths == length...length)
  }

  @Test("is counted in words when there are no characters", arguments: [(64, 5), (65, 6), (1, 1)])
  func words(bits: Double, words: Int) throws {
    // 12.92 bits a word: five have 64.6.
    let found = try CompliantRecipe(
      reaching: bits, PasswordRecipe(phrase: PhraseRecipe(wordCount: 1)),
      policy: Self.policy { _ in })
    #expect(found.recipe.phrase?.wordCount == words)
  }

  @Test("has characters for the bits that words leave missing")
  func both() throws {
    var recipe = PasswordRecipe(length: 20)
    recipe.phrase = PhraseRecipe(wordCount: 2)
    recipe.characters?.requireEach = false
    let policy = try Self.policy { _ in }
    let found = try CompliantRecipe(reaching: 2000, recipe, policy: policy)
    #expect(found.entropy().minEntropyBits >= 2000)
    // Two words have 25.85 bits and a character 6.21.
    #expect(found.recipe.segment?.lengths == 318...318)
  }

  @Test("is an error with the maximum when the policy or the recipe limits the bits")
  func weak() throws {
    let short = try Self.policy { $0.length.max = 6 }
    var recipe = PasswordRecipe(length: 20)
    recipe.characters?.requireEach = false
    let most = 6 * 6.209453365628950
    do {
      _ = try CompliantRecipe(reaching: 50, recipe, policy: short)
      Issue.record("found")
    } catch .weak(let bits, let best) {
      #expect(bits == 50)
      #expect(abs(best - most) < 1e-9)
    }
    let free = try Self.policy { _ in }
    do {
      _ = try CompliantRecipe(
        reaching: 5000, PasswordRecipe(phrase: PhraseRecipe(wordCount: 1)), policy: free)
      Issue.record("found")
    } catch .weak(bits: _, let best) {
      // 128 words of 7,776.
      #expect(abs(best - 128 * 12.92481250360578) < 1e-6)
    }
  }
}
