import Foundation
import PasswordPolicy
import Testing
import _TestSupport

@Suite("Policy as JSON")
struct PolicyDecodingTests {
  static let full = """
    {
      "name": "corporate",
      "length": { "min": 12, "max": 64 },
      "characters": {
        "lower":   { "min": 1 },
        "upper":   { "min": 1 },
        "digits":  { "min": 1, "max": 6 },
        "symbols": { "min": 1, "set": "!#$%^&*+/=_-" }
      },
      "sets": [{ "groups": ["upper", "digits"], "characters": ":;", "min": 1, "max": 20 }],
      "allowed": null,
      "minCharacterTypes": 3,
      "maxRepeatedRun": 2,
      "maxSequence": 3,
      "first": "letters",
      "last": null,
      "firstAllowed": null,
      "lastAllowed": "abcXYZ!",
      "badPasswords": {
        "words": ["acme"], "wordFiles": ["bad.txt"], "match": "whole",
        "patterns": ["^summer[0-9]{2,4}"], "patternFiles": []
      },
      "strength": {
        "preferredLength": 16, "weights": [50, 15, 15, 20],
        "minNumeric": 1, "minSymbol": 1, "minLower": 1, "minUpper": 1, "requireUpperAndLower": true,
        "compliance": "Strong", "mandatory": true
      },
      "reuse": { "last": 5 }
    }
    """

  static func problems(_ json: String) -> [PolicyProblem] {
    do {
      _ = try Policy(json: Array(json.utf8))
      return []
    } catch {
      return error.problems
    }
  }

