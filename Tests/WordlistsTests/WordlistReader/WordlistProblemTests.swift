import Testing
import Wordlists

@Suite("Reading a word list: problems")
struct WordlistProblemTests {
  static let longest = String(repeating: "x", count: 255)

  @Test(
    "Each problem is reported with its line",
    arguments: [
      ("red\n\ngreen\n", WordlistProblem.blankLine(line: 2)),
      ("red\n \t \ngreen\n", .blankLine(line: 2)),
      ("\nred\ngreen\n", .blankLine(line: 1)),
      ("red\r\n\r\ngreen\r\n", .blankLine(line: 2)),
      ("red\nlight green\n", .unprintable(line: 2)),
      ("red\ngreen\tblue\n", .unprintable(line: 2)),
      ("red\n\(longest)x\ngreen\n", .tooLong(line: 2)),
      ("red\ngreen\nblue\ngreen\n", .duplicate(word: "green", line: 4, firstLine: 2)),
      ("red\ngreen\r\nblue\n green\n", .duplicate(word: "green", line: 4, firstLine: 2)),
      ("11 red\n12 green\n13 red\n", .duplicate(word: "red", line: 3, firstLine: 1)),
      ("11 red\n12 green\nblue\n", .mixedNumbering(line: 3)),
      ("red\ngreen\n11 blue\n", .mixedNumbering(line: 3)),
      ("11 red\n12 green\n13\n", .mixedNumbering(line: 3)),
      ("11 red\n12 light green\n", .unprintable(line: 2)),
      ("red\n", .tooFewWords(count: 1)),
      ("red", .tooFewWords(count: 1)),
      ("11 red\n", .tooFewWords(count: 1)),
      ("", .tooFewWords(count: 0)),
      ("\u{FEFF}", .tooFewWords(count: 0)),
    ])
  func single(text: String, problem: WordlistProblem) {
    #expect(problems(Array(text.utf8)) == [problem])
  }

  @Test("All problems are reported at once, in the order of the lines")
  func allAtOnce() {
    let text: [UInt8] =
      Array("red\n\nred\nlight green\n11 blue\n".utf8) + [0x62, 0xFF, 0x0A]
      + Array("\(Self.longest)x\n\n".utf8)
    #expect(
      problems(text) == [
        .blankLine(line: 2), .duplicate(word: "red", line: 3, firstLine: 1), .unprintable(line: 4),
        .mixedNumbering(line: 5), .notUTF8(line: 6), .tooLong(line: 7),
      ])
  }

  @Test("Every repetition of a word names its first line")
  func repetitions() {
    #expect(
      problems(Array("a\nb\na\na\n".utf8)) == [
        .duplicate(word: "a", line: 3, firstLine: 1), .duplicate(word: "a", line: 4, firstLine: 1),
      ])
  }

  @Test("Only the first 100 problems are listed")
  func limit() {
    #expect(WordlistError.maximumReported == 100)
    let expected = (1...100).map { WordlistProblem.blankLine(line: $0) }
    #expect(problems([UInt8](repeating: 0x0A, count: 100)) == expected)
    #expect(problems([UInt8](repeating: 0x0A, count: 101)) == expected)
    #expect(problems([UInt8](repeating: 0x0A, count: 10_000)) == expected)
  }

  @Test("The maximum length of a word is 255 bytes")
  func longestWord() throws {
    #expect(Wordlist.maximumWordBytes == 255)
    #expect(try Wordlist(text: Array("red\n\(Self.longest)\n".utf8)).words[1] == Self.longest)
    let twoByteLetters = String(repeating: "é", count: 128)
    #expect(problems(Array("red\n\(twoByteLetters)\n".utf8)) == [.tooLong(line: 2)])
  }

  @Test("Descriptions say where, what and what to do, one problem per line")
  func descriptions() {
    let error = #expect(throws: WordlistError.self) {
      try Wordlist(text: Array("red\n\nred\n".utf8))
    }
    #expect(
      error?.description == """
        line 2: blank; remove the line
        line 3: “red” is already on line 1; remove one
        """)
  }

  @Test(
    "Each description names its line or count",
    arguments: [
      (WordlistProblem.notUTF8(line: 71), "line 71: "), (.blankLine(line: 72), "line 72: "),
      (.unprintable(line: 73), "line 73: "), (.tooLong(line: 74), "line 74: "),
      (.duplicate(word: "w", line: 75, firstLine: 5), "line 75: "),
      (.mixedNumbering(line: 76), "line 76: "), (.tooFewWords(count: 1), "1 word;"),
      (.tooManyWords(count: 1_048_577), "1048577 words"),
    ])
  func place(problem: WordlistProblem, beginning: String) {
    #expect(problem.description.hasPrefix(beginning))
  }
}
