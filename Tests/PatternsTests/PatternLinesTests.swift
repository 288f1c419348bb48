import Patterns
import Testing
import _TestSupport

@Suite("Lines of a pattern file")
struct PatternLinesTests {
  static func lines(_ text: String) throws -> [Pattern] {
    try Pattern.lines(of: Array(text.utf8), file: "f")
  }

  @Test("Each line is a pattern; blank lines and comments are skipped but counted")
  func lines() throws {
    let patterns = try Self.lines("\u{FEFF}one\r\n\n# comment\n\\#two\n three ")
    #expect(patterns.map(\.text) == ["one", "\\#two", " three "])
    #expect(patterns.map(\.origin.description) == ["f:1", "f:4", "f:5"])
  }

  @Test("An empty file has no patterns")
  func empty() throws {
    #expect(try Self.lines("").isEmpty)
    #expect(try Self.lines("\n\n").isEmpty)
  }

  @Test("Every line that is not UTF-8 is reported")
  func invalid() {
    let text: [UInt8] = Array("a\n".utf8) + [0xFF, 0x0A] + Array("b\n".utf8) + [0xC3]
    #expect(
      throws: PatternError(problems: [
        .notUTF8(.line(2, file: "f")), .notUTF8(.line(4, file: "f")),
      ])
    ) { try Pattern.lines(of: text, file: "f") }
  }

  @Test(
    "Problems past the first 100 are only counted", arguments: [(100, 0), (101, 1), (250, 150)])
  func many(count: Int, rest: Int) {
    let lines = [[UInt8]](repeating: [0xFF, 0x0A], count: count).flatMap(\.self)
    let patterns = (1...count).map { Pattern("(", origin: .line($0, file: "f")) }
    for error in [
      #expect(throws: PatternError.self) { try Pattern.lines(of: lines, file: "f") },
      #expect(throws: PatternError.self) { try PatternSet(patterns) },
    ] {
      let problems = error?.problems ?? []
      let more = rest == 0 ? [] : [PatternProblem.more(count: rest, first: .line(101, file: "f"))]
      #expect(Array(problems.dropFirst(100)) == more)
    }
    #expect(
      PatternProblem.more(count: 2, first: .line(101, file: "f")).description
        == "f:101: and 2 more problems from here on")
  }

  @Test("Whatever the bytes, loading ends in patterns or in an error")
  func fuzz() {
    var generator = SplitMix(seed: 7)
    let pieces = Array("ab(|)[]{}*+?\\^$.-0919,:i<>P=!#\n\r\u{0}éß".utf8)
    for _ in 0..<3000 {
      let count = Int.random(in: 0...40, using: &generator)
      let text = (0..<count).map { _ in
        Int.random(in: 0..<20, using: &generator) == 0
          ? UInt8.random(in: 0...255, using: &generator)
          : pieces[Int.random(in: 0..<pieces.count, using: &generator)]
      }
      guard let patterns = try? Pattern.lines(of: text, file: "f"),
        let set = try? PatternSet(patterns, memoryBudget: 8 << 20)
      else { continue }
      _ = set.matches(bytes: text)
      #expect(set.matches(bytes: text) == !set.indicesOfMatches(in: text.span).isEmpty)
    }
  }
}
