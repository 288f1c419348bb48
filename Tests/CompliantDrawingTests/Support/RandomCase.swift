import PasswordGeneration
import PasswordPolicy
import _TestSupport

/// A recipe of 2 to 6 characters and up to 6 places, at times with words, and a policy of any
/// rules, made from a seed.
struct RandomCase {
  let small: EnumeratedRecipe
  let policy: CompiledPolicy

  /// Draws until the recipe and the policy can be compiled: some contradict themselves.
  init(seed: UInt64) {
    var maker = Maker(seed: seed)
    while true {
      let small = maker.recipe(name: "\(seed)")
      guard (try? small.compiled) != nil, let policy = try? CompiledPolicy(maker.policy())
      else { continue }
      (self.small, self.policy) = (small, policy)
      return
    }
  }
}

/// What draws recipes and policies.
private struct Maker {
  private var random: SeededByteSource
  /// The characters of the recipe.
  private var pool: [Character] = []
  private var greatestLength = 6

  init(seed: UInt64) { random = SeededByteSource(seed: seed) }

  private mutating func chance(_ percent: Int) -> Bool {
    Int.random(in: 0..<100, using: &random) < percent
  }

  private mutating func number(_ range: ClosedRange<Int>) -> Int {
    Int.random(in: range, using: &random)
  }

  private mutating func pick<Element>(_ elements: [Element]) -> Element {
    elements[Int.random(in: elements.indices, using: &random)]
  }

  private mutating func some(of characters: [Character], atLeast least: Int = 1) -> String {
    let count = number(min(least, characters.count)...characters.count)
    return String(characters.shuffled(using: &random).prefix(count).sorted())
  }

  /// A number, or at times none.
  private mutating func bounds(_ range: ClosedRange<Int>) -> Bounds {
    var bounds = Bounds()
    if chance(60) { bounds.min = number(range) }
    if chance(40) { bounds.max = number((bounds.min ?? range.lowerBound)...range.upperBound) }
    return bounds
  }

  // MARK: Recipe

  /// Neighbours in the alphabet and on the keyboard, both cases of a letter, digits and symbols.
  private static let characters = Array("abcdqweABCQW01239!-_,.")
  private static let letters = "abcdefghijklmnopqrstuvwxyz"

  mutating func recipe(name: String) -> EnumeratedRecipe {
    var recipe = PasswordRecipe(characters: segment())
    guard chance(20) else { return EnumeratedRecipe(name: name, recipe: recipe) }
    let wordCount = number(1...2)
    recipe.phrase = PhraseRecipe(wordCount: wordCount)
    recipe.phrase?.placement = pick(PhraseRecipe.Placement.allCases)
    recipe.phrase?.separator = pick(PhraseRecipe.Separator.allCases)
    if chance(30) {
      recipe.characters = nil
    } else {
      // Few, as each goes with all words and stands in all places.
      recipe.characters?.pattern = nil
      recipe.characters?.minLength = 2
      recipe.characters?.maxLength = number(2...3)
    }
    let words = Set((0..<number(2...4)).map { _ in text(1...3) })
    return EnumeratedRecipe(name: name, recipe: recipe, words: words.sorted())
  }

