import PasswordGeneration
import Randomness
import Testing
import _TestSupport

@Suite("Generator: concurrency")
struct ConcurrencyTests {
  @Test(
    "Tasks that share a compiled recipe draw what one task draws", arguments: SmallRecipe.typical)
  func sharedRecipe(recipe: SmallRecipe) async throws {
    let compiled = try recipe.compiled()
    let seeds = 0..<8 as Range<UInt64>
    let drawn = try await withThrowingTaskGroup(of: (UInt64, [[UInt8]]).self) { group in
      for seed in seeds {
        group.addTask {
          var generator = try Generator(compiled, source: SeededByteSource(seed: seed))
          return (seed, try generator.passwords(20))
        }
      }
      return try await group.reduce(into: [:]) { $0[$1.0] = $1.1 }
    }
    for seed in seeds {
      var generator = try recipe.generator(seed: seed)
      #expect(try generator.passwords(20) == drawn[seed])
    }
  }

  @Test("A generator can move to another task when its source can")
  func moves() {
    func isSendable<Value: Sendable & ~Copyable>(_ type: Value.Type) -> Bool { true }
    #expect(isSendable(Generator<SeededByteSource>.self))
    #expect(isSendable(Generator<KeystreamByteSource>.self))
    #expect(isSendable(Password.self))
  }

  @Test("Entropy is found by several tasks at once")
  func entropy() async throws {
    let compiled = try SmallRecipe.composed[5].compiled()
    let expected = compiled.entropy()
    await withTaskGroup(of: Entropy.self) { group in
      for _ in 0..<8 { group.addTask { compiled.entropy() } }
      for await entropy in group { #expect(entropy == expected) }
    }
  }
}
