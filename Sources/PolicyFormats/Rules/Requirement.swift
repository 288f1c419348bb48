internal import PasswordPolicy

/// The number of characters of a set that a password must have.
struct Requirement {
  /// The path of the rule in the policy.
  let path: String
  /// The kind of characters that equals the set; `nil` for another set.
  let group: CharacterGroup?
  /// Whether the set names kinds, which extend beyond ASCII.
  let namesKinds: Bool
  /// Whether the set contains every character of Unicode.
  let isOfAll: Bool
  let characters: Scalars
  let bounds: Bounds
}
