internal import PasswordPolicy

/// The requirements of a policy on the characters of a password, as sets of characters.
///
/// Where the policy allows any character, printable ASCII stands for all.
struct CharacterRequirements {
  /// The characters that may occur in a password; `nil` for any.
  ///
  /// These are the allowed ones, without those whose maximum is 0.
  let permitted: Scalars?
  /// The kinds, out of four, that a password may contain, each with its characters.
  let types: [(group: CharacterGroup, characters: Scalars)]
  /// The counts of kinds and sets, in the order of the policy.
  ///
  /// A set that may not occur at all is not included: ``permitted`` excludes its characters.
  let counts: [Requirement]
  /// The paths of the sets that may not occur.
  let forbiddenPaths: [String]

  init(_ policy: Policy) {
    let view = SetView(policy)
    let requirements = view.groupRequirements(policy) + view.setRequirements(policy)
    let forbidden = requirements.filter { $0.bounds.max == 0 }
    let forbiddenCharacters = forbidden.reduce(Scalars()) { $0.union($1.characters) }
    forbiddenPaths = forbidden.map { "\($0.path).max" }
    permitted =
      policy.allowed == nil && forbidden.isEmpty ? nil : view.all.subtracting(forbiddenCharacters)
    types = CharacterGroup.types.map { ($0, view.members($0).subtracting(forbiddenCharacters)) }
      .filter { !$0.characters.isEmpty }
    counts = requirements.filter { $0.bounds.max != 0 && $0.bounds != Bounds() }
  }

  /// Returns the bounds of a kind, combined from all rules on it.
  func bounds(_ group: CharacterGroup) -> Bounds {
    let bounds = counts.filter { $0.group == group }.map(\.bounds)
    return Bounds(min: bounds.compactMap(\.min).max(), max: bounds.compactMap(\.max).min())
  }

  /// Whether the minimums of lowercase and uppercase letters imply this minimum of letters.
  func isImplied(_ requirement: Requirement) -> Bool {
    let cased = (bounds(.lowercase).min ?? 0) + (bounds(.uppercase).min ?? 0)
    return requirement.group == .letters && requirement.bounds.min ?? 0 <= cased
  }

  /// Returns sets such that a password has one or more characters of each exactly when it has
  /// characters of `count` kinds: whatever kinds it lacks, it has one of the others.
  func setsForTypes(_ count: Int) -> [Scalars] {
    CharacterGroup.subsets(of: types.map(\.group), leavingOut: count - 1).map { groups in
      types.filter { groups.contains($0.group) }.reduce(Scalars()) { $0.union($1.characters) }
    }
  }
}

extension CharacterGroup {
  /// Returns the sets of kinds that leave out `count` of them; none when that leaves nothing.
  static func subsets(of groups: [CharacterGroup], leavingOut count: Int) -> [[CharacterGroup]] {
    let size = groups.count - count
    guard count >= 0, size > 0 else { return [] }
    return (1..<(1 << groups.count)).filter { $0.nonzeroBitCount == size }.map { mask in
      groups.indices.filter { mask >> $0 & 1 == 1 }.map { groups[$0] }
    }
  }
}

/// The sets that a policy names, as characters.
private struct SetView {
  let all: Scalars
  private let symbols: Scalars
  private let hasSymbolSet: Bool

  init(_ policy: Policy) {
    all = policy.allowed.map { Scalars($0) } ?? .printable
    let symbols = all.of(.symbols)
    let set = policy.characters.symbolSet.map { Scalars($0) }
    self.symbols = set.map(symbols.intersection) ?? symbols
    hasSymbolSet = set != nil
  }

  func members(_ group: CharacterGroup) -> Scalars { group == .symbols ? symbols : all.of(group) }

  private func members(_ union: CharacterUnion) -> Scalars {
    union.groups.reduce(all.intersection(Scalars(union.characters))) { $0.union(members($1)) }
  }

  func groupRequirements(_ policy: Policy) -> [Requirement] {
    CharacterGroup.allCases.map { group in
      Requirement(
        path: "$.characters.\(group.rawValue)", group: group, namesKinds: true, isOfAll: false,
        characters: members(group), bounds: policy.characters[group])
    }
  }

  func setRequirements(_ policy: Policy) -> [Requirement] {
    policy.sets.enumerated().map { index, rule in
      let characters = members(rule.set)
      let everything: Set<CharacterGroup> = [.letters, .digits, .symbols]
      return Requirement(
        path: "$.sets[\(index)]",
        group: CharacterGroup.allCases.first { members($0) == characters && !characters.isEmpty },
        namesKinds: !rule.set.groups.isEmpty,
        isOfAll: !hasSymbolSet && everything.isSubset(of: rule.set.groups),
        characters: characters, bounds: rule.bounds)
    }
  }
}
