internal import PasswordPolicy

/// How many characters of a set a password has.
struct Requirement {
  /// Where in the policy it is said.
  let path: String
  /// The kind of characters that the set is; `nil`: another set.
  let group: CharacterGroup?
  /// Whether the set names kinds, which reach beyond ASCII.
  let namesKinds: Bool
  /// Whether the set is every character of Unicode.
  let isOfAll: Bool
  let characters: Scalars
  let bounds: Bounds
}
