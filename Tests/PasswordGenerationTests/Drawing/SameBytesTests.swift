import Testing
import Wordlists
import _TestSupport

@testable import PasswordGeneration

/// Generators that draw with kernels take the same bytes as the portable one and give the same
/// passwords, call by call.
@Suite("Same passwords from the same bytes")
struct SameBytesTests {
  /// Numbers of passwords and rooms, some of them too small for all.
  private static let calls = [
    (1, 4200), (3, 4200), (100, 8000), (900, 20_000), (10_000, 20_000), (2, 4097), (7, 12_345),
  ]

  private func expectSame(_ recipe: PasswordRecipe, words: [String] = [], seed: UInt64) throws {
    let wordlist = words.isEmpty ? nil : try Wordlist(words: words)
    func generator(_ kernels: KernelSet?) throws -> Generator<SeededByteSource> {
      let compiled = try CompiledRecipe(recipe, wordlist: wordlist, kernels: kernels)
      return try Generator(compiled, source: SeededByteSource(seed: seed))
    }
    for tested in TestedKernels.all {
      var portable = try generator(nil)
      var fast = try generator(tested.kernels)
      for (count, capacity) in Self.calls {
        let expected = try portable.appended(count, capacity: capacity)
        let made = try fast.appended(count, capacity: capacity)
        #expect(made.passwords == expected.passwords, "\(tested.name)")
        #expect(made.bytes == expected.bytes, "\(tested.name)")
        #expect(fast.source.bytesDrawn == portable.source.bytesDrawn, "\(tested.name)")
        let single = try fast.next().reveal()
        #expect(try single == portable.next().reveal(), "\(tested.name)")
      }
    }
  }

  @Test("Every way of drawing", arguments: SmallRecipe.typical)
  func typical(recipe: SmallRecipe) throws {
    try expectSame(recipe.recipe, words: recipe.words, seed: 1)
  }

  @Test("One of each class, at every length", arguments: thinned(4...256))
  func eachClass(length: Int) throws {
    var recipe = PasswordRecipe(length: length)
    recipe.characters?.requireEach = true
    try expectSame(recipe, seed: UInt64(length))
  }

  @Test("Alphabets of every size", arguments: thinned(2...95))
  func alphabets(size: Int) throws {
    var random = SeededRandom(seed: UInt64(size))
    let codes = Array(0x20...0x7E as ClosedRange<UInt8>).shuffled(using: &random).prefix(size)
    let recipe = PasswordRecipe(
      characters: .symbols(string(Array(codes)), length: size...size))
    try expectSame(recipe, seed: UInt64(size))
  }
}
