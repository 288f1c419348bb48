import PasswordGeneration
import Randomness
import Wordlists
import _TestSupport

extension Generator where Source: ~Copyable {
  /// Returns what one call of `append` writes into memory of a given number of bytes.
  mutating func appended(
    _ count: Int, capacity: Int, terminator: UInt8? = UInt8(ascii: "\n")
  ) throws(GeneratorError) -> (passwords: Int, bytes: [UInt8]) {
    var passwords = 0
    let bytes = try [UInt8](capacity: capacity) { output throws(GeneratorError) in
      passwords = try append(count, to: &output, terminator: terminator)
    }
    return (passwords, bytes)
  }

  /// Draws a number of passwords through `append`, a block at a time.
  mutating func passwords(
    _ count: Int, blockBytes: Int = 1 << 14
  ) throws(GeneratorError) -> [[UInt8]] {
    var result: [[UInt8]] = []
    result.reserveCapacity(count)
    while result.count < count {
      let block = try appended(
        count - result.count, capacity: max(blockBytes, recipe.maximumBytes + 1))
      result += lines(block.bytes)
    }
    return result
  }

  /// Draws a number of passwords one by one.
  mutating func singly(_ count: Int) throws(GeneratorError) -> [[UInt8]] {
    var result: [[UInt8]] = []
    for _ in 0..<count { result.append(Array(try next().reveal().utf8)) }
    return result
  }
}

/// The lines of a text of which each, the last one too, ends in a terminator.
func lines(_ text: [UInt8], terminator: UInt8 = UInt8(ascii: "\n")) -> [[UInt8]] {
  text.split(separator: terminator, omittingEmptySubsequences: false).dropLast().map(Array.init)
}

func string(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }

extension SmallRecipe {
  /// A generator of this recipe whose draws depend on the seed alone.
  func generator(seed: UInt64) throws -> Generator<SeededByteSource> {
    try Generator(compiled(), source: SeededByteSource(seed: seed))
  }

  func compiled() throws -> CompiledRecipe {
    try CompiledRecipe(recipe, wordlist: words.isEmpty ? nil : Wordlist(words: words))
  }
}

extension Wordlist {
  init(words: [String]) throws {
    try self.init(text: Array(words.joined(separator: "\n").utf8))
  }
}

extension PasswordRecipe {
  /// The problems that compiling reports; empty when it succeeds.
  func problems(wordlist: Wordlist? = nil) -> [RecipeProblem] {
    do throws(RecipeError) {
      _ = try CompiledRecipe(self, wordlist: wordlist)
      return []
    } catch {
      return error.problems
    }
  }
}
