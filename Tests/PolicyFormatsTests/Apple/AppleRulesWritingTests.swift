import CharacterSets
import PasswordGeneration
import PasswordPolicy
import PolicyFormats
import Testing

@Suite("Policies as Apple's rules")
struct AppleRulesWritingTests {
  static func write(_ policy: Policy) -> (rules: String, losses: [String]) {
    var losses = LossReport()
    let rules = AppleRules(policy, losses: &losses)
    return (rules.description, losses.losses.map { "\($0.path) \($0.effect)" })
  }

  static let ascii = String(String.UnicodeScalarView((0x20...0x7E).map { Unicode.Scalar($0) }))

  @Test("express lengths, runs and one of each kind without loss")
  func exact() {
    var policy = Policy()
    policy.allowed = Self.ascii
    policy.length = Bounds(min: 8, max: 20)
    policy.maxRepeatedRun = 2
    policy.characters.lowercase.min = 1
    policy.characters.digits.min = 1
    let (rules, losses) = Self.write(policy)
    #expect(
      rules
        == "minlength: 8; maxlength: 20; required: lower; required: digit; allowed: upper, special, [/\\]; max-consecutive: 2;"
    )
    #expect(losses.isEmpty)
  }

  @Test("express a number of kinds by groups that overlap", arguments: [(2, 4), (3, 6), (4, 4)])
  func types(count: Int, groups: Int) throws {
    var policy = Policy()
    policy.allowed = "0123456789ABCabc-_"
    policy.minCharacterTypes = count
    let (rules, losses) = Self.write(policy)
    #expect(losses.isEmpty)
    #expect(rules.split(separator: "required").count == groups)
    let read = try AppleRules(parsing: rules).policy
    if count < 4 { #expect(read.minCharacterTypes == count) }
    if count < 4 { #expect(read.sets.isEmpty) }
    let (before, after) = (try CompiledPolicy(policy), try CompiledPolicy(read))
    for password in ["", "a", "a1", "aA", "a1-", "aA-", "aA1", "A1_", "aA1-", "a1a1"] {
      #expect(before.isCompliant(password) == after.isCompliant(password), "\(password)")
    }
  }

  @Test("forbid a kind by what they allow")
  func forbidden() {
    var policy = Policy()
    policy.allowed = "0123456789abcdefghijklmnopqrstuvwxyz-"
    policy.characters.digits.max = 0
    let (rules, losses) = Self.write(policy)
    #expect(rules == "allowed: lower, [-];")
    #expect(losses.isEmpty)
    policy.allowed = nil
    let (ofASCII, strengthened) = Self.write(policy)
    #expect(ofASCII == "allowed: lower, upper, special, [/\\];")
    #expect(strengthened == ["$.characters.digits.max strengthened"])
  }

  @Test("omit minimums of letters that those of each case imply")
  func implied() {
    var policy = Policy()
    policy.allowed = Self.ascii
    policy.characters.lowercase.min = 1
    policy.characters.uppercase.min = 1
    policy.characters.letters.min = 2
    let (rules, losses) = Self.write(policy)
    #expect(rules == "required: lower; required: upper; allowed: digit, special, [/\\];")
    #expect(losses.isEmpty)
  }

  @Test("report what they cannot express")
  func unsaid() {
    var policy = Policy()
    policy.characters.digits = Bounds(min: 2, max: 4)
    policy.characters.letters.min = 3
    policy.sets = [SetRule(set: CharacterUnion(characters: "é"), bounds: Bounds(min: 1))]
    policy.maxSequence = 3
    policy.first = .letters
    policy.lastAllowed = "a"
    policy.badPasswords.words = ["acme"]
    policy.strength = StrengthRule()
    policy.reuse = ReuseRule(last: 5)
    let (rules, losses) = Self.write(policy)
    #expect(rules == "required: digit; required: lower, upper; allowed: unicode;")
    #expect(
      losses == [
        "$.characters.digits.min weakened", "$.characters.letters.min weakened",
        "$.sets[0].min dropped", "$.characters strengthened", "$.characters.digits.max dropped",
        "$.maxSequence dropped", "$.first dropped", "$.lastAllowed dropped",
        "$.badPasswords.words dropped", "$.strength dropped", "$.reuse dropped",
      ])
  }

  @Test("allow printable ASCII when a policy also allows other characters")
  func others() {
    var policy = Policy()
    policy.allowed = "abcé\t"
    let (rules, losses) = Self.write(policy)
    #expect(rules == "allowed: [abc];")
    #expect(losses == ["$.allowed strengthened"])
  }

  @Test("draw what they permit, at the length that they allow")
  func recipes() throws {
    func recipe(_ rules: String) throws -> (String, ClosedRange<Int>) {
      let recipe = try AppleRules(parsing: rules).recipe
      return (recipe.alphabet.description, recipe.minLength...(recipe.maxLength ?? 0))
    }
    #expect(try recipe("").0 == Self.ascii)
    #expect(try recipe("").1 == 20...20)
    #expect(try recipe("minlength: 30; allowed: [-a9Z]").0 == "-9Za")
    #expect(try recipe("minlength: 30").1 == 30...30)
    #expect(try recipe("maxlength: 8").1 == 8...8)
    #expect(try recipe("required: digit").0 == "0123456789")
    #expect(try recipe("required: [ ~]").0 == " ~")
    #expect(try recipe("required: lower; allowed: unicode").0 == Self.ascii)
  }
}
