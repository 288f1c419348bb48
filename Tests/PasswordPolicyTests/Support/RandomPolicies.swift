import PasswordPolicy
import _TestSupport

extension SplitMix {
  /// A policy of a few random rules, which may contradict one another.
  mutating func policy() -> Policy {
    var policy = Policy()
    if chance(40) { policy.length.min = Int.random(in: 0...12, using: &self) }
    if chance(40) { policy.length.max = Int.random(in: 6...90, using: &self) }
    for group in CharacterGroup.allCases {
      if chance(20) { policy.characters[group].min = Int.random(in: 0...3, using: &self) }
      if chance(15) { policy.characters[group].max = Int.random(in: 0...8, using: &self) }
    }
    if chance(25) { policy.characters.symbolSet = pick(["!#$", "-_ ", ",!", "…!"]) }
    if chance(30) {
      policy.sets = (0..<Int.random(in: 1...3, using: &self)).map { _ in setRule() }
    }
    if chance(15) { policy.allowed = pick(["abcdefgABC123!", "abcxyzqweßé0123456789 -!A"]) }
    if chance(25) { policy.minCharacterTypes = Int.random(in: 0...4, using: &self) }
    if chance(35) { policy.maxRepeatedRun = Int.random(in: 1...4, using: &self) }
    if chance(35) { policy.maxSequence = Int.random(in: 1...5, using: &self) }
    if chance(20) { policy.first = pick(CharacterGroup.allCases) }
    if chance(20) { policy.last = pick(CharacterGroup.allCases) }
    if chance(10) { policy.firstAllowed = pick(["abcdefgABC0123", "-_!éa0", "x"]) }
    if chance(10) { policy.lastAllowed = pick(["abcdefgABC0123", "zZ9#é🙂", "!"]) }
    if chance(40) {
      policy.badPasswords.words = (0..<Int.random(in: 1...6, using: &self)).map { _ in
        password(length: Int.random(in: 1...4, using: &self))
      }
      policy.badPasswords.match = pick([.whole, .substring])
    }
    if chance(25) { policy.strength = strengthRule() }
    return policy
  }

  mutating func setRule() -> SetRule {
    var rule = SetRule(set: CharacterUnion(), bounds: Bounds())
    rule.set.groups = (0..<Int.random(in: 0...2, using: &self)).map { _ in
      pick(CharacterGroup.allCases)
    }
    if rule.set.groups.isEmpty || chance(60) {
      rule.set.characters = pick(["abcABC", "0123 -", "é中٣!", "-"])
    }
    if chance(70) { rule.bounds.min = Int.random(in: 0...3, using: &self) }
    if chance(50) { rule.bounds.max = Int.random(in: 0...8, using: &self) }
    return rule
  }

  mutating func strengthRule() -> StrengthRule {
    var rule = StrengthRule()
    rule.preferredLength = Int.random(in: -1...20, using: &self)
    let cuts = (0..<3).map { _ in Int.random(in: 0...100, using: &self) }.sorted()
    rule.weights = [cuts[0], cuts[1] - cuts[0], cuts[2] - cuts[1], 100 - cuts[2]]
    rule.minNumeric = Int.random(in: 0...2, using: &self)
    rule.minSymbol = Int.random(in: 0...2, using: &self)
    rule.minLower = Int.random(in: 0...2, using: &self)
    rule.minUpper = Int.random(in: 0...2, using: &self)
    rule.requireUpperAndLower = chance(50)
    rule.compliance = pick(Strength.Level.allCases)
    rule.mandatory = chance(80)
    return rule
  }

  /// A password that often comes near what rules are about.
  mutating func password(length: Int) -> String {
    let ascii = Array("abcdefgxyzqwertasdABCXYZQW0123456789!#$-_ ,.%\t".unicodeScalars)
    let others = Array("éÉßẞσςΣİıǅ中文あªʰ٣٤५абвГД🙂👍🏽\u{301}\u{FFFD}…\u{212A}ﬃ".unicodeScalars)
    let usesOthers = chance(25)
    var scalars: [Unicode.Scalar] = []
    while scalars.count < length {
      if let last = scalars.last, chance(30) {
        let next = Unicode.Scalar(last.value &+ pick([0, 1, UInt32.max] as [UInt32]))
        scalars.append(next ?? last)
      } else {
        scalars.append(usesOthers && chance(40) ? pick(others) : pick(ascii))
      }
    }
    return String(String.UnicodeScalarView(scalars))
  }
}
