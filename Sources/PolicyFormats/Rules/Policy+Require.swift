internal import PasswordPolicy

extension Policy {
  /// Adds the rule that a password has `min` or more characters of a set.
  ///
  /// Kinds whose permitted characters are all in the set are named; a set that is exactly one kind
  /// becomes a rule of that kind.
  ///
  /// - Parameters:
  ///   - characters: the set, all of them permitted characters.
  ///   - min: the minimum, 1 or more.
  ///   - permitted: all characters that a password may contain; `nil` for any.
  mutating func require(_ characters: Scalars, min: Int, permitted: Scalars?) {
    var rest = characters
    var groups: [CharacterGroup] = []
    // Where any character is permitted, a kind has more characters than a set can list.
    for group in CharacterGroup.types {
      guard let members = permitted?.of(group), !members.isEmpty, members.isSubset(of: characters)
      else { continue }
      groups.append(group)
      rest.subtract(members)
    }
    if rest.isEmpty, groups.count == 1 {
      self.characters[groups[0]].min = Swift.max(self.characters[groups[0]].min ?? 0, min)
    } else {
      require(CharacterUnion(groups: groups, characters: rest.text), min: min)
    }
  }

  /// Adds the rule that a password has `min` or more characters of a set, or raises an existing
  /// one.
  mutating func require(_ union: CharacterUnion, min: Int) {
    if let index = sets.firstIndex(where: { $0.set == union }) {
      sets[index].bounds.min = Swift.max(sets[index].bounds.min ?? 0, min)
    } else {
      sets.append(SetRule(set: union, bounds: Bounds(min: min)))
    }
  }

  /// Replaces sets that together mean “3 of 4 kinds”, one set of two kinds for each pair, with that
  /// rule; likewise for every number of kinds between one and all.
  mutating func recognizeCharacterTypes(permitted: Scalars) {
    let types = CharacterGroup.types.filter { !permitted.of($0).isEmpty }
    for count in (1..<types.count).dropFirst().reversed() {
      let rules = CharacterGroup.subsets(of: types, leavingOut: count - 1).map {
        SetRule(set: CharacterUnion(groups: $0, characters: ""), bounds: Bounds(min: 1))
      }
      guard rules.allSatisfy(sets.contains) else { continue }
      sets.removeAll(where: rules.contains)
      minCharacterTypes = count
      return
    }
  }
}
