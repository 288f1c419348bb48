import PasswordPolicy
import PolicyFormats
import Testing

@Suite("SailPoint's policies")
struct SailPointTests {
  static func read(_ json: String) throws -> (policy: Policy, losses: [String]) {
    let (policy, losses) = try PolicyFormat.sailpoint.read(Array(json.utf8))
    return (policy, losses.losses.map { "\($0.path) \($0.effect)" })
  }

  static func problems(_ json: String) -> [String] {
    do {
      _ = try PolicyFormat.sailpoint.read(Array(json.utf8))
      return []
    } catch {
      return error.problems.map(\.description)
    }
  }

  @Test("have a rule for each key")
  func all() throws {
    let (policy, losses) = try Self.read(
      """
      {"name": "strong", "minLength": 12, "maxLength": 64, "minAlpha": 3, "minUpper": 1,
       "minLower": 2, "minNumeric": 4, "minSpecial": 5, "minCharacterTypes": 3,
       "maxRepeatedChars": 2}
      """)
    var expected = Policy()
    expected.name = "strong"
    expected.length = Bounds(min: 12, max: 64)
    expected.characters.letters.min = 3
    expected.characters.uppercase.min = 1
    expected.characters.lowercase.min = 2
    expected.characters.digits.min = 4
    expected.characters.symbols.min = 5
    expected.minCharacterTypes = 3
    expected.maxRepeatedRun = 2
    expected.allowed =
      " !\"#$%&'()*+,-./0123456789;<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[\\]^_`abcdefghijklmnopqrstuvwxyz{|}~"
    #expect(policy == expected)
    #expect(losses.isEmpty)
  }

