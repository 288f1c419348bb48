import Patterns
import Testing
import _TestSupport

@Suite("Pattern set")
struct PatternSetTests {
  static func set(_ patterns: [String]) throws -> PatternSet {
    try PatternSet(
      patterns.enumerated().map { Pattern($1, origin: .line($0 + 1, file: "p.txt")) })
  }

  @Test("A pattern matches anywhere and without regard to case")
  func unanchored() throws {
    let set = try Self.set(["clickstudios"])
    #expect(set.matches("Clickstudios01"))
    #expect(set.matches("xx-clickSTUDIOS"))
    #expect(!set.matches("clickstudio"))
    #expect(!set.matches(""))
  }

  @Test("Anchors are respected")
  func anchors() throws {
    let set = try Self.set(["^summer[0-9]{2,4}$"])
    #expect(set.matches("Summer2026"))
    #expect(!set.matches("Summer1"))
    #expect(!set.matches("xSummer2026"))
    #expect(!set.matches("Summer2026!"))
  }

  @Test("Letters outside ASCII match in either case")
  func unicodeCase() throws {
    let set = try Self.set(["straße", "ÉTÉ"])
    #expect(set.matches("STRAßE"))
    #expect(set.matches("été"))
  }

  @Test("No pattern matches nothing")
  func empty() throws {
    let set = try Self.set([])
    #expect(!set.matches(""))
    #expect(!set.matches("anything"))
    #expect(set.indicesOfMatches(in: "x".utf8Span.span).isEmpty)
  }

  @Test("The indices of all matches are in ascending order")
  func indices() throws {
    let set = try Self.set(["b", "x", "a", "^a"])
    #expect(set.indicesOfMatches(in: "AB".utf8Span.span) == [0, 2, 3])
    #expect(set.indicesOfMatches(in: "-".utf8Span.span).isEmpty)
  }

  @Test("Every refused pattern is reported with its place and the reason")
  func refusals() throws {
    do {
      _ = try Self.set([
        "ok", "(?=x)", "", "(a)\\1", "[z-a]", String(repeating: "a", count: 16_385),
      ])
      Issue.record("refused patterns were taken")
    } catch let error as PatternError {
      #expect(error.problems.count == 5)
      let text = error.description
      #expect(text.contains("p.txt:2: invalid perl operator: (?="))
      #expect(text.contains("p.txt:3: an empty regular expression"))
      #expect(text.contains("p.txt:4: invalid escape sequence"))
      #expect(text.contains("p.txt:5: invalid character class range"))
      #expect(text.contains("p.txt:6: a pattern of more than 16384 bytes"))
    }
  }

