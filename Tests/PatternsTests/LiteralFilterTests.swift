import Patterns
import Testing
import _TestSupport

/// A set answers whether any pattern matches by way of a filter, and which ones do without it.
@Suite("Filter of literals")
struct LiteralFilterTests {
  private static let parts = [
    "summer", "Pass", "(?:foo|bar)", "[0-9]{2,4}", "x?", "q+", ".*", "(?i:Key)", "(?-i:Abc)",
    "\\bword\\b", "[kK]elvin", "(?:ab|cd)+ef", "stra\u{DF}e", "\u{17F}is", "[^a]", "s[aeiou]k",
    "(?:)",
    "\\x53ky", "(?:summer|win(?:ter)?)", "\\Qa.b\\E", "k{3}",
  ]
  private static let texts = [
    "summer", "SUMMER", "pass", "foo", "BAR", "2026", "x", "qq", "key", "KEY", "Abc", "abc",
    "word", " ", "kelvin", "\u{212A}elvin", "abcdef", "stra\u{DF}e", "STRASSE", "sis", "\u{17F}IS",
    "sak", "sky", "S", "k", "kkk", "win", "winter", "a.b", "-", "",
  ]

  private static let seeds = scaled(0..<5000)

  @Test("Every text that some pattern matches passes it")
  func agreement() throws {
    var matching = 0
    for seed in Self.seeds {
      var random = SplitMix(seed: UInt64(seed))
      func some(_ parts: [String], _ counts: ClosedRange<Int>) -> String {
        (0..<Int.random(in: counts, using: &random)).map { _ in
          parts.randomElement(using: &random) ?? ""
        }.joined()
      }
      let patterns = (0..<Int.random(in: 1...3, using: &random)).map { _ in
        ["", "^"].randomElement(using: &random)! + some(Self.parts, 1...3)
          + ["", "$"].randomElement(using: &random)!
      }
      let set = try PatternSet(patterns.map { Pattern($0, origin: .value("test")) })
      for _ in 0..<40 {
        let text = some(Self.texts, 0...4)
        let isMatched = !set.indicesOfMatches(in: text.utf8Span.span).isEmpty
        #expect(set.matches(text) == isMatched, "seed \(seed): \(patterns) \(text)")
        if isMatched { matching += 1 }
      }
    }
    #expect(matching > 2 * Self.seeds.count)
  }

  @Test("Long sets, near misses and every position of a literal")
  func places() throws {
    let words = (0..<1000).map { number in
      String("\(number + 1000)".map { Character(Unicode.Scalar(UInt8(97 + $0.wholeNumberValue!))) })
    }
    let set = try PatternSet(words.map { Pattern("\($0)[0-9]", origin: .value("test")) })
    for (index, word) in words.enumerated() {
      let before = String(repeating: "#", count: index % 13)
      #expect(set.matches("\(before)\(word.uppercased())7"))
      #expect(!set.matches("\(before)\(word)"))
      #expect(!set.matches("\(before)\(word.dropLast())#7"))
    }
  }

  @Test("Patterns without a literal still match")
  func none() throws {
    let set = try PatternSet(
      ["summer", "^.{0,3}$", "[0-9]{5}"].map { Pattern($0, origin: .value("test")) })
    for text in ["", "abc", "xx12345", "midSummer"] { #expect(set.matches(text)) }
    for text in ["abcd", "1234x", "sumer"] { #expect(!set.matches(text)) }
  }
}
