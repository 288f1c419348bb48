import Testing
import TextTools
import _TestSupport

@Suite("Problems of JSON")
struct JSONProblemTests {
  static func problems(_ text: String) -> [String] { problems(Array(text.utf8)) }

  static func problems(_ bytes: [UInt8]) -> [String] {
    do {
      _ = try JSON(parsing: bytes)
      return []
    } catch {
      return error.problems.map { "\($0.line):\($0.column) \($0.reason)" }
    }
  }

  @Test("All problems are reported at once, each with its line and column")
  func all() {
    let text = #"""
      {"name": "a\qb\u12",
       "é": [1e999, True, 01, -x, 2.,],
       "name": nil "list": ["a" "b"], "list": "\ud800!",}
      """#
    #expect(
      Self.problems(text) == [
        #"1:13 no such escape; use \" \\ \/ \b \f \n \r \t or \u and four digits"#,
        "1:19 four hexadecimal digits are expected",
        "2:8 a number out of range",
        "2:15 a value is expected",
        "2:22 a digit after a leading zero",
        "2:26 a digit is expected",
        "2:31 a digit is expected",
        "2:32 a value is expected after the comma",
        "3:2 the key occurs twice; remove one",
        "3:10 a value is expected",
        "3:14 a comma is expected",
        "3:27 a comma is expected",
        "3:33 the key occurs twice; remove one",
        "3:48 half of a surrogate pair",
        "3:51 a key in double quotes is expected after the comma",
      ])
  }

  @Test(
    "What follows is not guessed where it has no certain meaning",
    arguments: [
      ("", ["1:1 the text ends where a value is expected"]),
      ("{\"a\" 1, \"a\" 2}", ["1:6 a colon is expected"]),
      ("{\"a\": 'b', 'c'}", ["1:7 a value is expected"]),
      ("{\n \"a\": \"b\"c\", 1}", ["2:10 a comma or a closing brace is expected"]),
      ("[1 2, 01]", ["1:4 a comma or a closing bracket is expected"]),
      ("\"\\x", ["1:3 no such escape", "1:4 the text ends inside a string"]),
      ("[\"a\nb\"", ["1:4 a control character in a string", "2:3 a comma or a closing bracket"]),
      ("{} {}", ["1:4 something after the end"]),
      ("\u{FEFF}x", ["1:1 a value is expected"]),
      (
        #"["\uD800\" x", 01]"#,
        ["1:9 half of a surrogate pair", "1:17 a digit after a leading zero"]
      ),
    ])
  func stops(text: String, problems: [String]) {
    let found = Self.problems(text)
    #expect(found.count == problems.count)
    for (found, problem) in zip(found, problems) { #expect(found.hasPrefix(problem)) }
  }

  @Test("No more than a hundred problems are listed")
  func many() {
    let text = "[" + Array(repeating: "nil", count: 1000).joined(separator: ",") + "]"
    let places = (0..<JSONError.maximumReported).map { "1:\(2 + 4 * $0) a value is expected" }
    #expect(Self.problems(text) == places)
  }

  @Test(
    "A text in another encoding is named as such",
    arguments: [
      ([0x22, 0xFF, 0x22], "1:2 not UTF-8"), ([0x5B, 0x0A, 0xC0, 0x80], "2:1 not UTF-8"),
      ([0x22, 0xED, 0xA0, 0x80, 0x22], "1:2 not UTF-8"),
      ([0x7B, 0, 0x7D, 0], "1:1 the text is UTF-16LE"),
      ([0xFE, 0xFF, 0, 0x7B], "1:1 the text is UTF-16"),
      ([0x1F, 0x8B, 8], "1:1 the file is compressed"),
    ] as [([UInt8], String)])
  func encodings(bytes: [UInt8], problem: String) {
    let found = Self.problems(bytes)
    #expect(found.count == 1)
    #expect(found.first?.hasPrefix(problem) == true)
  }

  @Test("Nothing of the text is quoted, whatever is wrong with it", arguments: 0..<4)
  func secrets(seed: Int) {
    var random = SplitMix(seed: UInt64(seed))
    let original = Array(#"{"password": "zqzqzq", "zqzqzq": [12.5e1, "zq\u00e9", true]}"#.utf8)
    for _ in 0..<500 {
      var bytes = original
      for _ in 0..<Int.random(in: 1...3, using: &random) {
        bytes[Int.random(in: 0..<bytes.count, using: &random)] = random.pick(
          Array("{}[]\",:0123-e.\\u\n\u{1}".utf8))
      }
      for problem in Self.problems(bytes) { #expect(!problem.contains("zq")) }
    }
  }
}
