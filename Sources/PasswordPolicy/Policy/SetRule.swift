/// A minimum and a maximum number of characters of a set, which may overlap others.
///
/// ```swift
/// var policy = Policy()
/// let set = CharacterUnion(groups: [.uppercase, .digits], characters: "-_")
/// policy.sets = [SetRule(set: set, bounds: Bounds(min: 1))]  // one of A-Z, 0-9, - or _
/// ```
public struct SetRule: Hashable, Sendable {
  /// The characters that are counted.
  public var set: CharacterUnion
  /// The number of them in a password.
  public var bounds: Bounds

  /// Makes a rule.
  public init(set: CharacterUnion, bounds: Bounds) {
    self.set = set
    self.bounds = bounds
  }
}

/// The characters of several groups, and further characters.
public struct CharacterUnion: Hashable, Sendable {
  /// The groups; ``CharacterGroup/symbols`` are those of ``CharacterRules/symbolSet``, if there is
  /// one.
  public var groups: [CharacterGroup]
  /// The further characters, of any kind.
  public var characters: String

  /// Makes a union.
  public init(groups: [CharacterGroup] = [], characters: String = "") {
    self.groups = groups
    self.characters = characters
  }

  /// Whether the union is empty.
  public var isEmpty: Bool { groups.isEmpty && characters.isEmpty }
}
