import CharacterSets
import Patterns
import Testing
import TextAutomata
import _TestSupport

@Suite("Automata of hostile patterns")
struct HostilePatternTests {
  @Test(
    "A pattern that needs too much is refused",
    arguments: [
      "[ab]*a[ab]{20}", "a.{100}b", ".{1000}a.{1000}b", "([ab]{500}|[bc]{499}){2}",
      "^(?:a?b?c?d?e?f?){160}x$",
    ])
  func overBudget(pattern: String) {
    #expect(throws: TextAutomatonError.overBudget(states: 100)) {
      try TextAutomaton([.regex(pattern)], alphabet: .printable, stateBudget: 100)
    }
  }

  @Test("Too many patterns are refused")
  func tooMany() {
    let patterns = (0..<500).map { TextAutomaton.Item.regex("x\($0).{900}y") }
    #expect(throws: TextAutomatonError.overBudget(states: 2000)) {
      try TextAutomaton(patterns, alphabet: .printable, stateBudget: 2000)
    }
    let words = (0..<100_000).map { TextAutomaton.Item.whole(Array("word\($0)".utf8)) }
    #expect(throws: TextAutomatonError.overBudget(states: 2000)) {
      try TextAutomaton(words, alphabet: .printable, stateBudget: 2000)
    }
  }

  @Test("Groups nest up to the documented depth, and no deeper")
  func nesting() throws {
    func nested(_ depth: Int, _ open: String = "(", _ close: String = ")") -> String {
      String(repeating: open, count: depth) + "ab" + String(repeating: close, count: depth)
    }
    for pattern in [nested(1000), nested(1000, "(?:a|", ")*"), nested(1000, "((?i)", "))")] {
      let isSupported = !pattern.contains("((?i)")
      do {
        let automaton = try TextAutomaton(
          [.regex(pattern)], alphabet: .printable, stateBudget: 10)
        #expect(isSupported)
        #expect(automaton.matches("xABx".utf8))
      } catch {
        #expect(!isSupported)
      }
    }
    for pattern in [
      nested(1001), nested(8000, "(", ""), nested(8000, "", ")"), nested(8000),
      nested(5000, "(?:", ")"),
    ] {
      #expect(throws: TextAutomatonError.self) {
        try TextAutomaton([.regex(pattern)], alphabet: .printable, stateBudget: 10)
      }
    }
  }

  @Test("A budget of exactly the states is enough", arguments: [1, 2, 3, 10, 100, 1000])
  func budget(count: Int) throws {
    let word = (0..<count).map { UInt8(97 + $0 % 26) }
    for item: TextAutomaton.Item in [.substring(word), .regex("a{\(count)}")] {
      let automaton = try TextAutomaton(
        [item], alphabet: .printable, stateBudget: count + 1)
      #expect(automaton.stateCount == count + 1)
      #expect(throws: TextAutomatonError.overBudget(states: count)) {
        try TextAutomaton([item], alphabet: .printable, stateBudget: count)
      }
    }
  }

  /// Checks that a text is refused as a pattern or that the automaton agrees with RE2.
  static func check(_ pattern: String, using generator: inout SplitMix) -> Bool {
    let alphabet = ASCIISet("aB1-\n".utf8)
    guard
      let automaton = try? TextAutomaton(
        [.regex(pattern)], alphabet: alphabet, stateBudget: 500)
    else { return false }
    guard let set = Agreement.set([pattern]) else {
      // Only later versions of RE2 take such a name of a group.
      if pattern.contains("(?<") { return false }
      Issue.record("RE2 refuses \(pattern.debugDescription)")
      return false
    }
    let isMatch = { (text: [UInt8]) in set.matches(bytes: text) }
    let short = Agreement.difference(automaton, isMatch, alphabet: alphabet, length: 3)
    #expect(short == nil, "\(pattern.debugDescription)")
    let long = Agreement.difference(
      automaton, isMatch, alphabet: ASCIISet("aB1-\n".utf8), randomTexts: 30, length: 4...20,
      using: &generator)
    #expect(long == nil, "\(pattern.debugDescription)")
    return true
  }

  @Test("Every beginning and every end of a pattern is refused or agrees with RE2")
  func truncated() {
    var generator = SplitMix(seed: 2)
    let pattern =
      "(?i-s:a[^1-b\\d[:^alpha:]]{2,3}?)|\\Qx.\\E(?P<n1>\\x{41}|\\x62\\061)*$|\\b(?m)^-\\z[]\\n]+"
    for count in 1...pattern.count {
      _ = Self.check(String(pattern.prefix(count)), using: &generator)
      _ = Self.check(String(pattern.suffix(count)), using: &generator)
    }
    #expect(Self.check(pattern, using: &generator))
  }

  @Test("Random bytes are refused or agree with RE2", arguments: 0..<4)
  func randomBytes(seed: Int) {
    var generator = SplitMix(seed: UInt64(seed))
    let pieces = Array("aB1(|)[]{}*+?\\^$.-0919,:iPmsUQExdDwbBAz<>=!#n \n\r\u{0}é".unicodeScalars)
    var supported = 0
    for _ in 0..<scaled(1500) {
      let count = Int.random(in: 1...12, using: &generator)
      let bytes = (0..<count).flatMap { _ -> [UInt8] in
        Int.random(in: 0..<20, using: &generator) == 0
          ? [UInt8.random(in: 0...255, using: &generator)]
          : Array(String(pieces.randomElement(using: &generator)!).utf8)
      }
      if Self.check(String(decoding: bytes, as: UTF8.self), using: &generator) { supported += 1 }
    }
    #expect(supported > scaled(200))
  }

  @Test("Patterns with random mistakes are refused or agree with RE2", arguments: 0..<4)
  func mistakes(seed: Int) {
    var generator = SplitMix(seed: UInt64(seed))
    var patterns = RandomPattern(seed: UInt64(200 + seed))
    var supported = 0
    for _ in 0..<scaled(400) {
      var scalars = Array(patterns.next().unicodeScalars)
      for _ in 0..<Int.random(in: 1...3, using: &generator) where !scalars.isEmpty {
        let place = Int.random(in: scalars.indices, using: &generator)
        switch Int.random(in: 0..<3, using: &generator) {
        case 0: scalars.remove(at: place)
        case 1: scalars.swapAt(place, Int.random(in: scalars.indices, using: &generator))
        default: scalars.insert(scalars.randomElement(using: &generator)!, at: place)
        }
      }
      let pattern = String(String.UnicodeScalarView(scalars))
      if Self.check(pattern, using: &generator) { supported += 1 }
    }
    #expect(supported > scaled(100))
  }
}
