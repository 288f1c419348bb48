import PasswordPolicy
import _TestSupport

/// Policies of the rules that can be counted.
enum RulePolicies {
  /// One rule each.
  static let single: [(name: String, change: @Sendable (inout Policy) -> Void)] = [
    ("least length", { $0.length.min = 4 }),
    ("greatest length", { $0.length.max = 3 }),
    ("both lengths", { $0.length = Bounds(min: 3, max: 7) }),
    ("lower case", { $0.characters.lowercase.min = 2 }),
    ("little lower case", { $0.characters.lowercase.max = 1 }),
    ("upper case", { $0.characters.uppercase = Bounds(min: 1, max: 2) }),
    ("digits", { $0.characters.digits = Bounds(min: 1, max: 1) }),
    ("no digits", { $0.characters.digits.max = 0 }),
    ("symbols", { $0.characters.symbols.min = 1 }),
    (
      "symbols of a set",
      { policy in
        policy.characters.symbols.min = 1
        policy.characters.symbolSet = "!-"
      }
    ),
    ("letters", { $0.characters.letters = Bounds(min: 2, max: 3) }),
    ("allowed", { $0.allowed = "abcAB01-de" }),
    ("three types", { $0.minCharacterTypes = 3 }),
    ("runs of one", { $0.maxRepeatedRun = 1 }),
    ("runs of two", { $0.maxRepeatedRun = 2 }),
    ("first", { $0.first = .letters }),
    ("last", { $0.last = .digits }),
    (
      "first and last",
      { policy in
        policy.first = .lowercase
        policy.last = .symbols
      }
    ),
    ("begins with", { $0.firstAllowed = "abA-!" }),
    ("ends with", { $0.lastAllowed = "01bc!" }),
    (
      "letters or a dash",
      { policy in
        let set = CharacterUnion(groups: [.uppercase], characters: "b-!1")
        policy.sets = [SetRule(set: set, bounds: Bounds(min: 1, max: 2))]
      }
    ),
    (
      "overlapping sets",
      { policy in
        policy.sets = [
          SetRule(
            set: CharacterUnion(groups: [.lowercase, .digits], characters: ""),
            bounds: Bounds(min: 2)),
          SetRule(
            set: CharacterUnion(groups: [.lowercase, .uppercase], characters: "!"),
            bounds: Bounds(min: 1, max: 3)),
          SetRule(
            set: CharacterUnion(groups: [], characters: "a0,"), bounds: Bounds(max: 1)),
        ]
      }
    ),
    ("no sequences", { $0.maxSequence = 1 }),
    ("short sequences", { $0.maxSequence = 2 }),
    ("strength", { $0.strength = strength(.average) }),
    (
      "strength of counts",
      { policy in
        var rule = strength(.strong)
        rule.preferredLength = 4
        rule.minNumeric = 1
        rule.minSymbol = 1
        rule.requireUpperAndLower = true
        policy.strength = rule
      }
    ),
  ]

  /// Each small recipe with each of those rules, by its index.
  static let recipesAndRules: [(small: EnumeratedRecipe, ruleIndex: Int)] =
    EnumeratedRecipe.all.flatMap { small in single.indices.map { (small, $0) } }

  private static func strength(_ level: Strength.Level) -> StrengthRule {
    var rule = StrengthRule()
    rule.preferredLength = 6
    rule.compliance = level
    rule.mandatory = true
    return rule
  }

  /// A policy of several of those rules, chosen by a seed.
  static func random(seed: UInt64) throws -> Policy {
    var source = SeededByteSource(seed: seed)
    var policy = Policy()
    for rule in single {
      if try source.nextBytes(1)[0] < 64 { rule.change(&policy) }
    }
    return policy
  }
}
