import Patterns
import Testing
import _TestSupport

@Suite("Patterns of other engines")
struct ForeignSyntaxTests {
  /// A pattern of another engine, and what the advice on it says.
  struct Foreign: Sendable, CustomTestStringConvertible {
    let text: String
    let advice: String
    var testDescription: String { text }

    init(_ text: String, _ advice: String) {
      self.text = text
      self.advice = advice
    }
  }

  private static let refused = [
    Foreign("(?<year>20\\d\\d)", "(?P<year>…)"), Foreign("(?'year'20)", "(?P<year>…)"),
    Foreign("(?=.*[0-9])", "look-around"), Foreign("(?!abc)x", "look-around"),
    Foreign("(?<=a)b", "look-around"), Foreign("(?<!a)b", "look-around"),
    Foreign("(?>ab)c", "atomic"), Foreign("ab(?#comment)", "comment"), Foreign("(?|a|b)", "(?:…)"),
    Foreign("(a)\\1", "back-reference"), Foreign("(a)\\k<n>", "back-reference"),
    Foreign("(a)\\g{1}", "back-reference"), Foreign("(?P<n>a)(?P=n)", "back-reference"),
    Foreign("(a)(?1)", "recursion"), Foreign("a(?R)?", "recursion"), Foreign("(?&n)", "recursion"),
    Foreign("(?(1)a|b)", "condition"), Foreign("a++b", "possessive"),
    Foreign("[ab]*+c", "possessive"),
    Foreign("a{2}+", "possessive"), Foreign("(?x) a b", "flag x"), Foreign("(?u)a", "flag u"),
    Foreign("abc\\Z", "\\z"), Foreign("\\Gabc", "\\A"), Foreign("\\u0041bc", "\\x{0041}"),
    Foreign("\\u{1F600}", "\\x{1F600}"), Foreign("\\U0001F600", "\\x{0001F600}"),
    Foreign("a\\hb", "[ \\t]"), Foreign("a\\Kb", "\\K"), Foreign("a\\Rb", "\\r?\\n"),
    Foreign("\\Xa", "\\X"), Foreign("\\cA", "\\x1B"), Foreign("\\e", "\\x1B"),
    Foreign("\\yab", "\\b"),
    Foreign("[\\b]", "\\x08"), Foreign("[[:<:]]a", "\\b"), Foreign("\\p{Alpha}", "[[:alpha:]]"),
    Foreign("\\p{IsAlphabetic}", "\\p{L}"), Foreign("\\p{Script=Greek}", "\\p{Greek}"),
    Foreign("\\p{IsGreek}", "\\p{Greek}"), Foreign("[\\p{Punct}x]", "[[:punct:]]"),
    Foreign("*password*", "wildcard"), Foreign("(*UTF8)a", "verb"),
  ]

  @Test("Syntax that RE2 rejects is named, with what to write instead", arguments: refused)
  func isRefused(foreign: Foreign) throws {
    let pattern = Pattern(foreign.text, origin: .line(3, file: "p.txt"))
    let error = try #require(throws: PatternError.self) { try PatternSet([pattern]) }
    let text = error.description
    #expect(text.hasPrefix("p.txt:3: "))
    #expect(text.contains(foreign.advice), "\(text)")
    #expect(pattern.doubts.isEmpty, "\(pattern.doubts)")
  }

  private static let taken = [
    Foreign("[a-z&&[^x]]", "&&"), Foreign("[\\w&&[^\\d]]", "&&"), Foreign("[a-z&&x]", "&&"),
    Foreign("[a-z-[aeiou]]", "set within a set"), Foreign("[a[bc]]", "set within a set"),
    Foreign("[[.hyphen.]]", "set within a set"),
    Foreign("[:digit:]+", "[[:digit:]]"), Foreign("^[:alpha:]$", "[[:alpha:]]"),
    Foreign("\\<word\\>", "\\b"), Foreign("word\\'", "\\z"), Foreign("\\`word", "\\A"),
    Foreign("/summer[0-9]/i", "slashes"), Foreign("/abc/", "slashes"), Foreign("a{,3}", "{0,3}"),
    Foreign("summer ", "blank"), Foreign(" summer", "blank"), Foreign("summer\t", "blank"),
  ]

  @Test(
    "Syntax that RE2 reads differently is doubtful, with what to write instead", arguments: taken)
  func isTaken(foreign: Foreign) throws {
    let pattern = Pattern(foreign.text, origin: .value("v"))
    _ = try PatternSet([pattern])
    #expect(pattern.doubts.count >= 1)
    #expect(pattern.doubts.contains { $0.contains(foreign.advice) }, "\(pattern.doubts)")
  }

  @Test(
    "RE2's own syntax is not doubtful",
    arguments: [
      "^summer[0-9]{2,4}", "[\\d_]+", "[[:alpha:]]x", "[^[:space:]]", "(?P<year>20)", "(?:ab)+?c",
      "(?i)abc", "(?i:a)b", "(?-s).", "(?is-m:a)", "a*?b", "a+?", "a??", "[a&]", "[&a&]", "[[]",
      "[]a]",
      "[^]a]", "[a\\]]", "\\[:alpha:\\]", "\\Q[a&&b]*+(?=\\E", "\\/path\\/", "a/b/c", "\\bword\\b",
      "\\Aabc\\z", "\\x{1F600}", "\\x41", "\\pL\\p{Greek}", "a{2}b", "a{2,}", "x{y}", "{", "a{,}",
      "\\+\\+", "[*+]+", "\\\\Z", "ab cd", "[ ]ab", "\\.$", "[+-]", "[a-]", "é+", "a|b|",
      "[[:alpha:]&]",
    ])
  func own(text: String) throws {
    let pattern = Pattern(text, origin: .value("v"))
    _ = try PatternSet([pattern])
    #expect(pattern.foreignSyntax.isEmpty, "\(pattern.foreignSyntax)")
  }

  @Test("Whatever the pattern, the search ends within it")
  func random() {
    var generator = SplitMix(seed: 11)
    let pieces = Array("ab[]^-&:(?<>='P#|*+{},19)\\QEupx/ iZ".unicodeScalars)
    for _ in 0..<20_000 {
      var text = String.UnicodeScalarView()
      for _ in 0..<Int.random(in: 0...24, using: &generator) {
        text.append(pieces[Int.random(in: 0..<pieces.count, using: &generator)])
      }
      _ = Pattern(String(text), origin: .value("v")).foreignSyntax
    }
  }
}
