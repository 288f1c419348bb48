internal import PasswordPolicy

/// What a policy says of the characters of a password, as sets of characters.
///
/// Where the policy allows any character, the printable ones of ASCII stand for all.
struct CharacterRequirements {
  /// The characters that may stand in a password; `nil`: any.
  ///
  /// Those allowed, without those of which there may be none.
  let permitted: Scalars?
  /// Which of the four kinds of characters a password may hold, each with its characters.
  let types: [(group: CharacterGroup, characters: Scalars)]
  /// The counts of kinds and sets, in the order of the policy.
  ///
  /// A set that may not occur at all is not among them: ``permitted`` leaves its characters out.
  let counts: [Requirement]
  /// Where the sets that may not occur are said.
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

  /// The bounds of a kind, by whatever rules they are said.
  func bounds(_ group: CharacterGroup) -> Bounds {
    let bounds = counts.filter { $0.group == group }.map(\.bounds)
    return Bounds(min: bounds.compactMap(\.min).max(), max: bounds.compactMap(\.max).min())
  }

  /// Whether the least numbers of lower-case and upper-case letters say as much as this one of
  /// letters.
  func isImplied(_ requirement: Requirement) -> Bool {
    let cased = (bounds(.lower).min ?? 0) + (bounds(.upper).min ?? 0)
    return requirement.group == .letters && requirement.bounds.min ?? 0 <= cased
  }

  /// Sets of which a password has at least one character each exactly when it has characters of
  /// `count` kinds: whatever kinds it may lack, it has one of the others.
  func setsForTypes(_ count: Int) -> [Scalars] {
    CharacterGroup.subsets(of: types.map(\.group), leavingOut: count - 1).map { groups in
      types.filter { groups.contains($0.group) }.reduce(Scalars()) { $0.union($1.characters) }
    }
  }
}

extension CharacterGroup {
  /// The sets that leave out `count` of some kinds; none when that leaves nothing.
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
