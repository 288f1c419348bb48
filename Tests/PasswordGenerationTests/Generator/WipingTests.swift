import PasswordGeneration
import Testing
import _TestSupport

/// Nothing random is left in the workspace when a call returns.
@Suite("Generator: wiping")
struct WipingTests {
  @Test("A new workspace is zero", arguments: SmallRecipe.typical)
  func new(recipe: SmallRecipe) throws {
    let generator = try recipe.generator(seed: 1)
    expectWiped(generator)
  }

  @Test("next leaves nothing", arguments: SmallRecipe.typical)
  func next(recipe: SmallRecipe) throws {
    var generator = try recipe.generator(seed: 1)
    for _ in 0..<5 {
      _ = try generator.next()
      expectWiped(generator)
    }
  }

  @Test("append leaves nothing", arguments: SmallRecipe.typical)
  func append(recipe: SmallRecipe) throws {
    var generator = try recipe.generator(seed: 1)
    for count in [0, 1, 2, 3, 17, 400, 10] {
      _ = try generator.appended(count, capacity: 1 << 14)
      expectWiped(generator)
    }
  }

  @Test("write leaves nothing", arguments: SmallRecipe.typical)
  func write(recipe: SmallRecipe) throws {
    var generator = try recipe.generator(seed: 1)
    let file = try TemporaryFile()
    try generator.write(100, to: file.descriptor)
    expectWiped(generator)
  }

  @Test("Recipes chosen by hand leave nothing", arguments: SmallRecipe.handChosen)
  func small(recipe: SmallRecipe) throws {
    var generator = try recipe.generator(seed: 3)
    for _ in 0..<3 {
      _ = try generator.next()
      expectWiped(generator)
    }
    _ = try generator.appended(100, capacity: 500)
    expectWiped(generator)
  }

  @Test("Segments of every length leave nothing", arguments: 1...40)
  func lengths(length: Int) throws {
    for text in ["abcde", "a", "ab", "!#$%^&*+/=_-[](){}<>0123456789abc"] {
      let recipe = SmallRecipe("") { $0 = .symbols(text, length: length...length) }
      var generator = try recipe.generator(seed: UInt64(length))
      for count in [1, 2, 3] {
        _ = try generator.appended(count, capacity: 1000)
        expectWiped(generator)
      }
    }
  }
}
