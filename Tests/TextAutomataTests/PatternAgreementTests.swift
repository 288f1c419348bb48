import CharacterSets
import Patterns
import Testing
import TextAutomata
import _TestSupport

@Suite("Automata of patterns")
struct PatternAgreementTests {
  /// Of the hand-written patterns, those that RE2 takes and an automaton does not.
  static let unsupported: Set<String> = [
    "(?P<é>a)", "\\C", "\\pL", "\\PL", "\\p{Greek}", "[\\pL]", "[\\p{L}a]", "\\x{d800}",
    "a{99999999999999999999}", "(?-i:a)b", "a(?-i)b", "(a(?-i)b)b", "(?-i:a|(?i:b))1",
    "a|(?-i)b|A1",
  ]

  @Test(
    "An automaton and RE2 agree on every short text and on long ones",
    arguments: HandWrittenPatterns.all)
  func agreement(pattern: String) throws {
    var generator = SplitMix(seed: 1)
    let short = ASCIISet("aAb1-\n".utf8)
    guard let set = Agreement.set([pattern]), !Self.unsupported.contains(pattern) else {
      #expect(throws: TextAutomatonError.self) {
        try TextAutomaton([.regex(pattern)], alphabet: short, stateBudget: 4096)
      }
      return
    }
    #expect(Self.difference(pattern, set, alphabet: short, length: 4, &generator) == nil)
    let all = ASCIISet(UInt8(0)...127)
    #expect(Self.difference(pattern, set, alphabet: all, length: 1, &generator) == nil)
  }

  static func difference(
    _ pattern: String, _ set: PatternSet, alphabet: ASCIISet, length: Int,
    _ generator: inout SplitMix
  ) -> [UInt8]? {
    guard
      let automaton = try? TextAutomaton(
        [.regex(pattern)], alphabet: alphabet, stateBudget: 4096)
    else { return Array("no automaton".utf8) }
    let isMatch = { (text: [UInt8]) in set.matches(bytes: text) }
    return Agreement.difference(automaton, isMatch, alphabet: alphabet, length: length)
      ?? Agreement.difference(
        automaton, isMatch, alphabet: alphabet, randomTexts: 60, length: 5...40,
        using: &generator)
  }

  @Test("Only the two characters outside ASCII that match ASCII letters in RE2 do so here")
  func otherCases() throws {
    // Ranges that are halved down to the characters on which the two disagree.
    var ranges: [ClosedRange<UInt32>] = [0x80...0xD7FF, 0xE000...0x10FFFF]
    var matching: [UInt32] = []
    while let range = ranges.popLast() {
      let pattern = "[\\x{\(hexadecimal(range.lowerBound))}-\\x{\(hexadecimal(range.upperBound))}]"
      let set = try #require(Agreement.set([pattern]))
      let automaton = try TextAutomaton(
        [.regex(pattern)], alphabet: ASCIISet(UInt8(0)...127), stateBudget: 2)
      let codes = (UInt8(0)...127).filter { set.matches(bytes: [$0]) }
      #expect(codes == (0...127).filter { automaton.matches([$0]) }, "\(pattern)")
      if codes.isEmpty { continue }
      if range.count == 1 {
        matching.append(range.lowerBound)
      } else {
        let middle = (range.lowerBound + range.upperBound) / 2
        ranges += [range.lowerBound...middle, middle + 1...range.upperBound]
      }
    }
    #expect(matching.sorted() == [0x17F, 0x212A])
  }

  private func hexadecimal(_ value: UInt32) -> String { String(value, radix: 16) }

  @Test(
    "Patterns that are case-sensitive only in part are unsupported",
    arguments: [
      "(?-i:b)|b", "[^b](?-i)b", "(?-i:é)a", "a(?-i)[^1]", "a(?-i)\\w", "(?-i)\\D(?i)b",
      "(?-i)[[:alpha:]](?i)[[:^digit:]]", "(?-i:a)\\Qa\\E",
    ])
  func mixedCase(pattern: String) {
    #expect(
      throws: TextAutomatonError.unsupported([
        UnsupportedRegex(item: 0, reason: "letters with regard to case beside others without")
      ])
    ) { try TextAutomaton([.regex(pattern)], alphabet: .printable, stateBudget: 100) }
  }

  @Test("Several patterns match what any of them matches")
  func several() throws {
    let patterns = ["^a", "b$", "\\b1", "(?m)^-", "aa"]
    let alphabet = ASCIISet("ab1-\n".utf8)
    let set = try #require(Agreement.set(patterns))
    let automaton = try TextAutomaton(
      patterns.map { .regex($0) }, alphabet: alphabet, stateBudget: 100)
    #expect(
      Agreement.difference(
        automaton, { set.matches(bytes: $0) }, alphabet: alphabet, length: 6) == nil)
  }

  @Test("Every pattern that is not supported is reported with its place and the reason")
  func reasons() {
    #expect(
      throws: TextAutomatonError.unsupported([
        UnsupportedRegex(item: 1, reason: "a Unicode class, near character 2"),
        UnsupportedRegex(item: 3, reason: "an empty pattern"),
      ])
    ) {
      try TextAutomaton(
        [.regex("a"), .regex("a\\pL"), .substring([97]), .regex("")],
        alphabet: .printable, stateBudget: 100)
    }
  }
}
