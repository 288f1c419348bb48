import PasswordPolicy
import _TestSupport

extension SeededByteSource {
  /// A policy of a few rules, of every kind that a format may know, that its static checks accept.
  mutating func policy() -> Policy {
    while true {
      let policy = draftedPolicy()
      if policy.isFeasible { return policy }
    }
  }

  private mutating func draftedPolicy() -> Policy {
    var policy = Policy()
    if chance(50) { policy.length.min = Int.random(in: 0...9, using: &self) }
    if chance(50) { policy.length.max = Int.random(in: 3...14, using: &self) }
    for group in CharacterGroup.allCases {
      if chance(20) { policy.characters[group].min = Int.random(in: 0...2, using: &self) }
      if chance(15) { policy.characters[group].max = Int.random(in: 0...4, using: &self) }
    }
    if chance(20) { policy.characters.symbolSet = pick(["-_", "!-/", ":!"]) }
    if chance(30) {
      policy.allowed = pick([
        "abcxyzABCXYZ0123-_!", "abxy01-", "abc123é-", "abcXYZ:!/ ]\\", "abAB01-_!/ ]\\:$c",
      ])
    }
    if chance(40) {
      policy.sets = (0..<Int.random(in: 1...2, using: &self)).map { _ in setRule() }
    }
    if chance(30) { policy.minCharacterTypes = Int.random(in: 0...4, using: &self) }
    if chance(25) { policy.maxRepeatedRun = Int.random(in: 1...3, using: &self) }
    if chance(15) { policy.maxSequence = Int.random(in: 2...3, using: &self) }
    if chance(10) { policy.first = pick(CharacterGroup.allCases) }
    if chance(10) { policy.last = pick(CharacterGroup.allCases) }
    if chance(10) { policy.firstAllowed = "abAB01" }
    if chance(10) { policy.lastAllowed = "abAB01-" }
    if chance(15) {
      policy.badPasswords.words = ["abab", "a b", "xyz"]
      policy.badPasswords.match = pick([.whole, .substring])
    }
    if chance(10) { policy.badPasswords.patterns = ["a+b"] }
    return policy
  }

  private mutating func setRule() -> SetRule {
    var rule = SetRule(set: CharacterUnion(), bounds: Bounds())
    rule.set.groups = CharacterGroup.allCases.filter { _ in chance(25) }
    if rule.set.groups.isEmpty || chance(40) {
      rule.set.characters = pick(["ab1-", "-_", "é!", "xyz"])
    }
    if chance(80) { rule.bounds.min = Int.random(in: 0...2, using: &self) }
    if chance(20) { rule.bounds.max = Int.random(in: 0...3, using: &self) }
    return rule
  }
}
