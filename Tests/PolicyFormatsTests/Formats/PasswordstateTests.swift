import CharacterSets
import PasswordGeneration
import PasswordPolicy
import Passwordstate
import PolicyFormats
import Testing

@Suite("Queries of Passwordstate")
struct PasswordstateTests {
  static func read(_ text: String) throws -> (policy: Policy, losses: [String]) {
    let (policy, losses) = try PolicyFormat.passwordstate.read(Array(text.utf8))
    return (policy, losses.losses.map { "\($0.path) \($0.effect)" })
  }

  @Test("become policies with their lengths and characters")
  func segment() throws {
    let (policy, losses) = try Self.read(
      "IncludeAlphaSpecial=true&minLength=8&maxLength=12&lowerCaseChars=true&numericChars=true&specialChars=true&specialCharsText=-_&ambiguousChars=false&ExcludeChars=aeiou&Qty=5\n"
    )
    var expected = Policy()
    expected.length = Bounds(min: 8, max: 12)
    expected.allowed = "-23456789_bcdfghjkmnpqrstvwxyz"
    #expect(policy == expected)
    #expect(losses.isEmpty)
  }

  @Test("keep the lengths and the characters of words")
  func words() throws {
    let (policy, losses) = try Self.read(
      "IncludeAlphaSpecial=true&minLength=4&numericChars=true&ambiguousChars=true&IncludeWordPhrases=true&NumberOfWords=2&MaxWordLength=5&PrefixAppend=P&SeparateWords=D"
    )
    #expect(losses == ["IncludeWordPhrases weakened"])
    #expect(policy.allowed == "-0123456789abcdefghijklmnopqrstuvwxyz")
    // Two words of 3 to 5 letters, two dashes, four digits.
    #expect(policy.length == Bounds(min: 12, max: 16))
  }

  @Test("lose patterns and shares")
  func patterns() throws {
    let (policy, losses) = try Self.read(
      "IncludeAlphaSpecial=true&Pattern=ln-&higherAlphaRatio=true&ambiguousChars=true")
    #expect(losses == ["Pattern dropped", "higherAlphaRatio dropped"])
    #expect(policy.length == Bounds(min: 3, max: 3))
    #expect(policy.allowed == "-0123456789abcdefghijklmnopqrstuvwxyz")
  }

  @Test("that are wrong are reported with everything that is")
  func wrong() {
    #expect(
      throws: FormatError(problems: [
        .query(.unknownKey("foo")), .query(.notBoolean(key: "IncludeAlphaSpecial")),
      ])
    ) { try PolicyFormat.passwordstate.read(Array("foo=1&IncludeAlphaSpecial=x".utf8)) }
    #expect(throws: FormatError(problems: [.recipe(.noParts)])) {
      try PolicyFormat.passwordstate.read([])
    }
  }

  @Test("without a recipe mean Passwordstate's default generator")
  func noRecipe() {
    do {
      _ = try PolicyFormat.passwordstate.read(Array("Qty=2".utf8))
      Issue.record("nothing is wrong")
    } catch {
      #expect(error.problems == [.recipe(.noParts)])
      #expect(error.description.contains("Passwordstate would use its default generator"))
    }
  }

  @Test("draw usual characters when no allowed one can be drawn, and report it")
  func undrawable() throws {
    var policy = Policy()
    policy.allowed = "é\u{1}"
    policy.length = Bounds(min: 0, max: 0)
    let (text, losses) = PolicyFormat.passwordstate.write(policy)
    #expect(
      losses.losses.map { "\($0.path) \($0.effect)" }.suffix(3) == [
        "$.length.max weakened", "$.allowed strengthened", "$.allowed dropped",
      ])
    #expect(try Self.read(text).policy.allowed?.count == 74)
  }

  @Test("are written so that they draw the allowed characters")
  func written() throws {
    var policy = Policy()
    policy.length = Bounds(min: 8, max: 12)
    policy.allowed = "-23456789_bcdfghjkmnpqrstvwxyz&"
    let (text, losses) = PolicyFormat.passwordstate.write(policy)
    #expect(losses.isEmpty)
    let query = try PasswordstateQuery(parsing: String(text.dropLast()))
    #expect(query.recipe.characters?.alphabet.description == "&-23456789_bcdfghjkmnpqrstvwxyz")
    let again = try Self.read(text).policy
    #expect(again.length == policy.length)
    #expect(again.allowed == "&-23456789_bcdfghjkmnpqrstvwxyz")
  }

  @Test("have default lengths and characters when the policy leaves them open")
  func open() throws {
    var policy = Policy()
    policy.characters.digits.min = 1
    policy.maxRepeatedRun = 2
    let (text, losses) = PolicyFormat.passwordstate.write(policy)
    #expect(
      losses.losses.map { "\($0.path) \($0.effect)" } == [
        "$.length.min strengthened", "$.length.max strengthened", "$.allowed strengthened",
        "$.characters.digits.min dropped", "$.maxRepeatedRun dropped",
      ])
    let read = try Self.read(text).policy
    #expect(read.length == Bounds(min: 20, max: 20))
    #expect(read.allowed?.count == 74)
  }
}
