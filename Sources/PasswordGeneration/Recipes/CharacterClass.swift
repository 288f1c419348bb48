/// The classes of characters that a segment can be made of.
public enum CharacterClass: String, CaseIterable, Codable, Hashable, Sendable {
  /// `a` to `z`.
  case lowercase
  /// `A` to `Z`.
  case uppercase
  /// `0` to `9`.
  case digits
  /// The symbol set of the recipe.
  case symbols
  /// The bracket set of the recipe.
  case brackets
}
