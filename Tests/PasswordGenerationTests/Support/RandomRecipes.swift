import PasswordGeneration
import _TestSupport

/// Makes up recipes of every kind, reproducibly.
struct RandomRecipes {
  var random: SeededRandom

  init(seed: UInt64) {
    random = SeededRandom(seed: seed)
  }

  private static let wordlists = [
    SmallRecipe.prefixFree, SmallRecipe.decodable, SmallRecipe.ambiguous, SmallRecipe.dashed,
    SmallRecipe.accented, SmallRecipe.numbers, ["a", "b"], ["ab", "ba", "aba", "b"],
  ]

  // MARK: Small

  /// A recipe of few characters and words, which may be one that cannot be drawn from.
  mutating func small() -> SmallRecipe {
    let words = random.element(of: Self.wordlists)
    var recipe = PasswordRecipe()
    if random.happens(80) { recipe.characters = smallCharacters() }
    if recipe.characters == nil || random.happens(50) { recipe.phrase = smallPhrase() }
    var result = SmallRecipe("made up", words: words)
    result.recipe = recipe
    return result
  }

  /// A small recipe that can be drawn from, with its exact distribution.
  static func small(seed: UInt64) -> (recipe: SmallRecipe, distribution: Distribution) {
    var recipes = RandomRecipes(seed: seed)
    while true {
      let recipe = recipes.small()
      guard recipe.oracle.drawCount <= 6000 else { continue }
      if let distribution = recipe.oracle.distribution(), distribution.count < 5000 {
        return (recipe, distribution)
      }
    }
  }

  private static let smallPool = "abcABC012 lIO!#-[("

  private mutating func smallCharacters() -> CharacterRecipe {
    var recipe = CharacterRecipe(length: random.number(1...4))
    if random.happens(40) { recipe.maxLength = recipe.minLength + random.number(0...2) }
    if random.happens(10) { recipe.maxLength = 0 }
    setClasses(of: &recipe)
    let kept = random.text(1...6, of: Self.smallPool)
    recipe.excluded = String((0x21...0x7E).map { Character(Unicode.Scalar($0)) })
      .filter { !kept.contains($0) && ($0.isLetter || $0.isNumber || random.happens(90)) }
    if random.happens(70) { recipe.symbolSet = random.text(0...4, of: Self.smallPool) }
    if random.happens(70) { recipe.bracketSet = random.text(0...3, of: Self.smallPool) }
    if random.happens(30) { recipe.pattern = pattern(random.number(0...5)) }
    return recipe
  }

  private mutating func smallPhrase() -> PhraseRecipe {
    var recipe = PhraseRecipe(wordCount: random.number(1...3))
    setJoining(of: &recipe)
    if random.happens(25) { recipe.maxWordLength = random.number(1...3) }
    return recipe
  }

  // MARK: Parts

  private mutating func setClasses(of recipe: inout CharacterRecipe) {
    recipe.lowercase = random.happens(60)
    recipe.uppercase = random.happens(60)
    recipe.digits = random.happens(60)
    recipe.symbols = random.happens(60)
    recipe.brackets = random.happens(40)
    recipe.includesAmbiguous = random.happens(60)
    recipe.higherAlphaRatio = random.happens(50)
    recipe.requireEach = random.happens(50)
  }

  private mutating func setJoining(of recipe: inout PhraseRecipe) {
    recipe.placement = random.element(of: PhraseRecipe.Placement.allCases)
    recipe.separator = random.element(of: PhraseRecipe.Separator.allCases)
  }

  /// Class letters, literals and escapes.
  private mutating func pattern(_ count: Int) -> String {
    (0..<count).reduce(into: "") { text, _ in
      switch random.number(0...9) {
      case 0...6: text += random.text(1...1, of: "lunsba")
      case 7: text += random.text(1...1, of: "xA1-!")
      case 8: text += "\\" + random.text(1...1, of: "lunsba\\")
      default: text += "\\" + random.text(1...1, of: "x0 ")
      }
    }
  }

  // MARK: Big

  private static let bigPool = String((0x20...0x7E).map { Character(Unicode.Scalar($0)) })

  /// A recipe with lengths up to 64, patterns up to 40 and up to 8 words.
  ///
  /// Words come from a small list or, if that is empty, from a bundled one. `requireEach` does not
  /// make it slow to draw from.
  mutating func big() -> SmallRecipe {
    while true {
      var recipe = PasswordRecipe()
      if random.happens(75) { recipe.characters = bigCharacters() }
      if recipe.characters == nil || random.happens(50) { recipe.phrase = bigPhrase() }
      var result = SmallRecipe("made up", words: random.element(of: Self.wordlists + [[], [], []]))
      result.recipe = recipe
      if isDrawable(result) { return result }
    }
  }

  /// Whether every length can be drawn and meets `requireEach` one time in 20 or more.
  private func isDrawable(_ candidate: SmallRecipe) -> Bool {
    if let phrase = candidate.recipe.phrase, let longest = phrase.maxWordLength {
      let shortest = candidate.words.map(\.unicodeScalars.count).min() ?? 3
      guard shortest <= longest else { return false }
    }
    guard let segment = candidate.recipe.characters.map(SegmentMeaning.init) else { return true }
    let shortest = segment.lengths.lowerBound
    return (candidate.recipe.phrase?.placement != .insert || shortest >= 2)
      && segment.positions(length: shortest).allSatisfy { !$0.isEmpty }
      && segment.acceptance(length: shortest) > 0.05
  }

  private mutating func bigCharacters() -> CharacterRecipe {
    let longest = random.happens(30) ? 64 : 20
    var recipe = CharacterRecipe(length: random.number(1...longest))
    if random.happens(60) { recipe.maxLength = random.number(recipe.minLength...longest) }
    setClasses(of: &recipe)
    if random.happens(60) { recipe.excluded = random.text(0...30, of: Self.bigPool) }
    if random.happens(60) { recipe.symbolSet = random.text(0...40, of: Self.bigPool) }
    if random.happens(60) { recipe.bracketSet = random.text(0...12, of: Self.bigPool) }
    if random.happens(30) { recipe.pattern = pattern(random.number(1...longest * 5 / 8)) }
    return recipe
  }

  private mutating func bigPhrase() -> PhraseRecipe {
    var recipe = PhraseRecipe(wordCount: random.number(1...8))
    setJoining(of: &recipe)
    if random.happens(40) { recipe.maxWordLength = random.number(1...9) }
    return recipe
  }
}
