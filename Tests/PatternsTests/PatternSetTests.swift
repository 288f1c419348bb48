import Patterns
import Testing

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

  @Test("Anchors hold")
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

  @Test("The indices of all matches come in ascending order")
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
      #expect(text.contains("p.txt:3: an empty pattern"))
      #expect(text.contains("p.txt:4: invalid escape sequence"))
      #expect(text.contains("p.txt:5: invalid character class range"))
      #expect(text.contains("p.txt:6: a pattern of more than 16384 bytes"))
    }
  }

  @Test("Patterns too big for the memory budget are an error that says so")
  func overBudget() throws {
    let patterns = (0..<100).map { Pattern("x\($0){900}y", origin: .value("\($0)")) }
    #expect(throws: PatternError(problems: [.overBudget(patterns: 100, bytes: 100_000)])) {
      try PatternSet(patterns, memoryBudget: 100_000)
    }
    #expect(
      PatternProblem.overBudget(patterns: 100, bytes: 100_000).description.contains(
        "do not fit the memory budget of 100000 bytes"))
  }

  @Test("A set whose automaton runs out of memory matches its patterns one by one")
  func exhausted() throws {
    let texts = ["^summer", "[0-9]{4}$", "winter"]
    let patterns = texts.map { Pattern($0, origin: .value($0)) }
    let usual = try PatternSet(patterns)
    let exhausted = try PatternSet(patterns, memoryBudget: 1 << 20, exhausted: true)
    for text in ["Summer", "a1234", "1234a", "xWinterx", "spring", "", "summer winter 2020"] {
      #expect(exhausted.matches(text) == usual.matches(text))
      #expect(
        exhausted.indicesOfMatches(in: text.utf8Span.span)
          == usual.indicesOfMatches(in: text.utf8Span.span))
    }
  }

  @Test("A pattern that cannot be matched even alone counts as matching")
  func failsClosed() throws {
    let big = Pattern("(abc|abd|acd){300}[a-z]{300}", origin: .value("big"))
    let usual = try PatternSet([big])
    #expect(!usual.matches("abc"))
    #expect(PatternSet.matchesAlone(big, memoryBudget: 1000, "abc"))
    #expect(!PatternSet.matchesAlone(big, memoryBudget: 8 << 20, "abc"))
  }

  @Test("Hostile patterns are refused or stay within their time", .timeLimit(.minutes(1)))
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
