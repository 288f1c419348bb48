import PasswordPolicy
import PolicyFormats
import Testing
import _TestSupport

@Suite("Policies for Vault")
struct VaultLimitTests {
  static let letters = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"

  static func write(_ json: String) throws -> (checker: VaultChecker, losses: [String]) {
    let (text, losses) = PolicyFormat.vaultHCL.write(try Policy(json: Array(json.utf8)))
    let checker = VaultChecker(text)
    #expect(checker.refusals.isEmpty, "\(checker.refusals)\n\(text)")
    return (checker, losses.losses.map { "\($0.path) \($0.effect)" })
  }

  @Test(
    "omit a minimum that is met without it",
    arguments: [
      #"{"letters": {"min": 12}, "upper": {"min": 1}}"#,
      #"{"letters": {"min": 2}, "upper": {"min": 1}, "lower": {"min": 11}}"#,
    ])
  func implied(characters: String) throws {
    let (checker, losses) = try Self.write(
      #"{"length": {"min": 12, "max": 12}, "allowed": "\#(Self.letters)", "characters": \#(characters)}"#
    )
    #expect(losses.isEmpty)
    #expect(checker.rules.allSatisfy { $0.characters.count == 26 })
    #expect(checker.makes("Aaaaaaaaaaaa"))
    #expect(!checker.makes("aaaaaaaaaaaa"))
  }

