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

  /// A policy at and beyond the limits of formats: long and short passwords, large counts, sets that
  /// overlap, characters that do not print or are more than a format takes, many words.
  mutating func extremePolicy() -> Policy {
    while true {
      var policy = draftedPolicy()
      let lengths = [0, 1, 3, 4, 5, 8, 99, 100, 101, 255, 256, 1000, Policy.maximumLength]
      if chance(60) { policy.length = Bounds(min: pick(lengths), max: nil) }
      if chance(60) { policy.length.max = max(policy.length.min ?? 0, pick(lengths)) }
      let most = policy.length.max ?? 30
      for group in CharacterGroup.allCases where chance(40) && most > 0 {
        policy.characters[group].min = Int.random(in: 0...most, using: &self)
      }
      if chance(30) {
        policy.allowed = pick([
          "abcABC012\t\u{1}\u{7F}", "abc!", "ABC1", "AB!", "é中", "ab\u{A0}\u{200B}\u{FEFF}\u{E000}",
          "\u{1}\t",
          String(String.UnicodeScalarView((0x20...0x250).compactMap(Unicode.Scalar.init))),
          String(String.UnicodeScalarView((0x4E00...0x4F80).compactMap(Unicode.Scalar.init)))
            + "a1",
        ])
      }
      if chance(30) {
        policy.badPasswords.words = (0..<Int.random(in: 1...300, using: &self)).map { index in
          pick(["word\(index)", "ß\(index)tail", "a\0bcd\(index)", "#\(index)##", "x"])
        }
      }
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
