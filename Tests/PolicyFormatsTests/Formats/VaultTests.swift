import PasswordPolicy
import PolicyFormats
import Testing

@Suite("Vault's policies")
struct VaultTests {
  static func read(_ text: String) throws -> Policy {
    let (policy, losses) = try PolicyFormat.vaultHCL.read(Array(text.utf8))
    #expect(losses.isEmpty)
    return policy
  }

  static func problems(_ text: String) -> [String] {
    do {
      _ = try PolicyFormat.vaultHCL.read(Array(text.utf8))
      return []
    } catch {
      return error.problems.map(\.description)
    }
  }

  static let documented = """
    # Comments of every kind
    length = 20 // here

    rule "charset" {
      charset = "abcdefghijklmnopqrstuvwxyz"
      min-chars = 1
    }
    rule "charset" { charset = "ABCDEFGHIJKLMNOPQRSTUVWXYZ", min-chars = 2 }
    rule "charset" = {
      /* and
         here */
      "charset" = "0123456789"
    }
    rule "charset" {
      charset = "!@#$%^&*\\"\\\\\\u00e9"
      min-chars = 1
    }
    """

  @Test("are read with sets recognized as kinds")
  func documentedPolicy() throws {
    let policy = try Self.read(Self.documented)
    var expected = Policy()
    expected.length = Bounds(min: 20, max: 20)
    expected.allowed =
      "!\"#$%&*0123456789@ABCDEFGHIJKLMNOPQRSTUVWXYZ\\^abcdefghijklmnopqrstuvwxyzé"
    expected.characters.uppercase.min = 2
    expected.sets = [
      SetRule(
        set: CharacterUnion(characters: "abcdefghijklmnopqrstuvwxyz"), bounds: Bounds(min: 1)),
      SetRule(
        set: CharacterUnion(groups: [.symbols], characters: "é"), bounds: Bounds(min: 1)),
    ]
    #expect(policy == expected)
  }

  @Test("are written, and read back the same")
  func written() throws {
    let policy = try Self.read(Self.documented)
    let (text, losses) = PolicyFormat.vaultHCL.write(policy)
    #expect(losses.isEmpty)
    #expect(try Self.read(text) == policy)
    #expect(
      text == """
        length = 20

        rule "charset" {
          charset = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
          min-chars = 2
        }

        rule "charset" {
          charset = "abcdefghijklmnopqrstuvwxyz"
          min-chars = 1
        }

        rule "charset" {
          charset = "!\\"#$%&*@\\\\^é"
          min-chars = 1
        }

        rule "charset" {
          charset = "0123456789"
        }

        """)
  }

  @Test("have no text that begins an expression")
  func expression() throws {
    var policy = Policy()
    policy.length = Bounds(min: 8, max: 8)
    policy.allowed = "!${}"
    let (text, losses) = PolicyFormat.vaultHCL.write(policy)
    #expect(text.contains("charset = \"!{}$\""))
    #expect(losses.isEmpty)
    #expect(try Self.read(text) == policy)
  }

  @Test("express three of four kinds by a set for each pair")
  func types() throws {
    var policy = Policy()
    policy.length = Bounds(min: 12, max: 12)
    policy.allowed = "-012ABC_abc"
    policy.minCharacterTypes = 3
    let (text, losses) = PolicyFormat.vaultHCL.write(policy)
    #expect(losses.isEmpty)
    #expect(text.split(separator: "rule").count == 7)
    #expect(try Self.read(text) == policy)
  }

  @Test("have one length and a list of characters")
  func lengths() {
    var policy = Policy()
    policy.length = Bounds(min: 12, max: 64)
    policy.characters.symbols.min = 1
    let (text, losses) = PolicyFormat.vaultHCL.write(policy)
    #expect(text.hasPrefix("length = 20\n"))
    #expect(text.contains("charset = \"!#$%&*+-/=^_\"\n  min-chars = 1"))
    #expect(
      losses.losses.map { "\($0.path) \($0.effect)" } == [
        "$.length strengthened", "$.allowed strengthened",
      ])
    policy.length = Bounds(min: 3, max: 3)
    let short = PolicyFormat.vaultHCL.write(policy)
    #expect(short.text.hasPrefix("length = 4\n"))
    #expect(short.losses.losses.contains { $0.effect == .weakened && $0.path == "$.length.max" })
  }

  @Test(
    "that are wrong are reported with their place",
    arguments: [
      ("", "line 1, column 1: there is no length; add length = 20"),
      ("length = 20", "line 1, column 1: there is no rule; add rule"),
      ("length = 3", "line 1, column 10: the number is out of range; use 4 to 100"),
      ("length = twenty", "line 1, column 10: a whole number is expected"),
      ("length 20", "line 1, column 8: an equals sign is expected"),
      ("lenght = 20", "line 1, column 1: no such name: “lenght”; known names: length, rule"),
      ("length = 20\nlength = 21", "line 2, column 1: length is set twice"),
      ("rule charset {}", "line 1, column 6: the kind of rule is expected"),
      ("rule \"regex\" { charset = \"a\" }", "line 1, column 6: no such kind of rule: “regex”"),
      ("rule \"charset\" charset", "line 1, column 16: an opening brace is expected"),
      ("rule \"charset\" { }", "line 1, column 6: the rule has no characters"),
      ("rule \"charset\" { charset = \"\" }", "line 1, column 6: the rule has no characters"),
      ("rule \"charset\" { charset = abc\n}", "line 1, column 28: a string in double quotes"),
      ("rule \"charset\" { charset = \"abc\n}", "line 1, column 28: the string has no end"),
      ("rule \"charset\" { charset = \"\\q\" }", "line 1, column 29: no such escape"),
      ("rule \"charset\" { charset = \"\\u00\" }", "line 1, column 29: no such escape"),
      ("rule \"charset\" { charset = \"a\" min-chars = -1 }", "line 1, column 44: a whole number"),
      ("rule \"charset\" { charset = \"a\" max = 1\n}", "line 1, column 32: no such name: “max”"),
      ("rule \"charset\" { charset = \"a\"", "line 1, column 6: the rule has no end"),
      ("/* x", "line 1, column 1: the comment has no end"),
    ])
  func wrong(text: String, problem: String) {
    let problems = Self.problems(text)
    #expect(problems.first?.hasPrefix(problem) == true, "\(problems)")
  }

  @Test("are reported with everything that is wrong")
  func several() {
    let problems = Self.problems(
      "length = x\nrule \"charset\" {\n  charset = 'a'\n  min = 1\n}\nfoo = 3\n")
    #expect(
      problems.map { $0.prefix { $0 != ":" } } == [
        "line 1, column 10", "line 3, column 13", "line 4, column 3", "line 2, column 6",
        "line 6, column 1",
      ])
  }
}
