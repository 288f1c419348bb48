/// The recipe of a password: a segment of characters, a phrase of words, or both.
///
/// ```swift
/// let recipe = PasswordRecipe(
///   characters: CharacterRecipe(length: 12), phrase: PhraseRecipe(wordCount: 3))
/// ```
/// A value with no randomness in it. A part that is `nil` is switched off.
public struct PasswordRecipe: Encodable, Hashable, Sendable {
  /// The segment; `nil` for none.
  public var characters: CharacterRecipe?
  /// The phrase; `nil` for none.
  public var phrase: PhraseRecipe?

  /// Makes a recipe from the given parts.
  public init(characters: CharacterRecipe? = nil, phrase: PhraseRecipe? = nil) {
    self.characters = characters
    self.phrase = phrase
  }

  /// Makes a recipe for segments of `length` characters: lowercase and uppercase letters, digits
  /// and symbols, one or more of each.
  public init(length: Int) {
    var characters = CharacterRecipe(length: length)
    characters.requireEach = true
    self.init(characters: characters)
  }
}
