import PasswordGeneration
import Testing
import _TestSupport

@Suite("Password buffer")
struct PasswordBufferTests {
  @Test(
    "Nothing is left of the passwords that a filter rejects",
    arguments: [
      "none", "all but the first", "all but the last", "every second", "all",
    ])
  func filtered(refused: String) throws {
    let recipe = try SmallRecipe.typical[0].compiled()
    var generator = try Generator(recipe, source: SeededByteSource(seed: 9))
    var buffer = try PasswordBuffer(recipe: recipe)
    let terminator = UInt8(ascii: "\n")
    let count = try buffer.refill(500, terminator: terminator, from: &generator)
    let drawn = unsafe buffer.withUnsafeBytes { unsafe Array($0) }.split(separator: terminator)
    #expect(drawn.count == count)
    let kept = drawn.indices.filter { index in
      switch refused {
      case "none": true
      case "all but the first": index == 0
      case "all but the last": index == count - 1
      case "every second": index % 2 == 0
      default: false
      }
    }
    var index = -1
    let left = buffer.filter(terminator: terminator) { _, _ in
      index += 1
      return kept.contains(index)
    }
    #expect(left == kept.count)
    let expected = kept.flatMap { drawn[$0] + [terminator] }
    let memory = unsafe buffer.withUnsafeMemory { unsafe Array($0) }
    #expect(Array(memory.prefix(expected.count)) == expected)
    #expect(memory.dropFirst(expected.count).allSatisfy { $0 == 0 })
    buffer.wipe()
    #expect(unsafe buffer.withUnsafeMemory { unsafe $0.allSatisfy { $0 == 0 } })
  }
}
