import PasswordGeneration
import Testing
import _TestSupport

@Suite("Drawing characters: alphabets")
struct AlphabetDrawTests {
  private static let printable = Array(0x20...0x7E as ClosedRange<UInt8>)

  private func tally(_ generator: inout Generator<SeededByteSource>, count: Int) throws -> [Int] {
    var counts = [Int](repeating: 0, count: 256)
    for password in try generator.passwords(count) {
      for code in password { counts[Int(code)] += 1 }
    }
    return counts
  }

  @Test("All characters of an alphabet of any size occur equally often", arguments: 1...95)
  func uniform(size: Int) throws {
    var random = SeededRandom(seed: UInt64(size))
    let codes = Array(Self.printable.shuffled(using: &random).prefix(size))
    let recipe = SmallRecipe("") { $0 = .symbols(string(codes), length: 50...50) }
    var generator = try recipe.generator(seed: UInt64(size))
    let counts = try tally(&generator, count: 2 * size)
    #expect(counts.reduce(0, +) == 100 * size)
    let ofAlphabet = codes.map { counts[Int($0)] }
    #expect(ofAlphabet.reduce(0, +) == 100 * size)
    #expect(ofAlphabet.allSatisfy { $0 > 0 })
    #expect(GoodnessOfFit.chiSquare(ofUniform: ofAlphabet).isPlausible)
  }

  @Test("Successive characters are independent")
  func pairs() throws {
    var generator = try SmallRecipe("") { $0 = .symbols("abcde", length: 101...101) }
      .generator(seed: 1)
    var counts = [Int](repeating: 0, count: 25)
    for password in try generator.passwords(100) {
      for (code, next) in zip(password, password.dropFirst()) {
        counts[Int(code - 97) * 5 + Int(next - 97)] += 1
      }
    }
    #expect(GoodnessOfFit.chiSquare(ofUniform: counts).isPlausible)
  }

  @Test("Every position is drawn alike", arguments: [1, 8, 31, 33])
  func positions(length: Int) throws {
    var generator = try SmallRecipe("") { $0 = .symbols("abc", length: length...length) }
      .generator(seed: UInt64(length))
    var counts = [Int](repeating: 0, count: 3 * length)
    for password in try generator.passwords(300) {
      for (position, code) in password.enumerated() { counts[3 * position + Int(code - 97)] += 1 }
    }
    #expect(GoodnessOfFit.chiSquare(ofUniform: counts).isPlausible)
  }

  // MARK: The ratio

  /// Recipes with the ratio, of which some have overlapping sets.
  static let ratios: [SmallRecipe] = [
    SmallRecipe("the usual", length: 40...40) { _ in },
    SmallRecipe("with brackets", length: 40...40) { $0.brackets = true },
    SmallRecipe("one letter", length: 40...40) { $0.keep("a!#$%()", in: .lowercase, .symbols) },
    SmallRecipe("digits", length: 40...40) {
      $0.lowercase = false
      $0.uppercase = false
    },
    SmallRecipe("few symbols", length: 40...40) { $0.symbolSet = "!" },
    SmallRecipe("overlapping", length: 40...40) {
      $0.uppercase = false
      $0.symbolSet = "abcXYZ12!?~"
      $0.brackets = true
      $0.bracketSet = "z(~9)"
    },
    SmallRecipe("all of ASCII", length: 40...40) {
      $0.lowercase = false
      $0.symbolSet = string(printable)
    },
    SmallRecipe("without letters", length: 40...40) {
      $0.keep("!?", in: .symbols, .brackets)
    },
  ]

  @Test("The ratio gives every character its share", arguments: ratios)
  func ratio(recipe: SmallRecipe) throws {
    var recipe = recipe
    recipe.recipe.characters?.higherAlphaRatio = true
    let characters = try #require(recipe.recipe.characters)
    let choices = SegmentMeaning(characters).positions(length: 1)[0]
    var generator = try recipe.generator(seed: 12)
    let counts = try tally(&generator, count: 400)
    let fit = GoodnessOfFit.chiSquare(
      observed: choices.map { counts[Int($0.code)] },
      expectedProbabilities: choices.map(\.probability))
    #expect(choices.reduce(0) { $0 + counts[Int($1.code)] } == 16_000)
    #expect(fit.isPlausible)
  }

  @Test("The ratio is one special in seven positions")
  func share() throws {
    var generator = try SmallRecipe("", length: 50...50) { $0.higherAlphaRatio = true }
      .generator(seed: 4)
    let counts = try tally(&generator, count: 400)
    let specials = "!#$%^&*+/=_-".utf8.reduce(0) { $0 + counts[Int($1)] }
    let fit = GoodnessOfFit.chiSquare(
      observed: [specials, 20_000 - specials], expectedProbabilities: [1.0 / 7, 6.0 / 7])
    #expect(fit.isPlausible)
  }
}
