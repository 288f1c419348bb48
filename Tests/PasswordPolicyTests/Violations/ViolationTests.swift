import Foundation
import PasswordPolicy
import Testing

@Suite("Violations and rules")
struct ViolationTests {
  static let rules: [Rule] =
    [
      .lengthShort(min: 12), .lengthLong(max: 1), .lengthBytes(max: 16_384), .encoding,
      .disallowed(allowed: "ab\"\u{0}"), .disallowed(allowed: String(repeating: "é", count: 41)),
      .symbolsFew(of: "!#", min: 1), .symbolsFew(of: "!#", min: 2), .symbolsMany(of: "§", max: 0),
      .symbolsMany(of: ",", max: 1),
      .typesFew(min: 3), .runLong(max: 2), .runLong(max: 1), .sequenceLong(max: 3), .contextWord,
      .badWord(match: .whole), .badWord(match: .substring), .badPattern,
      .strengthLow(level: .strong), .reuse(last: 5), .reuse(last: 1),
      .setFew(CharacterUnion(groups: [.uppercase, .digits], characters: "-,\t\"é"), min: 1),
      .setFew(CharacterUnion(groups: [.letters]), min: 2),
      .setMany(CharacterUnion(characters: "aeiou"), max: 0),
      .setMany(CharacterUnion(groups: [.symbols], characters: "1"), max: 4),
      .firstDisallowed("abc\u{202E}"), .lastDisallowed(" "),
    ]
    + CharacterGroup.allCases.flatMap { group -> [Rule] in
      [
        .few(group, min: 1), .few(group, min: 2), .many(group, max: 0), .many(group, max: 1),
        .first(group), .last(group),
      ]
    }

  @Test("Codes are those that scripts compare")
  func codes() {
    let design: Set = [
      "length.short", "length.long", "characters.lower.few", "characters.symbols.many",
      "characters.disallowed", "types.few", "run.long", "sequence.long", "first", "last",
      "bad.word", "bad.pattern", "strength.low", "reuse",
    ]
    #expect(design.isSubset(of: Rule.codes))
    #expect(Set(Rule.codes).count == Rule.codes.count)
    #expect(Set(Self.rules.map(\.code)) == Set(Rule.codes))
  }

