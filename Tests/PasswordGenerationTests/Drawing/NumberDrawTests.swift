import PasswordGeneration
import Testing
import _TestSupport

/// Lengths, words and places: numbers below a bound, from four bytes a draw.
@Suite("Drawing numbers")
struct NumberDrawTests {
  /// The word, of as many as there are, that a run of 32-bit draws leads to.
  private func word(of words: [String], draws: [UInt32]) throws -> String {
    let bytes = draws.flatMap { draw in unsafe withUnsafeBytes(of: draw) { unsafe Array($0) } }
    let recipe = SmallRecipe("", words: words)
    var generator = try Generator(recipe.compiled(), source: ScriptedByteSource(bytes: bytes))
    return try generator.next().reveal()
  }

  @Test("The range of draws is cut into equal parts, and what is over is drawn again")
  func parts() throws {
    // 2³² = 3·1431655765 + 1: the draw 0 is over.
    let words = ["a", "b", "c"]
    let third: UInt32 = 1_431_655_765
    #expect(try word(of: words, draws: [1, 0, 0, 0]) == "a")
    #expect(try word(of: words, draws: [third, 0, 0, 0]) == "a")
    #expect(try word(of: words, draws: [third + 1, 0, 0, 0]) == "b")
    #expect(try word(of: words, draws: [2 * third, 0, 0, 0]) == "b")
    #expect(try word(of: words, draws: [2 * third + 1, 0, 0, 0]) == "c")
    #expect(try word(of: words, draws: [.max, 0, 0, 0]) == "c")
    #expect(try word(of: words, draws: [0, .max, 0, 0]) == "c")
    #expect(try word(of: words, draws: [0, 0, third + 1, 0]) == "b")
  }

  @Test("A power of two refuses no draw")
  func powerOfTwo() throws {
    let words = ["a", "b", "c", "d"]
    #expect(try word(of: words, draws: [0, .max, .max, .max]) == "a")
    #expect(try word(of: words, draws: [1 << 30, 0, 0, 0]) == "b")
    #expect(try word(of: words, draws: [(1 << 30) - 1, 0, 0, 0]) == "a")
    #expect(try word(of: words, draws: [.max, 0, 0, 0]) == "d")
  }

  @Test("Refused draws to the end of the source are an error")
  func exhausted() throws {
    #expect(throws: GeneratorError.self) {
      try word(of: ["a", "b", "c"], draws: [0, 0, 0, 0])
    }
  }

  @Test("Words of an awkward number are equally likely", arguments: [2, 3, 5, 7, 100, 257])
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

  @Test("Words that follow one another are independent")
  func independence() throws {
    let words = ["a", "b", "c", "d", "e"]
    var generator = try SmallRecipe("", words: words, count: 2).generator(seed: 3)
    let distribution = try #require(SmallRecipe("", words: words, count: 2).oracle.distribution())
    let tally = Tally(try generator.passwords(2500), of: distribution)
    #expect(tally.fit.isPlausible)
  }
}
