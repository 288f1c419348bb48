internal import TextTools

// What is wrong with the rules on sets and on the first and the last character.

extension Policy {
  /// Rules on sets that mean nothing or that no password can meet.
  var setRuleProblems: [PolicyProblem] {
    guard !sets.isEmpty else { return [] }
    let table = KindTable(self)
    return sets.indices.compactMap { problem(ofSet: $0, table) }
  }

  private func problem(ofSet index: Int, _ table: KindTable) -> PolicyProblem? {
    let (path, set) = ("$.sets[\(index)]", sets[index].set)
    let (min, max) = (sets[index].bounds.min ?? 0, sets[index].bounds.max)
    if set.isEmpty {
      return .incomplete(path: path, reason: "the set is empty; name groups or characters")
    }
    // A minimum above the maximum is reported with those of the kinds.
    if let max, min > max { return nil }
    let members = Members(of: set, in: self, table)
    let others = minimumCharacters { !members.kinds.contains(.of($0)) }
    let source = allowed == nil ? "$.characters" : "$.allowed"
    if min > 0, let room = room(for: members), room < min {
      return .contradiction(
        paths: ["\(path).min", source],
        reason: room == 0
          ? "characters of this set are required and none is possible"
          : "\(min.counted("character")) of this set \(min.verb) required and \(room.andVerb) possible"
      )
    }
    if min > 0, let longest = length.max, min + others > longest {
      return .contradiction(
        paths: ["\(path).min"] + (others > 0 ? ["$.characters"] : []) + ["$.length.max"],
        reason:
          "\((min + others).counted("character")) \((min + others).verb) required and at most \(longest.andVerb) allowed"
      )
    }
    guard let max else { return nil }
    let least = minimumCharacters { set.includesAll(of: $0) }
    if least > max {
      return .contradiction(
        paths: ["$.characters", "\(path).max"],
        reason:
          "the kinds take \(least.counted("character")) of this set and at most \(max.andVerb) allowed"
      )
    }
    if let shortest = length.min, shortest > max, let allowed,
      allowed.unicodeScalars.allSatisfy({ set.contains($0, table) })
    {
      return .contradiction(
        paths: ["$.allowed", "\(path).max", "$.length.min"],
        reason: "every allowed character is of this set, which leaves room for \(max)")
    }
    return nil
  }

  /// Returns the maximum number of characters of a set under the maximums of the kinds; `nil` for
  /// any.
  private func room(for members: Members) -> Int? {
    guard !members.hasOfNoKind else { return nil }
    func most(_ group: CharacterGroup) -> Int {
      members.kinds.contains(.of(group)) ? self.most(group) : 0
    }
    let cased = members.hasUncased ? Int.max : most(.lowercase) + most(.uppercase)
    return Swift.min(cased, most(.letters)) + most(.digits) + most(.symbols)
  }

  /// The kinds of the allowed characters of a union.
  private struct Members {
    /// The kinds of one or more of them.
    private(set) var kinds: CharacterKinds = []
    /// Whether some of them are letters of neither case.
    private(set) var hasUncased = false
    /// Whether some of them are symbols outside the policy's set of symbols.
    private(set) var hasOfNoKind = false

    init(of set: CharacterUnion, in policy: Policy, _ table: KindTable) {
      let named = policy.allowed ?? set.characters
      for scalar in named.unicodeScalars where set.contains(scalar, table) {
        let kinds = table[scalar]
        hasUncased = hasUncased || kinds == .letter
        hasOfNoKind = hasOfNoKind || kinds.isEmpty
        self.kinds.formUnion(kinds)
      }
      guard policy.allowed == nil else { return }
      for group in CharacterGroup.allCases where set.includesAll(of: group) {
        kinds.insert(.of(group))
        if group == .lowercase || group == .uppercase { kinds.insert(.letter) }
        if group == .letters { hasUncased = true }
      }
    }
  }

  /// Ends where nothing is allowed, or nothing that can occur there.
  var allowedEndProblems: [PolicyProblem] {
    guard firstAllowed != nil || lastAllowed != nil else { return [] }
    let table = KindTable(self)
    let impossible = CharacterKinds(
      CharacterGroup.allCases.filter { most($0) == 0 }.map(CharacterKinds.of) + [.disallowed])
    func possible(_ characters: String) -> ScalarSet {
      ScalarSet(characters).filter { scalar in
        table[scalar].isDisjoint(with: impossible)
          && !sets.contains { $0.bounds.max == 0 && $0.set.contains(scalar, table) }
      }
    }
    var problems: [PolicyProblem] = []
    for (path, characters, group) in [
      ("$.first", firstAllowed, first), ("$.last", lastAllowed, last),
    ] {
      guard let characters else { continue }
      let possible = possible(characters)
      if characters.isEmpty {
        problems.append(
          .contradiction(
            paths: ["\(path)Allowed"], reason: "no character is allowed here; use null for any"))
      } else if possible.isEmpty {
        problems.append(
          .contradiction(
            paths: ["\(path)Allowed"], reason: "none of these characters is possible"))
      } else if let group, most(group) > 0,
        possible.filter({ table[$0].contains(.of(group)) }).isEmpty
      {
        problems.append(
          .contradiction(
            paths: [path, "\(path)Allowed"],
            reason: "none of these characters is \(group.nameWithArticle)"))
      }
    }
    guard problems.isEmpty, length.max == 1 else { return problems }
    let both = possible(firstAllowed ?? lastAllowed ?? "").filter { scalar in
      lastAllowed.map { ScalarSet($0).contains(scalar) } ?? true
        && [first, last].allSatisfy { $0.map { table[scalar].contains(.of($0)) } ?? true }
    }
    guard both.isEmpty else { return [] }
    let paths = [
      first.map { _ in "$.first" }, last.map { _ in "$.last" },
      firstAllowed.map { _ in "$.firstAllowed" }, lastAllowed.map { _ in "$.lastAllowed" },
    ].compactMap(\.self)
    return [
      .contradiction(
        paths: paths + ["$.length.max"], reason: "no character may be both first and last")
    ]
  }
}

extension CharacterUnion {
  /// Whether a character is in the set under a policy.
  func contains(_ scalar: Unicode.Scalar, _ table: KindTable) -> Bool {
    groups.contains { table[scalar].contains(.of($0)) }
      || characters.unicodeScalars.contains(scalar)
  }

  /// Whether the groups contain every character of a group.
  func includesAll(of group: CharacterGroup) -> Bool {
    groups.contains(group)
      || (group == .lowercase || group == .uppercase) && groups.contains(.letters)
  }
}