  @Test("Rules and violations survive JSON", arguments: rules)
  func codable(rule: Rule) throws {
    let data = try JSONEncoder().encode(rule)
    #expect(try JSONDecoder().decode(Rule.self, from: data) == rule)
    let violation = Violation(rule: rule)
    let encoded = try JSONEncoder().encode(violation)
    #expect(try JSONDecoder().decode(Violation.self, from: encoded) == violation)
    let object = try #require(
      try JSONSerialization.jsonObject(with: encoded) as? [String: Any])
    #expect(Set(object.keys) == ["code", "parameters", "message"])
    #expect(object["message"] as? String == violation.message)
  }

  @Test("Sentences begin with a capital, end with a period, and differ", arguments: rules)
  func sentences(rule: Rule) {
    for sentence in [rule.requirement, rule.violationMessage] {
      #expect(sentence.first?.isUppercase == true)
      #expect(sentence.last == ".")
    }
    #expect(rule.requirement != rule.violationMessage)
  }

  @Test("A rule with an unknown code or without its parameters is refused")
  func refused() {
    #expect(Rule(code: "no.such", parameters: [:]) == nil)
    #expect(Rule(code: "length.short", parameters: [:]) == nil)
    #expect(Rule(code: "first", parameters: ["class": .name("vowels")]) == nil)
    #expect(Rule(code: "length.short", parameters: ["min": .name("x")]) == nil)
    #expect(Rule(code: "sets.few", parameters: ["min": .number(1)]) == nil)
    let vowels: [String: Rule.Parameter] = [
      "groups": .name("lower,vowels"), "characters": .name(""), "max": .number(1),
    ]
    #expect(Rule(code: "sets.many", parameters: vowels) == nil)
    #expect(Rule(code: "first.disallowed", parameters: [:]) == nil)
    #expect(Rule(code: "characters.disallowed", parameters: [:]) == nil)
    #expect(
      Rule(code: "characters.lower.few", parameters: ["characters": .name("a"), "min": .number(1)])
        == nil)
  }

  @Test("Sets are described by their names and characters, invisible ones as code points")
  func sets() {
    let set = CharacterUnion(groups: [.uppercase, .digits], characters: "-_\t\u{202E}")
    #expect(
      Rule.setFew(set, min: 1).requirement
        == "Use at least 1 character of these: uppercase letters, digits, “-_U+0009U+202E”.")
    #expect(
      Rule.setMany(CharacterUnion(characters: "aeiou"), max: 0).violationMessage
        == "The password has a character of these: “aeiou”.")
    #expect(Rule.firstDisallowed("abc").requirement == "Begin with one of “abc”.")
    #expect(
      Rule.lastDisallowed("abc").violationMessage
        == "The password does not end with one of “abc”.")
  }

  @Test(
    "Sentences and parameters give the allowed characters and symbols, and part of long sets")
  func characters() throws {
    let policy = try Policy(
      json: Array(
        #"{"allowed": "ab!#", "characters": {"symbols": {"min": 2, "max": 3, "set": "!#"}}}"#.utf8))
    #expect(
      policy.explain().prefix(3).map(\.requirement) == [
        "Use at least 2 symbols of “!#”.", "Use at most 3 symbols of “!#”.",
        "Use only these characters: “ab!#”.",
      ])
    let violations = try CompiledPolicy(policy).violations(of: "!é")
    #expect(
      violations.map(\.message) == [
        "The password has fewer than 2 symbols of “!#”.",
        "The password has a character that is none of these: “ab!#”.",
      ])
    #expect(
      violations.map(\.parameters) == [
        ["characters": .name("!#"), "min": .number(2)], ["characters": .name("ab!#")],
      ])
    let long = Rule.disallowed(allowed: String(repeating: "abcde", count: 9))
    #expect(
      long.requirement
        == "Use only these characters: “\(String(repeating: "abcde", count: 8))…” (45 in all).")
    #expect(long.parameters["characters"] == .name(String(repeating: "abcde", count: 9)))
  }

  @Test("The rules are explained without a password")
  func explain() throws {
    let policy = try Policy(json: Array(PolicyDecodingTests.full.utf8))
    #expect(
      policy.explain().map(\.requirement) == [
        "Use at least 12 characters.", "Use at most 64 characters.",
        "Use at least 1 lowercase letter.", "Use at least 1 uppercase letter.",
        "Use at least 1 digit.", "Use at most 6 digits.",
        "Use at least 1 symbol of “!#$%^&*+/=_-”.",
        "Use at least 1 character of these: uppercase letters, digits, “:;”.",
        "Use at most 20 characters of these: uppercase letters, digits, “:;”.",
        "Use at least 3 of these kinds: lowercase letters, uppercase letters, digits, symbols.",
        "Do not use a character more than 2 times in a row.",
        "Do not use a sequence of more than 3 characters, such as abcd, 4321 or qwerty.",
        "Begin with a letter.", "End with one of “abcXYZ!”.",
        "Do not use a common or listed password.",
        "Do not use a forbidden pattern.", "Reach a strength of “Strong”.",
        "Do not use one of the last 5 passwords again.",
        "Do not use your user name, or a part of 3 or more characters of your name or e-mail address, if these are known.",
      ])
  }

  @Test("Compliance is decided in the order of Passwordstate")
  func order() throws {
    let policy = try Policy(json: Array(PolicyDecodingTests.full.utf8))
    #expect(
      policy.rules.prefix(5).map(\.code)
        == ["bad.word", "bad.pattern", "strength.low", "reuse", "length.short"])
  }
}
