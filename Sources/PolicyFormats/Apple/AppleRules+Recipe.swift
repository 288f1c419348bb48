internal import CharacterSets
public import PasswordGeneration
internal import PasswordPolicy

extension AppleRules {
  /// A recipe that draws from exactly the ``permitted`` characters, each equally likely.
  ///
  /// For all of Unicode it draws from printable ASCII. Its length is 20, or as near as the rules
  /// allow. A password complies with ``policy`` if it happens to contain the required characters.
  public var recipe: CharacterRecipe {
    let length = Bounds(min: minLength, max: maxLength).usualLength
    let characters: ASCIISet =
      switch permitted {
      case .unicode: .printable
      case .ascii(let set): set
      }
    return CharacterRecipe(drawing: characters, length: length...length)
  }
}
