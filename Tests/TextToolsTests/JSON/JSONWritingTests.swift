import Foundation
import Testing
import TextTools
import _TestSupport

@Suite("Writing JSON")
struct JSONWritingTests {
  @Test("Literals make a document, and a key finds its value")
  func literals() {
    let value: JSON = ["name": "a", "count": 3, "on": true, "list": [1, "b"], "none": .null]
    #expect(value.text == #"{"name":"a","count":3,"on":true,"list":[1,"b"],"none":null}"#)
    #expect(value["list"] == [1, "b"])
    #expect(value["none"] == .null)
    #expect(value["other"] == nil)
    #expect(value["list"]?["a"] == nil)
    #expect(JSON.object([.init("a", 1), .init("a", 2)])["a"] == 1)
  }

  @Test(
    "Strings are escaped where JSON or a terminal requires it",
    arguments: [
      ("", #""""#), ("é🙂/'", #""é🙂/'""#), ("\"\\", #""\"\\""#), ("a\n\r\t", #""a\n\r\t""#),
      ("\u{0}\u{1F}\u{7F}\u{80}", "\"\\u0000\\u001f\\u007f\u{80}\""),
    ])
  func escapes(string: String, text: String) {
    #expect(JSON.string(string).text == text)
    #expect(JSON.object([.init(string, 1)]).text == "{\(text):1}")
  }

  @Test(
    "Numbers are written so that they are read back the same",
    arguments: [
      (JSON.integer(.min), "-9223372036854775808"), (.number(0.1), "0.1"),
      (.number(1e300), "1e+300"),
      (.number(.leastNonzeroMagnitude), "5e-324"), (.number(.infinity), "null"),
      (.number(.nan), "null"),
    ])
  func numbers(value: JSON, text: String) {
    #expect(value.text == text)
  }

  @Test("Indented text has one member per line, and short arrays on one line")
  func indented() {
    let words = JSON.array((1...15).map { .string("word\($0)") })
    let value: JSON = [
      "name": "a", "empty": [[], .object([])], "numbers": [1, 2, 3], "words": words,
      "objects": [["a": [true]], .object([])],
    ]
    let lines = (1...15).map { "    \"word\($0)\"" }.joined(separator: ",\n")
    #expect(
      value.indentedText == """
        {
          "name": "a",
          "empty": [
            [],
            {}
          ],
          "numbers": [1, 2, 3],
          "words": [
        \(lines)
          ],
          "objects": [
            {
              "a": [true]
            },
            {}
          ]
        }

        """)
    #expect(JSON.null.indentedText == "null\n")
  }

  @Test("A line of an array has 80 bytes or fewer, with the comma that follows")
  func lineLength() {
    for length in 70...80 {
      let value: JSON = ["a": [.string(String(repeating: "x", count: length))], "b": 1]
      let longest = value.indentedText.split(separator: "\n").map(\.utf8.count).max()
      // Two spaces, "a": [ and ], and two quotation marks stand beside the text.
      let isOnLine = length + 12 <= 80
      #expect(longest == length + (isOnLine ? 12 : 6))
    }
  }

  @Test("Random values are read back from both texts and from Foundation's", arguments: 0..<4)
  func roundTrip(seed: Int) throws {
    var random = SplitMix(seed: UInt64(seed))
    for _ in 0..<(isLong ? 20_000 : 500) {
      let value = Self.value(depth: 3, &random)
      #expect(try JSON(parsing: value.bytes) == value)
      #expect(try JSON(parsing: Array(value.indentedText.utf8)) == value)
      let decoded = try JSONDecoder().decode(JSON.self, from: Data(value.bytes))
      #expect(decoded == Self.sorted(value))
      let encoded = try JSONEncoder().encode(value)
      #expect(try Self.sorted(JSON(parsing: Array(encoded))) == Self.sorted(value))
    }
  }

  private static func sorted(_ value: JSON) -> JSON {
    switch value {
    case .array(let values): .array(values.map(sorted))
    case .object(let members):
      .object(members.map { .init($0.key, sorted($0.value)) }.sorted { $0.key < $1.key })
    default: value
    }
  }

  private static func value(depth: Int, _ random: inout SplitMix) -> JSON {
    switch Int.random(in: 0..<(depth == 0 ? 5 : 7), using: &random) {
    case 0: return .null
    case 1: return .boolean(Bool.random(using: &random))
    case 2: return .integer(Int.random(in: Int.min...Int.max, using: &random))
    case 3: return .number(Double(Int.random(in: -999...999, using: &random)) + 0.5)
    case 4: return .string(text(&random))
    case 5:
      return .array(
        (0..<Int.random(in: 0...3, using: &random)).map { _ in value(depth: depth - 1, &random) })
    default:
      return .object(
        (0..<Int.random(in: 0...3, using: &random)).map {
          .init("\($0)" + text(&random), value(depth: depth - 1, &random))
        })
    }
  }

  private static func text(_ random: inout SplitMix) -> String {
    let scalars = (0..<Int.random(in: 0...6, using: &random)).compactMap { _ in
      Unicode.Scalar(
        UInt32.random(in: 0...(Bool.random(using: &random) ? 0x7F : 0x10FFFF), using: &random))
    }
    return String(String.UnicodeScalarView(scalars))
  }
}