  @Test("Patterns too large for the memory budget are reported as such")
  func overBudget() throws {
    let patterns = (0..<100).map { Pattern("x\($0){900}y", origin: .value("\($0)")) }
    #expect(throws: PatternError(problems: [.overBudget(patterns: 100, bytes: 100_000)])) {
      try PatternSet(patterns, memoryBudget: 100_000)
    }
    #expect(
      PatternProblem.overBudget(patterns: 100, bytes: 100_000).description.contains(
        "do not fit the memory budget of 100000 bytes"))
  }

  @Test("A set whose automaton runs out of memory matches every text")
  func exhausted() throws {
    let texts = ["^summer", "[0-9]{4}$", "winter"]
    let patterns = texts.map { Pattern($0, origin: .value($0)) }
    let exhausted = try PatternSet(patterns, memoryBudget: 1 << 20, exhausted: true)
    #expect(exhausted.matches("spring"))
    #expect(exhausted.indicesOfMatches(in: "spring".utf8Span.span) == [0, 1, 2])
  }

  // MARK: Work

  /// As many patterns as may be that keep all their instructions busy on a text of `a` to `f`, and
  /// match none.
  static func widest() -> [String] {
    (0..<36).map { "[\("abcdef".dropFirst($0 % 5).prefix(2))ab].{900}z" }
  }

  @Test("Patterns that cost too much time at every byte are refused, however small the file")
  func tooMuchWork() throws {
    let file = Array(repeating: "[cabdgl].{900}z", count: 100)
    do {
      _ = try Self.set(file)
      Issue.record("720,000 instructions were taken")
    } catch let error as PatternError {
      #expect(error.problems == [.tooMuchWork(patterns: 37, last: .line(37, file: "p.txt"))])
      #expect(
        error.description.hasPrefix(
          "p.txt:37: the patterns up to here, 37, compile to more than 262144 instructions"))
      #expect(error.description.hasSuffix("use fewer patterns or smaller repetition counts"))
    }
  }

  @Test("A single pattern that takes seconds to compile is refused before that")
  func hugePattern() {
    #expect(
      throws: PatternError(problems: [.tooMuchWork(patterns: 1, last: .line(1, file: "p.txt"))])
    ) { try Self.set(["\\pL{1000}"]) }
  }

  @Test("Ten thousand ordinary patterns are not too much work")
  func ordinary() throws {
    let words = ["password", "summer", "Company-", "qwertz"]
    let set = try Self.set(
      (0..<10_000).map { "^\(words[$0 % 4])\($0)[0-9]{2,4}[!?.]*$" })
    #expect(set.instructions <= PatternSet.maximumInstructions)
    #expect(set.matches("SUMMER93332026!?"))
    #expect(!set.matches("PASSWORD93332026!?"))
  }

  @Test("The largest set matches 4,096 bytes, and a text above the maximum work is refused")
  func boundedWork() throws {
    #expect(PatternSet.maximumInstructions * 4096 <= PatternSet.maximumWork)
    let set = try Self.set(Self.widest())
    #expect(set.instructions > PatternSet.maximumInstructions * 9 / 10)
    var generator = SplitMix(seed: 3)
    let text = (0..<5000).map { _ in "abcdef".utf8.randomElement(using: &generator)! }
    // Every byte needs a new state.
    #expect(!set.matches(bytes: Array(text.prefix(100))))
    let most = PatternSet.maximumWork / set.instructions
    #expect(4096 <= most && most < text.count)
    let long = Array(text.prefix(most + 1))
    #expect(set.matches(bytes: long))
    #expect(set.indicesOfMatches(in: long.span).count == set.count)
  }

  // Backtracking would not come to an end here.
  @Test("Hostile patterns are refused or take linear time")
  func hostilePatterns() throws {
    let hostile = [
      "(a+)+$", "((a{100}){100}){100}", "(x+x+)+y", "(.*)*", "(a|aa)+$",
      "[a-z]*[a-z]*[a-z]*[a-z]*x$",
      String(repeating: "(", count: 5000) + String(repeating: ")", count: 5000), "(?i:(?i:a))",
      "\\pL{1000}", ".{1000}.{1000}", "(a?){1000}a{1000}",
    ]
    let text = String(repeating: "a", count: 16_384)
    for pattern in hostile {
      guard let set = try? Self.set([pattern]) else { continue }
      _ = set.matches(text)
      _ = set.matches(text + "!")
    }
  }

  @Test("Bytes that are not UTF-8 are matched around")
  func invalidText() throws {
    let set = try Self.set(["ab"])
    let text: [UInt8] = [0xFF, 0xC3, 0x61, 0x42, 0x80]
    #expect(set.matches(bytes: text))
    let other: [UInt8] = [0xFF, 0x61, 0xC3, 0x62]
    #expect(!set.matches(bytes: other))
  }

  @Test("A set serves many threads at once")
  func threads() async throws {
    let set = try Self.set((0..<200).map { "word\($0)-(19|20)[0-9]{2}" })
    await withTaskGroup(of: Bool.self) { group in
      for task in 0..<8 {
        group.addTask {
          (0..<2000).allSatisfy { index in
            let number = (index * 7 + task) % 400
            return set.matches("xWORD\(number)-1987") == (number < 200)
          }
        }
      }
      for await isRight in group { #expect(isRight) }
    }
  }
}
