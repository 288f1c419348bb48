import CharacterSets
import PasswordPolicy
import Patterns
import Testing
import TextAutomata
import _TestSupport

@Suite("Forbidden text")
struct ForbiddenTextTests {
  static func policy(
    _ words: [String], _ match: BadPasswords.Match, patterns: [String] = []
  ) throws -> CompiledPolicy {
    var policy = Policy()
    policy.badPasswords.words = words
    policy.badPasswords.match = match
    policy.badPasswords.patterns = patterns
    return try CompiledPolicy(policy)
  }

  static func items(
    _ words: [String], _ match: BadPasswords.Match, patterns: [String] = []
  ) throws -> [TextAutomaton.Item]? {
    try policy(words, match, patterns: patterns).forbiddenText(maximumItems: 10)
  }

  static func wholeWords(_ policy: CompiledPolicy) -> [String] {
    var words: [String] = []
    policy.forEachWholeWord { words.append(String(decoding: $0, as: UTF8.self)) }
    return words
  }

  @Test("Patterns come first, then each word once, folded, if it can be ASCII")
  func whole() throws {
    let words = ["One", "two", "ONE", "été", "\u{17F}ix", "one", "straße"]
    #expect(
      try Self.items(words, .whole, patterns: ["^a", "É"]) == [
        .regex("^a"), .regex("É"), .whole(Array("two".utf8)), .whole(Array("six".utf8)),
        .whole(Array("one".utf8)), .whole(Array("strasse".utf8)),
      ])
  }

  @Test("Of words that a password must not contain, only those that contain no other are included")
  func parts() throws {
    let words = ["hers", "xaby", "HE", "she", "AB", "été", "ab", "b1", "b", "cx", "cab", "c"]
    #expect(
      try Self.items(words, .substring) == ["b", "c", "he"].map { .substring(Array($0.utf8)) })
  }

  @Test(
    "With more items than the maximum there is no result", arguments: BadPasswords.Match.allCases)
  func maximum(match: BadPasswords.Match) throws {
    let policy = try Self.policy(["one", "two", "ONE", "été"], match, patterns: ["a", "b", "c"])
    #expect(policy.forbiddenText(maximumItems: 5)?.count == 5)
    #expect(policy.forbiddenText(maximumItems: 4) == nil)
    #expect(policy.forbiddenText(maximumItems: 3) == nil)
    #expect(policy.forbiddenText(maximumItems: 2) == nil)
  }

  @Test("A policy without bad passwords forbids nothing")
  func nothing() throws {
    let policy = try CompiledPolicy(Policy())
    #expect(policy.forbiddenText(maximumItems: 0) == [])
    #expect(Self.wholeWords(policy).isEmpty)
  }

  @Test("Each whole word is visited once, in any script")
  func wholeWords() throws {
    let words = ["One", "two", "ONE", "été", "ÉTÉ"]
    #expect(Self.wholeWords(try Self.policy(words, .whole)) == ["two", "one", "été"])
    #expect(Self.wholeWords(try Self.policy(words, .substring)).isEmpty)
  }

  @Test("Each word of a long list with repeats is visited once")
  func many() throws {
    var generator = SplitMix(seed: 4)
    let words = (0..<20_000).map { _ in String(generator.next() % 10_000, radix: 36) }
    let given = Self.wholeWords(try Self.policy(words, .whole))
    #expect(given.count == Set(words).count)
    #expect(Set(given) == Set(words))
  }

  @Test("An automaton of the forbidden text agrees with the policy", arguments: 0..<8)
  func agreement(seed: Int) throws {
    var generator = SplitMix(seed: UInt64(seed))
    let letters = ["a", "b", "A", "1", "\u{17F}", "s", "é"]
    let patterns = ["^a", "1$", "b.b", "[^a-b]{2}", "\\bs", "é", "ab{2,}"]
    for _ in 0..<40 {
      let words = (0..<Int.random(in: 0...8, using: &generator)).map { _ in
        (0..<Int.random(in: 1...4, using: &generator)).map { _ in generator.pick(letters) }.joined()
      }
      let policy = try Self.policy(
        words, seed % 2 == 0 ? .whole : .substring,
        patterns: Array(patterns.shuffled(using: &generator).prefix(seed % 3)))
      let items = try #require(policy.forbiddenText(maximumItems: 20))
      let automaton = try TextAutomaton(
        items, alphabet: ASCIISet("aAbsS1".utf8), stateBudget: 1000)
      for _ in 0..<100 {
        let text = (0..<Int.random(in: 1...6, using: &generator)).map { _ in
          generator.pick(["a", "A", "b", "s", "S", "1"])
        }.joined()
        #expect(automaton.matches(text.utf8) == !policy.isCompliant(text), "\(items) \(text)")
      }
    }
  }
}