  private mutating func segment() -> CharacterRecipe {
    pool = Array(Self.characters.shuffled(using: &random).prefix(number(2...6)))
    // All of six places and six characters is 46,656 passwords: seldom.
    greatestLength =
      switch pool.count {
      case ...4: 6
      case 5: 5
      default: chance(3) ? 6 : 4
      }
    let longest = number(1...greatestLength)
    var recipe = CharacterRecipe(
      length: chance(40) ? number(1...longest)...longest : longest...longest)
    let symbols = pool.filter { !$0.isLetter && !$0.isNumber }
    recipe.lowercase = pool.contains { $0.isLowercase }
    recipe.uppercase = pool.contains { $0.isUppercase }
    recipe.digits = pool.contains { $0.isNumber }
    recipe.symbols = !symbols.isEmpty
    let overlaps = recipe.symbols && chance(25)
    recipe.symbolSet = String(symbols) + (overlaps ? String(pick(pool)) : "")
    let classed = Self.letters + Self.letters.uppercased() + "0123456789"
    recipe.excluded = classed.filter { !pool.contains($0) }
    recipe.requireEach = chance(30)
    recipe.higherAlphaRatio = !overlaps && chance(30)
    if chance(15) {
      let places = (0..<longest).map { _ in
        pick(Array("aaaluns") + pool.filter { $0 > "0" && !"abluns".contains($0) })
      }
      recipe.pattern = String(places)
    }
    return recipe
  }

  // MARK: Policy

  mutating func policy() -> Policy {
    var policy = Policy()
    if chance(20) { policy.length = bounds(1...greatestLength + 1) }
    for group in CharacterGroup.allCases where chance(20) {
      policy.characters[group] = bounds(0...3)
    }
    if chance(15) { policy.characters.symbolSet = "!-" }
    while chance(25) {
      let groups = CharacterGroup.allCases.filter { _ in chance(25) }
      let set = CharacterUnion(groups: groups, characters: some(of: pool, atLeast: 0))
      policy.sets.append(SetRule(set: set, bounds: bounds(0...3)))
    }
    if chance(15) { policy.allowed = some(of: pool) + "xyz" }
    if chance(15) { policy.minCharacterTypes = number(1...4) }
    if chance(20) { policy.maxRepeatedRun = number(1...3) }
    if chance(20) { policy.maxSequence = number(1...3) }
    if chance(10) { policy.first = pick(CharacterGroup.allCases) }
    if chance(10) { policy.last = pick(CharacterGroup.allCases) }
    if chance(10) { policy.firstAllowed = some(of: pool) }
    if chance(10) { policy.lastAllowed = some(of: pool) }
    if chance(30) { policy.badPasswords = badPasswords() }
    if chance(15) { policy.strength = strength() }
    return policy
  }

  private mutating func badPasswords() -> BadPasswords {
    var bad = BadPasswords()
    bad.match = chance(50) ? .whole : .substring
    let lengths = bad.match == .whole ? 1...greatestLength : 1...3
    if chance(70) {
      bad.words = (0..<number(1...4)).map { _ in text(lengths) }
      // More than an automaton holds: each is looked up.
      if bad.match == .whole, chance(20) {
        bad.words += (0..<200).map { _ in text(lengths) }
      }
    }
    if chance(60) { bad.patterns = (0..<number(1...2)).map { _ in pattern() } }
    return bad
  }

  private mutating func text(_ lengths: ClosedRange<Int>) -> String {
    String((0..<number(lengths)).map { _ in pick(pool) })
  }

  private mutating func pattern() -> String {
    let (first, second) = (escaped(pick(pool)), escaped(pick(pool)))
    return pick([
      "\(first)\(second)", "^\(first)", "\(second)$", "\(first).\(second)",
      "(?:\(first)\(second))+$",
      "[\(first)\(second)]{3}", "^.{2}$", "\\d\\d", "^\(first)?\(second)*$", "[^\(first)]\(second)",
      "^(?:\(first)|\(second)).*\(first)$", "\\W\\w",
    ])
  }

  private func escaped(_ character: Character) -> String {
    character.isLetter || character.isNumber ? String(character) : "\\\(character)"
  }

  private mutating func strength() -> StrengthRule {
    var rule = StrengthRule()
    rule.preferredLength = number(1...8)
    rule.minNumeric = number(0...2)
    rule.minSymbol = number(0...1)
    rule.minLower = number(0...2)
    rule.minUpper = number(0...1)
    rule.requireUpperAndLower = chance(50)
    rule.compliance = pick(Strength.Level.allCases)
    rule.mandatory = true
    return rule
  }
}
