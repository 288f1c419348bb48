public import CharacterSets
public import PasswordGeneration
internal import PasswordPolicy

extension CharacterRecipe {
  /// The default length of passwords: 20.
  static let usualLength = 20

  /// Makes a recipe that draws from exactly the given characters, each equally likely.
  ///
  /// - Parameters:
  ///   - characters: the characters; those that are not printable are ignored.
  ///   - length: the range of lengths.
  public init(drawing characters: ASCIISet, length: ClosedRange<Int>) {
    self.init(length: length)
    lowercase = !characters.isDisjoint(with: .lowercase)
    uppercase = !characters.isDisjoint(with: .uppercase)
    digits = !characters.isDisjoint(with: .digits)
    let enabled = self.characters(of: .lowercase, if: lowercase)
      .union(self.characters(of: .uppercase, if: uppercase))
      .union(self.characters(of: .digits, if: digits))
    excluded = enabled.subtracting(characters).description
    let set = characters.intersection(.printable).subtracting(.letters).subtracting(.digits)
    symbols = !set.isEmpty
    symbolSet = set.isEmpty ? nil : set.description
  }

  private func characters(of characterClass: CharacterClass, if isEnabled: Bool) -> ASCIISet {
    isEnabled ? characters(of: characterClass) : []
  }
}

extension Bounds {
  /// The usual length, or the nearest one within the bounds.
  var usualLength: Int {
    let length = Swift.max(CharacterRecipe.usualLength, min ?? 0)
    return Swift.max(1, Swift.min(length, max ?? length))
  }
}

extension CharacterRequirements {
  /// Returns the characters to draw from, for a format that lists them: what the policy allows;
  /// where it allows any character, the letters, digits and usual symbols of ASCII, and whatever
  /// else the rules require.
  func drawn(_ policy: Policy) -> Scalars {
    if policy.allowed != nil { return permitted ?? [] }
    let possible = permitted ?? .printable
    let symbols = policy.characters.symbolSet.map { Scalars($0) } ?? Self.usualSymbols
    var drawn = Scalars.printable.of(.letters).union(Scalars.printable.of(.digits))
      .union(symbols).intersection(possible)
    for requirement in counts where requirement.bounds.min ?? 0 > 0 {
      let characters = requirement.characters.intersection(possible)
      if drawn.isDisjoint(with: characters) { drawn.formUnion(characters) }
    }
    return drawn
  }

  private static let usualSymbols = Scalars(ASCIISet.defaultSymbols.map { Unicode.Scalar($0) })
}
