import PasswordGeneration
import _TestSupport

extension SplitMix {
  /// A made-up recipe with every option that a query can say, which need not be one that can be
  /// drawn from.
  mutating func recipe() -> PasswordRecipe {
    var recipe = PasswordRecipe()
    recipe.characters = chance(75) ? characters() : nil
    recipe.phrase = recipe.characters == nil || chance(50) ? phrase() : nil
    return recipe
  }

  private mutating func characters() -> CharacterRecipe {
    var recipe = CharacterRecipe(length: Int.random(in: 1...64, using: &self))
    switch Int.random(in: 0..<10, using: &self) {
    case 0: recipe.maxLength = 0
    case 1...5: recipe.maxLength = recipe.minLength + Int.random(in: 0...20, using: &self)
    default: break
    }
    recipe.lowercase = chance(60)
    recipe.uppercase = chance(60)
    recipe.digits = chance(60)
    recipe.symbols = chance(60)
    recipe.brackets = chance(40)
    recipe.includesAmbiguous = chance(60)
    recipe.higherAlphaRatio = chance(50)
    recipe.requireEach = false
    let printable = (0x20...0x7E).map { Character(Unicode.Scalar($0)) }
    if chance(60) { recipe.excluded = text(0...30, of: printable) }
    if chance(60) { recipe.symbolSet = text(0...40, of: printable) }
    if chance(60) { recipe.bracketSet = text(0...12, of: printable) }
    if chance(30) { recipe.pattern = text(0...20, of: Array("lunsbaxA1-!")) }
    return recipe
  }

  private mutating func phrase() -> PhraseRecipe {
    var recipe = PhraseRecipe(wordCount: Int.random(in: 1...8, using: &self))
    recipe.placement = pick(PhraseRecipe.Placement.allCases)
    recipe.separator = pick(PhraseRecipe.Separator.allCases)
    if chance(40) { recipe.maxWordLength = Int.random(in: 1...9, using: &self) }
    return recipe
  }

  private mutating func text(_ count: ClosedRange<Int>, of pool: [Character]) -> String {
    String((0..<Int.random(in: count, using: &self)).map { _ in pick(pool) })
  }
}