  @Test(
    "say each set once, where letters of one case are all the letters",
    arguments: [
      (#"{"lower": {"min": 3}}"#, "abcdefghijklmnopqrstuvwxyz!"),
      (#"{"upper": {"min": 3}}"#, "ABCDEFGHIJKLMNOPQRSTUVWXYZ!"),
      (#"{"letters": {"min": 4}}"#, "abc!"),
      (#"{"upper": {"min": 2}, "symbols": {"min": 2}}"#, "AB!"),
    ])
  func oneCase(characters: String, allowed: String) throws {
    let (checker, losses) = try Self.write(
      #"{"length": {"min": 4, "max": 4}, "allowed": "\#(allowed)", "characters": \#(characters)}"#)
    #expect(losses.isEmpty)
    #expect(Set(checker.rules.map(\.characters)).count == checker.rules.count)
    #expect(checker.rules.reduce(0) { $0 + $1.min } <= 4)
  }

  @Test("lower the minimum of the largest set when they do not fit, and report it")
  func lowered() throws {
    let (checker, losses) = try Self.write(
      """
      {"length": {"min": 8, "max": 8}, "allowed": "\(Self.letters)0123456789",
       "characters": {"letters": {"min": 6}, "upper": {"min": 1}, "lower": {"min": 1},
       "digits": {"min": 1}}}
      """)
    #expect(losses == ["$.characters.letters.min weakened"])
    #expect(checker.rules.reduce(0) { $0 + $1.min } == 8)
  }

  @Test("require each kind when pairs of kinds do not fit, and report it")
  func kinds() throws {
    func policy(length: Int) -> String {
      """
      {"length": {"min": \(length), "max": \(length)}, "allowed": "\(Self.letters)0123456789-_",
       "minCharacterTypes": 3}
      """
    }
    let five = try Self.write(policy(length: 5))
    #expect(five.losses == ["$.minCharacterTypes strengthened"])
    #expect(five.checker.makes("aA1-a"))
    #expect(!five.checker.makes("aA1aa"))
    let six = try Self.write(policy(length: 6))
    #expect(six.losses.isEmpty)
    #expect(six.checker.makes("aA1aaa"))
    #expect(!six.checker.makes("aAaaaa"))
  }

  @Test("have a loss for more kinds than are drawn")
  func tooManyKinds() throws {
    let (_, losses) = try Self.write(
      #"{"length": {"min": 4, "max": 4}, "allowed": "abAB01-", "minCharacterTypes": 4, "characters": {"lower": {"min": 1}, "letters": {"min": 2}}}"#
    )
    #expect(losses == [])
    var policy = Policy()
    policy.length = Bounds(min: 8, max: 8)
    policy.allowed = "ab\u{1}"
    policy.minCharacterTypes = 2
    let report = PolicyFormat.vaultHCL.write(policy).losses.losses.map {
      "\($0.path) \($0.effect)"
    }
    #expect(report == ["$.allowed strengthened", "$.minCharacterTypes dropped"])
  }

  @Test("draw no character that is not printable")
  func printing() throws {
    let (checker, losses) = try Self.write(
      #"{"length": {"min": 8, "max": 8}, "allowed": "abcé\t\u0001\u00a0\u200b"}"#)
    #expect(Set(checker.rules.flatMap(\.characters)) == Set("abcé".unicodeScalars))
    #expect(losses == ["$.allowed strengthened"])
    let nothing = try Self.write(#"{"length": {"min": 8, "max": 8}, "allowed": "\t\u0001"}"#)
    #expect(nothing.losses == ["$.allowed dropped"])
  }

  @Test("draw 256 characters at most, one of each required set among them")
  func many() throws {
    let characters = String(
      String.UnicodeScalarView((0x4E00...0x5000).compactMap(Unicode.Scalar.init)))
    let (checker, losses) = try Self.write(
      #"{"length": {"min": 8, "max": 8}, "allowed": "\#(characters)z1", "characters": {"digits": {"min": 1}}, "sets": [{"characters": "倀", "min": 1}]}"#
    )
    #expect(losses == ["$.allowed strengthened"])
    #expect(Set(checker.rules.flatMap(\.characters)).count == 256)
    #expect(checker.makes("1倀zzzzzz"))
  }

  @Test(
    "are 4 to 100 characters long",
    arguments: [
      (3, 4, "$.length.max weakened"), (4, 4, nil), (100, 100, nil),
      (101, 100, "$.length.min weakened"), (4096, 100, "$.length.min weakened"),
    ] as [(Int, Int, String?)])
  func lengths(wanted: Int, written: Int, loss: String?) throws {
    let (checker, losses) = try Self.write(
      #"{"length": {"min": \#(wanted), "max": \#(wanted)}, "allowed": "ab"}"#)
    #expect(checker.length == written)
    #expect(losses == [loss].compactMap(\.self))
  }

  @Test(
    "that Vault refuses are refused when they are read",
    arguments: [
      "length = 4\nrule \"charset\" { charset = \"ab\" min-chars = 3 }\nrule \"charset\" { charset = \"bc\" min-chars = 2 }",
      "length = 4\nrule \"charset\" { charset = \"ab\\t\" }",
      "length = 4\nrule \"charset\" { charset = \"ab\\u00a0\" }",
      #"{"length": 4, "rule": [{"charset": {"charset": "ab", "min-chars": 5}}]}"#,
      #"{"length": 4, "rule": {"charset": {"charset": "ab\u0007"}}}"#,
    ])
  func refused(text: String) {
    do {
      _ = try PolicyFormat.vaultHCL.read(Array(text.utf8))
      Issue.record("nothing is wrong")
    } catch {
      #expect(error.problems.count == 1)
      #expect(error.description.contains("Vault refuses it: "), "\(error)")
    }
  }

  @Test(
    "are read as JSON, with and without arrays",
    arguments: [
      #"{"length": 12, "rule": [{"charset": {"charset": "abc"}}, {"charset": {"charset": "12", "min-chars": 1}}]}"#,
      #" {"rule": [{"charset": [{"charset": "abc"}]}, {"charset": [{"charset": "12", "min-chars": 1}]}], "length": 12}"#,
    ])
  func json(text: String) throws {
    let policy = try PolicyFormat.vaultHCL.read(Array(text.utf8)).policy
    let same =
      "length = 12\nrule \"charset\" { charset = \"abc\" }\nrule \"charset\" { charset = \"12\" min-chars = 1 }"
    #expect(try policy == PolicyFormat.vaultHCL.read(Array(same.utf8)).policy)
  }

  @Test(
    "that are wrong JSON are reported with their path",
    arguments: [
      (#"{}"#, "$.length: there is no length"),
      (#"{"length": 12}"#, "$.rule: there is no rule"),
      (#"{"length": 12, "rule": []}"#, "$.rule: there is no rule"),
      (#"{"length": 3, "rule": {"charset": {"charset": "a"}}}"#, "$.length: 3 is out of range"),
      (#"{"length": 12, "rules": []}"#, "$.rules: no such name"),
      (#"{"length": 12, "rule": [{"regex": {}}]}"#, "$.rule[0].regex: no such kind of rule"),
      (#"{"length": 12, "rule": [{}]}"#, "$.rule[0]: a rule holds one charset"),
      (#"{"length": 12, "rule": [7]}"#, "$.rule[0]: an integer; use an object"),
      (
        #"{"length": 12, "rule": [{"charset": {}}]}"#,
        "$.rule[0].charset: the rule has no characters"
      ),
      (
        #"{"length": 12, "rule": [{"charset": {"charset": "a", "max": 3}}]}"#,
        "$.rule[0].charset.max: no such name"
      ),
      (#"{"length": 12, "rule": "#, "line 1, column 24: not JSON"),
    ])
  func wrongJSON(text: String, problem: String) {
    do {
      _ = try PolicyFormat.vaultHCL.read(Array(text.utf8))
      Issue.record("nothing is wrong")
    } catch {
      #expect(error.description.hasPrefix(problem), "\(error)")
    }
  }
}
