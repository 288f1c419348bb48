import PasswordPolicy
import Testing
import _TestSupport

@Suite("Combining two policies")
struct AddingTests {
  static func policy(_ change: (inout Policy) -> Void) -> Policy {
    var policy = Policy()
    change(&policy)
    return policy
  }

  @Test("A password complies with the two together when it complies with each", arguments: 0..<6)
  func conjunction(seed: Int) {
    var generator = SplitMix(seed: UInt64(500 + seed))
    var expressible = 0
    var compliant = 0
    for _ in 0..<scaled(600) {
      let (left, right) = (generator.policy(), generator.policy())
      guard let both = try? left.adding(right) else { continue }
      expressible += 1
      let policies = [left, right, both].map { NaivePolicy(policy: $0) }
      for _ in 0..<15 {
        let password = generator.password(length: Int.random(in: 0...14, using: &generator))
        let answers = policies.map { $0.codes(password).isEmpty }
        #expect(
          answers[2] == (answers[0] && answers[1]),
          "\(left.json) \(right.json) \(both.json) \(password.debugDescription)")
        if answers[2] { compliant += 1 }
      }
    }
    #expect(expressible > scaled(200))
    #expect(compliant > scaled(20))
  }

  @Test(
    "Adding nothing changes nothing, and neither does adding a policy to itself", arguments: 0..<4)
  func neutral(seed: Int) throws {
    var generator = SplitMix(seed: UInt64(900 + seed))
    for _ in 0..<200 {
      var policy = generator.policy()
      policy.name = "own"
      policy.reuse = ReuseRule(last: 4)
      policy.badPasswords.wordFiles = ["words.txt"]
      policy.badPasswords.patterns = ["a+"]
      #expect(try policy.adding(Policy()) == policy)
      #expect(try Policy().adding(policy) == policy)
      // What occurs twice in a list of its own stays twice.
      #expect(try policy.adding(policy) == policy)
    }
  }

  @Test("The stricter of two bounds applies")
  func stricter() throws {
    let left = Self.policy {
      $0.length = Bounds(min: 8, max: 20)
      $0.characters.digits = Bounds(min: 1, max: 9)
      $0.maxRepeatedRun = 3
      $0.minCharacterTypes = 2
      $0.allowed = "cab123"
      $0.first = .letters
      $0.reuse = ReuseRule(last: 5)
    }
    let right = Self.policy {
      $0.name = "added"
      $0.length = Bounds(min: 10)
      $0.characters.digits = Bounds(min: 0, max: 4)
      $0.maxRepeatedRun = 2
      $0.maxSequence = 2
      $0.minCharacterTypes = 3
      $0.allowed = "123abX"
      $0.first = .lowercase
      $0.reuse = ReuseRule(last: 3)
    }
    let both = try left.adding(right)
    let expected = Self.policy {
      $0.name = "added"
      $0.length = Bounds(min: 10, max: 20)
      $0.characters.digits = Bounds(min: 1, max: 4)
      $0.maxRepeatedRun = 2
      $0.maxSequence = 2
      $0.minCharacterTypes = 3
      $0.allowed = "ab123"
      $0.first = .lowercase
      $0.reuse = ReuseRule(last: 5)
    }
    #expect(both == expected)
  }

  @Test("Rules on a set of symbols name its characters when the other policy has another set")
  func symbols() throws {
    let left = Self.policy {
      $0.characters.symbols.min = 1
      $0.characters.symbolSet = "!#"
      $0.first = .symbols
    }
    let right = Self.policy {
      $0.characters.symbolSet = "-_"
      $0.minCharacterTypes = 3
    }
    let both = try left.adding(right)
    #expect(try right.adding(left).characters.symbolSet == "-_")
    #expect(both.characters.symbolSet == "-_")
    #expect(both.characters.symbols == Bounds())
    #expect(
      both.sets == [SetRule(set: CharacterUnion(characters: "!#"), bounds: Bounds(min: 1))])
    #expect(both.first == nil)
    #expect(both.firstAllowed == "!#")
  }

  @Test("Everything that no single policy can express is an error with its place")
  func inexpressible() {
    let left = Self.policy {
      $0.minCharacterTypes = 3
      $0.characters.symbolSet = "!"
      $0.first = .digits
      $0.last = .letters
      $0.badPasswords.words = ["acme"]
      $0.strength = Self.strength(.strong, preferredLength: 10)
    }
    let right = Self.policy {
      $0.minCharacterTypes = 2
      $0.first = .letters
      $0.last = .symbols
      $0.badPasswords.words = ["acme"]
      $0.badPasswords.match = .substring
      $0.strength = Self.strength(.strong, preferredLength: 12)
    }
    do {
      _ = try left.adding(right)
      Issue.record("said by one policy")
    } catch {
      #expect(
        error.problems.map { $0.description.prefix { $0 != ":" } } == [
          "$.characters.symbols.set", "$.first", "$.last", "$.badPasswords.match", "$.strength",
        ])
    }
  }

  @Test("The mandatory one of two strengths applies, and with the same meter the higher level")
  func strengths() throws {
    let average = Self.policy { $0.strength = Self.strength(.average, preferredLength: 10) }
    let strong = Self.policy { $0.strength = Self.strength(.strong, preferredLength: 10) }
    #expect(try average.adding(strong).strength == strong.strength)
    #expect(try strong.adding(average).strength == strong.strength)
    let advisory = Self.policy { $0.strength = StrengthRule() }
    #expect(try advisory.adding(strong).strength == strong.strength)
    #expect(try strong.adding(advisory).strength == strong.strength)
  }

  @Test("Whole words that are too short for any password agree with words as parts")
  func shortWords() throws {
    let parts = Self.policy {
      $0.length.min = 6
      $0.badPasswords.words = ["acme"]
      $0.badPasswords.match = .substring
    }
    let whole = Self.policy { $0.badPasswords.words = ["false", "null", "ﬃx"] }
    let both = try parts.adding(whole)
    #expect(both.badPasswords == parts.badPasswords)
    #expect(try whole.adding(parts).badPasswords == parts.badPasswords)
    let longer = Self.policy { $0.badPasswords.words = ["falsey"] }
    #expect(throws: PolicyError.self) { try parts.adding(longer) }
  }

  private static func strength(
    _ level: Strength.Level, preferredLength: Int
  ) -> StrengthRule {
    var rule = StrengthRule()
    rule.preferredLength = preferredLength
    rule.compliance = level
    rule.mandatory = true
    return rule
  }

  @Test("A whole word that a longer, decomposed password equals is not dropped")
  func decomposedWord() throws {
    var left = Policy(length: 2...)
    left.badPasswords.words = ["\u{E9}"]
    var right = Policy()
    right.badPasswords.words = ["abc"]
    right.badPasswords.match = .substring
    #expect(throws: PolicyError.self) { try left.adding(right) }
    left.length.min = 3
    #expect(try left.adding(right).badPasswords.words == ["abc"])
  }
}