  @Test("allow the documented symbols but no colon")
  func symbols() throws {
    let policy = try CompiledPolicy(Self.read("{\"minSpecial\": 1}").policy)
    let documented = "~!@#$%^*()/_+-`={}\\|][;?,.&><'\" "
    #expect(documented.unicodeScalars.count == 32)
    for symbol in documented { #expect(policy.isCompliant("a\(symbol)")) }
    for refused in [":", "£", "ß", "\t"] { #expect(!policy.isCompliant("a!\(refused)")) }
  }

  @Test("ignore numbers of 0 and -1", arguments: [0, -1])
  func off(number: Int) throws {
    let keys = [
      "minLength", "maxLength", "minAlpha", "minUpper", "minLower", "minNumeric", "minSpecial",
      "minCharacterTypes", "maxRepeatedChars",
    ]
    let json = "{" + keys.map { "\"\($0)\": \(number)" }.joined(separator: ", ") + "}"
    let policy = try Self.read(json).policy
    var expected = Policy()
    expected.allowed = policy.allowed
    #expect(policy == expected)
  }

  @Test("limit runs to the number itself: passsword has three in a row")
  func runs() throws {
    let policy = try CompiledPolicy(Self.read("{\"maxRepeatedChars\": 2}").policy)
    #expect(policy.isCompliant("password"))
    #expect(!policy.isCompliant("passsword"))
  }

  @Test("report settings that a policy cannot express")
  func losses() throws {
    let (policy, losses) = try Self.read(
      """
      {"id": "2c91808e", "description": null, "sourceIds": ["x"], "dateCreated": 1639056206564,
       "useDictionary": true, "useAccountAttributes": true, "useIdentityAttributes": false,
       "validateAgainstAccountId": true, "accountIdMinWordLength": 2,
       "validateAgainstAccountName": true, "accountNameMinWordLength": 5,
       "enablePasswdExpiration": true, "passwordExpiration": 90, "firstExpirationReminder": 10,
       "requireStrongAuthn": true, "minLength": 8, "newKey": 1}
      """)
    #expect(policy.length.min == 8)
    #expect(
      losses == [
        "$.useDictionary dropped", "$.useAccountAttributes weakened",
        "$.validateAgainstAccountId weakened", "$.accountIdMinWordLength weakened",
        "$.validateAgainstAccountName weakened", "$.accountNameMinWordLength strengthened",
        "$.passwordExpiration dropped", "$.newKey dropped",
      ])
  }

  @Test("that are wrong are reported with everything that is")
  func wrong() {
    #expect(Self.problems("7") == ["$: an integer; use an object"])
    #expect(
      Self.problems("{\"minLength\": }").first?.hasPrefix("line 1, column 15: not JSON") == true)
    #expect(
      Self.problems("{\"minLength\": 08,\n \"maxLength\": none}") == [
        "line 1, column 16: not JSON: a digit after a leading zero",
        "line 2, column 15: not JSON: a value is expected",
      ])
    #expect(
      Self.problems(
        "{\"minLength\": \"8\", \"minAlpha\": -2, \"minCharacterTypes\": 5, \"useDictionary\": 1, \"minUpper\": 1, \"minUpper\": 2, \"name\": 3}"
      ) == [
        "$.minUpper: the key occurs twice; remove one",
        "$.name: an integer; use a string",
        "$.minLength: a string; use an integer",
        "$.minAlpha: -2 is out of range; use -1 to 4096",
        "$.minCharacterTypes: 5 is out of range; use -1 to 4",
        "$.useDictionary: an integer; use true or false",
      ])
  }

  // MARK: Writing

  static func write(_ policy: Policy) -> (text: String, losses: [String]) {
    let (text, losses) = PolicyFormat.sailpoint.write(policy)
    return (text, losses.losses.map { "\($0.path) \($0.effect)" })
  }

  @Test("are written with every rule, and read back the same")
  func written() throws {
    let json = """
      {
        "name": "strong",
        "minLength": 12,
        "maxLength": 64,
        "minAlpha": 3,
        "minUpper": 1,
        "minLower": 2,
        "minNumeric": 4,
        "minSpecial": 5,
        "minCharacterTypes": 3,
        "maxRepeatedChars": 2
      }

      """
    let (text, losses) = Self.write(try Self.read(json).policy)
    #expect(text == json)
    #expect(losses.isEmpty)
    let none = """
      {
        "minLength": 0,
        "maxLength": 0,
        "minAlpha": 0,
        "minUpper": 0,
        "minLower": 0,
        "minNumeric": 0,
        "minSpecial": 0,
        "minCharacterTypes": -1,
        "maxRepeatedChars": -1
      }

      """
    #expect(Self.write(try Self.read("{}").policy).text == none)
  }

  @Test("express a group of letters of both cases as letters")
  func letters() throws {
    let rules = try AppleRules(parsing: "required: lower, upper; required: digit; allowed: special")
    let (text, losses) = Self.write(rules.policy)
    #expect(text.contains("\"minAlpha\": 1,"))
    #expect(text.contains("\"minNumeric\": 1,"))
    #expect(losses == ["$.allowed strengthened", "$.allowed weakened"])
  }

  @Test("report what they cannot express")
  func unsaid() {
    var policy = Policy()
    policy.characters.digits = Bounds(min: 1, max: 4)
    policy.characters.symbols = Bounds(min: 1)
    policy.characters.symbolSet = "-_"
    policy.characters.uppercase.max = 0
    policy.sets = [
      SetRule(set: CharacterUnion(groups: [.digits], characters: "-"), bounds: Bounds(min: 1))
    ]
    policy.maxSequence = 3
    policy.first = .letters
    policy.last = .digits
    policy.firstAllowed = "abc"
    policy.lastAllowed = "123"
    policy.badPasswords.words = ["acme"]
    policy.badPasswords.wordFiles = ["words"]
    policy.badPasswords.patterns = ["x"]
    policy.badPasswords.patternFiles = ["patterns"]
    policy.strength = StrengthRule()
    policy.reuse = ReuseRule(last: 3)
    #expect(
      Self.write(policy).losses == [
        "$.sets[0].min dropped", "$.characters.digits.max dropped", "$.allowed strengthened",
        "$.characters.upper.max weakened", "$.characters.symbols.set weakened",
        "$.maxSequence dropped", "$.first dropped", "$.last dropped", "$.firstAllowed dropped",
        "$.lastAllowed dropped", "$.badPasswords.words dropped",
        "$.badPasswords.wordFiles dropped", "$.badPasswords.patterns dropped",
        "$.badPasswords.patternFiles dropped", "$.strength dropped", "$.reuse dropped",
      ])
  }

  @Test("are read from a list of one, and a list of several is refused with their names")
  func list() throws {
    let one = try PolicyFormat.sailpoint.read(Array(#"[{"minLength": 8}]"#.utf8)).policy
    #expect(one.length.min == 8)
    for (list, problem) in [
      ("[]", "$: an array of 0 values; give one object"),
      ("[1, 2]", "$: an array of 2 values; give one object"),
      ("[7]", "$: an integer; use an object"),
      (
        #"[{"name": "first"}, {"name": "second\u0007"}, {}]"#,
        "$: an array of 3 values; give one of them: “first”, “second\u{FFFD}”"
      ),
    ] {
      do {
        _ = try PolicyFormat.sailpoint.read(Array(list.utf8))
        Issue.record("nothing is wrong with \(list)")
      } catch {
        #expect(error.description == problem)
      }
    }
  }
}
