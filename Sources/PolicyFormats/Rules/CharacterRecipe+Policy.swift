internal import CharacterSets
public import PasswordGeneration
public import PasswordPolicy

extension CharacterRecipe {
  /// A recipe for what a policy allows, for when nothing else describes what to draw; `nil` when
  /// the usual recipe has everything that the policy requires.
  ///
  /// Where the policy lists what is allowed, exactly its printable ASCII is drawn, each character
  /// equally likely, with a length of 20 or as near as the policy allows. The space is left out,
  /// since people and forms lose it at the ends, unless nothing else is allowed or a rule requires
  /// it. Where the policy allows anything and requires symbols that the usual recipe lacks, these
  /// are added.
  ///
  /// - Parameter policy: the policy.
  public init?(drawing policy: Policy) {
    let requirements = CharacterRequirements(policy)
    if policy.allowed != nil {
      var drawn = (requirements.permitted ?? []).ascii.intersection(.printable)
      guard !drawn.isEmpty else { return nil }
      let space = ASCIISet(" ".utf8)
      let asksForSpace = requirements.counts.contains {
        $0.bounds.min ?? 0 > 0 && $0.characters.ascii.intersection(drawn) == space
      }
      if drawn != space, !asksForSpace { drawn.subtract(space) }
      let length = policy.length.usualLength
      self.init(drawing: drawn, length: length...length)
      return
    }
    let usual = ASCIISet.letters.union(.digits).union(.defaultSymbols)
    let isMissing = requirements.counts.contains { requirement in
      let characters = requirement.characters.ascii
      return requirement.bounds.min ?? 0 > 0 && !characters.isEmpty
        && characters.isDisjoint(with: usual)
    }
    guard isMissing else { return nil }
    self.init()
    symbolSet = requirements.drawn(policy).of(.symbols).ascii.description
    requireEach = true
  }
}
