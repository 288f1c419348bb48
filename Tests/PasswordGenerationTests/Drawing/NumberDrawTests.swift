import PasswordGeneration
import Testing
import _TestSupport

/// Lengths, words and places: numbers below a bound, from two bytes a draw up to 2¹⁶ and from four
/// above.
@Suite("Drawing numbers")
struct NumberDrawTests {
  /// The word, of as many as there are, that a run of draws, and zeroes behind it, leads to.
  private func word(of words: [String], draws: [some FixedWidthInteger]) throws -> String {
    var bytes = draws.flatMap { draw in unsafe withUnsafeBytes(of: draw) { unsafe Array($0) } }
    bytes += [UInt8](repeating: 0, count: 16 - bytes.count)
    let recipe = SmallRecipe("", words: words)
    var generator = try Generator(recipe.compiled(), source: ScriptedByteSource(bytes: bytes))
    return try generator.next().reveal()
  }

  @Test("The range of draws is cut into equal parts, and the rest is drawn again")
  func parts() throws {
    // 2¹⁶ = 3·21845 + 1: the draw 0 is over.
    let words = ["a", "b", "c"]
    let third: UInt16 = 21_845
    #expect(try word(of: words, draws: [1 as UInt16, 0, 0, 0]) == "a")
    #expect(try word(of: words, draws: [third, 0, 0, 0]) == "a")
    #expect(try word(of: words, draws: [third + 1, 0, 0, 0]) == "b")
    #expect(try word(of: words, draws: [2 * third, 0, 0, 0]) == "b")
    #expect(try word(of: words, draws: [2 * third + 1, 0, 0, 0]) == "c")
    #expect(try word(of: words, draws: [UInt16.max, 0, 0, 0]) == "c")
    #expect(try word(of: words, draws: [0, UInt16.max, 0, 0]) == "c")
    #expect(try word(of: words, draws: [0, 0, third + 1, 0]) == "b")
  }

  @Test("A power of two refuses no draw")
  func powerOfTwo() throws {
    let words = ["a", "b", "c", "d"]
    #expect(try word(of: words, draws: [0, UInt16.max]) == "a")
    #expect(try word(of: words, draws: [1 << 14 as UInt16]) == "b")
    #expect(try word(of: words, draws: [(1 << 14) - 1 as UInt16]) == "a")
    #expect(try word(of: words, draws: [UInt16.max]) == "d")
  }

  @Test("Bounds above 65,536 take four bytes per draw")
  func fourBytes() throws {
    // 2³² = 65537·65535 + 1: the draw 0 is over.
    let words = (0...65_536).map { "w\($0)" }
    let part: UInt32 = 65_535
    #expect(try word(of: words, draws: [0, 1 as UInt32]) == "w0")
    #expect(try word(of: words, draws: [part]) == "w0")
    #expect(try word(of: words, draws: [part + 1]) == "w1")
    #expect(try word(of: words, draws: [UInt32.max]) == "w65536")
  }

  @Test("Bounds up to 65,536 take two")
  func twoBytes() throws {
    let words = (0...65_535).map { "w\($0)" }
    #expect(try word(of: words, draws: [513 as UInt16, 7]) == "w513")
    #expect(try word(of: words, draws: [UInt16.max, 7]) == "w65535")
  }

  @Test("Rejected draws up to the end of the source are an error")
  func exhausted() throws {
    #expect(throws: GeneratorError.self) {
      try word(of: ["a", "b", "c"], draws: [0 as UInt16])
    }
  }

  @Test(
    "Words are equally likely even when their number is awkward", arguments: [2, 3, 5, 7, 100, 257])
  func words(count: Int) throws {
    let words = (0..<count).map { "w\($0)" }
    var generator = try SmallRecipe("", words: words).generator(seed: UInt64(count))
    let places = Dictionary(uniqueKeysWithValues: words.enumerated().map { (Array($1.utf8), $0) })
    var counts = [Int](repeating: 0, count: count)
    for password in try generator.passwords(max(2000, 30 * count)) {
      counts[try #require(places[password])] += 1
    }
    #expect(GoodnessOfFit.chiSquare(ofUniform: counts).isPlausible)
  }

  @Test("Successive words are independent")
  func independence() throws {
    let words = ["a", "b", "c", "d", "e"]
    var generator = try SmallRecipe("", words: words, count: 2).generator(seed: 3)
    let distribution = try #require(SmallRecipe("", words: words, count: 2).oracle.distribution())
    let tally = Tally(try generator.passwords(2500), of: distribution)
    #expect(tally.fit.isPlausible)
  }
}
