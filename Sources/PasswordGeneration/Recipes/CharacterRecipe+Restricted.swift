public import CharacterSets

extension CharacterRecipe {
  /// Returns the recipe without the characters outside a set, as if they were ``excluded``.
  ///
  /// A class that has characters and is left with none is switched off, so that ``requireEach``
  /// does not require it. A ``pattern`` is left unchanged.
  ///
  /// - Parameter characters: the characters that may be drawn.
  /// - Returns: the restricted recipe.
  public func restricted(to characters: ASCIISet) -> CharacterRecipe {
    var recipe = self
    recipe.excluded += ASCIISet.printable.subtracting(characters).description
    func isLost(_ characterClass: CharacterClass) -> Bool {
      !self.characters(of: characterClass).isEmpty
        && recipe.characters(of: characterClass).isEmpty
    }
    recipe.lowercase = lowercase && !isLost(.lowercase)
    recipe.uppercase = uppercase && !isLost(.uppercase)
    recipe.digits = digits && !isLost(.digits)
    recipe.symbols = symbols && !isLost(.symbols)
    recipe.brackets = brackets && !isLost(.brackets)
    return recipe
  }
}
