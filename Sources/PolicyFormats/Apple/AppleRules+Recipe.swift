internal import CharacterSets
public import PasswordGeneration
internal import PasswordPolicy

extension AppleRules {
  /// A recipe that draws from exactly the ``permitted`` characters, each equally likely, of all
  /// Unicode from the printable ones of ASCII; 20 long, or as near to that as the rules let it be.
  ///
  /// What it draws complies with ``policy`` where the required characters happen to be there.
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