  @Test("A policy with every key is read correctly")
  func design() throws {
    let policy = try Policy(json: Array(Self.full.utf8))
    var expected = Policy()
    expected.name = "corporate"
    expected.length = Bounds(min: 12, max: 64)
    expected.characters.lowercase.min = 1
    expected.characters.uppercase.min = 1
    expected.characters.digits = Bounds(min: 1, max: 6)
    expected.characters.symbols.min = 1
    expected.characters.symbolSet = "!#$%^&*+/=_-"
    expected.sets = [
      SetRule(
        set: CharacterUnion(groups: [.uppercase, .digits], characters: ":;"),
        bounds: Bounds(min: 1, max: 20))
    ]
    expected.lastAllowed = "abcXYZ!"
    expected.minCharacterTypes = 3
    expected.maxRepeatedRun = 2
    expected.maxSequence = 3
    expected.first = .letters
    expected.badPasswords.words = ["acme"]
    expected.badPasswords.wordFiles = ["bad.txt"]
    expected.badPasswords.patterns = ["^summer[0-9]{2,4}"]
    var strength = StrengthRule()
    strength.preferredLength = 16
    strength.minNumeric = 1
    strength.minSymbol = 1
    strength.minLower = 1
    strength.minUpper = 1
    strength.requireUpperAndLower = true
    strength.compliance = .strong
    strength.mandatory = true
    expected.strength = strength
    expected.reuse = ReuseRule(last: 5)
    #expect(policy == expected)
    #expect(
      try JSONDecoder().decode(Policy.self, from: Data(Self.full.utf8)) == expected)
  }

  @Test("Every key is optional, and null is the same as absent")
  func empty() throws {
    #expect(try Policy(json: Array("{}".utf8)) == Policy())
    let nulls = [
      "name", "length", "characters", "sets", "allowed", "firstAllowed", "lastAllowed",
      "badPasswords", "strength", "reuse",
    ]
    .map { "\"\($0)\": null" }.joined(separator: ",")
    #expect(try Policy(json: Array("{\(nulls)}".utf8)) == Policy())
  }

  @Test("Random policies survive JSON, by the package's own text and by Codable", arguments: 0..<4)
  func roundTrip(seed: Int) throws {
    var generator = SplitMix(seed: UInt64(seed))
    for _ in 0..<300 {
      var policy = generator.policy()
      if generator.chance(50) { policy.name = "a \"name\"\n\u{1}\\/é🙂" }
      if generator.chance(30) { policy.reuse = ReuseRule(last: 3) }
      guard policy.isFeasible else { continue }
      #expect(try Policy(json: Array(policy.json.utf8)) == policy)
      let data = try JSONEncoder().encode(policy)
      #expect(try JSONDecoder().decode(Policy.self, from: data) == policy)
      #expect(try Policy(json: Array(data)) == policy)
    }
  }

  @Test("All problems are reported at once, with their paths")
  func problems() {
    let json = """
      {"colour": 1, "length": {"min": -1, "max": "x", "mean": 3},
       "characters": {"digits": {"min": 2, "max": 1}, "vowels": {}}, "first": "consonants",
       "maxRepeatedRun": 0, "name": "a", "name": "b", "a key": 1,
       "strength": {"weights": [1, 2, "3"], "mandatory": 1}, "badPasswords": []}
      """
    #expect(
      Self.problems(json).map { $0.description.prefix { $0 != ":" } } == [
        "$.colour", "$.length.min", "$.length.max", "$.length.mean", "$.characters.vowels",
        "$.first", "$.maxRepeatedRun", "$.name", "$[\"a key\"]", "$.strength.weights[2]",
        "$.strength.mandatory", "$.badPasswords", "$.characters.digits",
      ])
  }

  @Test("An invalid rule on a set is reported once, and the places of the others are right")
  func setProblems() {
    let json = """
      {"sets": [{"groups": ["lower", "vowels", 1], "min": 1}, 3, null, {"set": "abc"},
        {"characters": 1, "min": "2"}, {"min": 1}, {"groups": ["upper"], "min": 3, "max": 2}],
       "firstAllowed": 1, "lastAllowed": ["a"]}
      """
    #expect(
      Self.problems(json).map { $0.description.prefix { $0 != ":" } } == [
        "$.sets[0].groups[1]", "$.sets[0].groups[2]", "$.sets[1]", "$.sets[2]", "$.sets[3].set",
        "$.sets[4].characters", "$.sets[4].min", "$.firstAllowed", "$.lastAllowed", "$.sets[6]",
        "$.sets[5]",
      ])
  }

  @Test(
    "A rule on reuse requires a number",
    arguments: [(#"{"reuse":{}}"#, "$.reuse"), (#"{"reuse":{"last":null}}"#, "$.reuse.last")])
  func incompleteReuse(json: String, path: String) {
    #expect(Self.problems(json).map { $0.description.prefix { $0 != ":" } } == [path[...]])
  }

  @Test(
    "Text that is not JSON is refused with its place",
    arguments: [
      ("", 1, 1), ("{", 1, 2), ("{\n  \"name\" 1}", 2, 10), ("{}x", 1, 3), ("{\"a\": tru}", 1, 7),
      ("[1,]", 1, 4), ("{\"name\": \"\u{1}\"}", 1, 11), ("{\"name\": \"\\x\"}", 1, 12),
      ("{\"é\": 01}", 1, 8), ("{\"name\": \"\\ud800\"}", 1, 17),
    ])
  func syntax(json: String, line: Int, column: Int) {
    let problems = Self.problems(json)
    #expect(problems.count == 1)
    guard case .syntax(let foundLine, let foundColumn, _) = problems.first else {
      Issue.record("\(problems)")
      return
    }
    #expect(foundLine == line)
    #expect(foundColumn == column)
  }

  @Test("All mistakes of the syntax are reported at once, and then no others")
  func syntaxProblems() {
    let json = """
      {"lenght": {"min": 08},
       "name": "C:\\corporate", "name": null,}
      """
    #expect(
      Self.problems(json) == [
        .syntax(line: 1, column: 21, reason: "a digit after a leading zero"),
        .syntax(
          line: 2, column: 14,
          reason: #"no such escape; use \" \\ \/ \b \f \n \r \t or \u and four digits"#),
        .syntax(line: 2, column: 39, reason: "a key in double quotes is expected after the comma"),
      ])
  }

  @Test("Deep nesting is refused, not followed")
  func nesting() {
    let json = String(repeating: "[", count: 100_000)
    #expect(Self.problems(json).count == 1)
  }

  @Test("Text that is not UTF-8 is refused with its place")
  func notUTF8() {
    #expect(throws: PolicyError(problems: [.syntax(line: 2, column: 2, reason: "not UTF-8")])) {
      try Policy(json: Array("{\n ".utf8) + [0xFF])
    }
  }

  @Test("Integers may be written in any way that JSON allows")
  func numbers() throws {
    let policy = try Policy(json: Array(#"{"length":{"min":1.2e1,"max":64.0}}"#.utf8))
    #expect(policy.length == Bounds(min: 12, max: 64))
    #expect(Self.problems(#"{"length":{"min":1.5}}"#).count == 1)
    #expect(Self.problems(#"{"length":{"min":1e400}}"#).count == 1)
    #expect(Self.problems(#"{"length":{"min":99999999999999999999}}"#).count == 1)
  }

  @Test("Whatever the bytes, decoding ends in a policy or in an error", arguments: 0..<4)
  func fuzz(seed: Int) {
    var generator = SplitMix(seed: UInt64(seed))
    let original = Array(Self.full.utf8)
    var taken = 0
    for _ in 0..<2000 {
      var bytes = original
      for _ in 0..<Int.random(in: 1...4, using: &generator) {
        let place = Int.random(in: 0..<bytes.count, using: &generator)
        switch Int.random(in: 0..<4, using: &generator) {
        case 0: bytes[place] = UInt8.random(in: 0...255, using: &generator)
        case 1: bytes.remove(at: place)
        case 2: bytes.insert(generator.pick(Array("{}[]\",:0123456789-e.\\u".utf8)), at: place)
        default:
          let end = min(bytes.count, place + Int.random(in: 0...30, using: &generator))
          bytes.insert(contentsOf: bytes[place..<end], at: generator.pick(0..<bytes.count))
        }
      }
      if let policy = try? Policy(json: bytes) {
        taken += 1
        #expect((try? Policy(json: Array(policy.json.utf8))) == policy)
      }
    }
    #expect(taken > 0)
  }
}
