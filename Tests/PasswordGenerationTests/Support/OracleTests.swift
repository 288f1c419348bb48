import PasswordGeneration
import Testing
import _TestSupport

/// The measure has to be right too: distributions worked out by hand, and wrong generators.
@Suite("Oracle")
struct OracleTests {
  private func probabilities(_ recipe: SmallRecipe) throws -> [String: Double] {
    let distribution = try #require(recipe.oracle.distribution())
    return Dictionary(
      uniqueKeysWithValues: distribution.probabilities.map { (string($0.key), $0.value) })
  }

  private func expect(
    _ recipe: SmallRecipe, _ expected: [String: Double],
    at location: SourceLocation = #_sourceLocation
  ) throws {
    let actual = try probabilities(recipe)
    #expect(Set(actual.keys) == Set(expected.keys), sourceLocation: location)
    for (password, probability) in expected {
      #expect(
        abs(actual[password, default: 0] - probability) < 1e-12, "\(password)",
        sourceLocation: location)
    }
  }

  @Test("A range of lengths is uniform over lengths, not over segments")
  func lengths() throws {
    try expect(
      SmallRecipe("") { $0 = .symbols("ab", length: 1...2) },
      ["a": 0.25, "b": 0.25, "aa": 0.125, "ab": 0.125, "ba": 0.125, "bb": 0.125])
  }

  @Test("Requiring each class leaves the segments that have it equally likely")
  func requireEach() throws {
    let recipe = SmallRecipe("", length: 2...2) {
      $0.keep("ab1", in: .lowercase, .digits)
      $0.requireEach = true
    }
    try expect(recipe, ["a1": 0.25, "b1": 0.25, "1a": 0.25, "1b": 0.25])
  }

  @Test("A character in two classes counts for both")
  func overlap() throws {
    let recipe = SmallRecipe("", length: 1...1) {
      $0.keep("ab", in: .lowercase, .symbols)
      $0.symbolSet = "a"
      $0.requireEach = true
    }
    try expect(recipe, ["a": 1])
  }

  @Test("The ratio gives specials one seventh")
  func ratio() throws {
    let recipe = SmallRecipe("", length: 1...1) {
      $0.keep("ab!?", in: .lowercase, .symbols)
      $0.higherAlphaRatio = true
    }
    // The symbol set is `ab!?` too: its letters are no specials.
    try expect(recipe, ["a": 3.0 / 7, "b": 3.0 / 7, "!": 0.5 / 7, "?": 0.5 / 7])
  }

  @Test("Draws that give the same password add up")
  func melting() throws {
    try expect(
      SmallRecipe("", words: ["a", "aa"], count: 2, .prefix, .none),
      ["aa": 0.25, "aaa": 0.5, "aaaa": 0.25])
    try expect(
      SmallRecipe(
        "", words: ["x", "-"], segment: .symbols("-", length: 3...3), .insert, .dash),
      ["--x---": 0.25, "---x--": 0.25, "------": 0.5])
  }

  @Test("Words are joined and placed")
  func placements() throws {
    let segment = CharacterRecipe.symbols("1", length: 3...3)
    func recipe(
      _ placement: PhraseRecipe.Placement, _ separator: PhraseRecipe.Separator
    ) -> SmallRecipe {
      SmallRecipe(
        "", words: ["a", "bc"], count: 2, segment: segment, placement, separator, maxWordLength: 1)
    }
    try expect(recipe(.prefix, .dash), ["a-a-111": 1])
    try expect(recipe(.append, .space), ["111 a a": 1])
    try expect(recipe(.insert, .none), ["1aa11": 0.5, "11aa1": 0.5])
    try expect(recipe(.insert, .dash), ["1-a-a-11": 0.5, "11-a-a-1": 0.5])
  }

  @Test("A recipe that cannot be drawn has no distribution")
  func impossible() {
    let tooShort = SmallRecipe("", length: 1...2) { $0.requireEach = true }
    #expect(tooShort.oracle.distribution() == nil)
    #expect(SmallRecipe("") { $0.keep("") }.oracle.distribution() == nil)
    let noRoom = SmallRecipe(
      "", words: ["a", "b"], segment: .symbols("1", length: 1...2), .insert)
    #expect(noRoom.oracle.distribution() == nil)
    let noWord = SmallRecipe("", words: ["aa", "bb"], maxWordLength: 1)
    #expect(noWord.oracle.distribution() == nil)
  }

  @Test("The language contains all passwords and no others", arguments: SmallRecipe.handChosen)
  func language(recipe: SmallRecipe) throws {
    let distribution = try #require(recipe.oracle.distribution())
    let language = Language(recipe.oracle)
    var random = SeededRandom(seed: 1)
    for (password, _) in distribution.sorted().prefix(200) {
      #expect(!language.parses(of: password).isEmpty)
      var changed = password
      switch random.number(0...2) {
      case 0: changed[random.number(0...changed.count - 1)] = UInt8(random.number(0x20...0x7E))
      case 1: changed.remove(at: random.number(0...changed.count - 1))
      default:
        changed.insert(UInt8(random.number(0x20...0x7E)), at: random.number(0...changed.count))
      }
      let isPassword = distribution.probabilities[changed] != nil
      #expect(language.parses(of: changed).isEmpty != isPassword, "\(string(changed))")
    }
  }

  // MARK: Power

  @Test("The G-test detects characters placed and shuffled instead of drawn again")
  func placedAndShuffled() throws {
    let recipe = SmallRecipe("", length: 4...4) {
      $0.keep("ab1", in: .lowercase, .digits)
      $0.requireEach = true
    }
    let distribution = try #require(recipe.oracle.distribution())
    var random = SeededRandom(seed: 2)
    let drawn = (0..<8000).map { _ in
      var segment = random.text(1...1, of: "ab") + "1" + random.text(2...2, of: "ab1")
      segment = String(segment.shuffled(using: &random))
      return Array(segment.utf8)
    }
    let tally = Tally(drawn, of: distribution)
    #expect(tally.impossible == [])
    #expect(tally.fit.pValue < SmallRecipeDistributionTests.falseAlarmRate)
  }

  @Test("Passwords that never occur, and ones that cannot occur, are found")
  func missing() throws {
    let recipe = SmallRecipe("") { $0 = .symbols("abcd", length: 1...1) }
    let distribution = try #require(recipe.oracle.distribution())
    let drawn = (0..<2000).map { Array("abce"[$0 % 4].utf8) }
    let tally = Tally(drawn, of: distribution)
    #expect(tally.impossible == ["e"])
    #expect(tally.missing(falseAlarmRate: 1e-9) == ["d"])
  }
}

extension String {
  fileprivate subscript(position: Int) -> String {
    String(self[index(startIndex, offsetBy: position)])
  }
}
