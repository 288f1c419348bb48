import PasswordService
import ServiceTestSupport
import Testing

@Suite("JSON")
struct JSONTests {
  @Test(
    "reads what RFC 8259 allows",
    arguments: [
      ("null", JSON.null), (" [ ] ", []), ("{}", .object([])), ("-0", 0), ("1e2", 100),
      ("1.5", .number(1.5)), ("9223372036854775807", .integer(Int.max)),
      (#""\u00e9\ud83d\ude00\/\b""#, .string("é😀/\u{8}")), ("\u{FEFF}true", true),
      (#"{"a":[1,{"b":null}]}"#, ["a": [1, ["b": .null]]]),
    ] as [(String, JSON)])
  func reads(text: String, value: JSON) throws {
    #expect(try JSON(parsing: Array(text.utf8)) == value)
  }

  @Test(
    "refuses everything else",
    arguments: [
      "", " ", "nul", "[1,]", "{,}", "{\"a\"}", "{a:1}", "01", "1.", ".5", "+1", "1e", "--1", "NaN",
      "\"", "\"\t\"", "\"\\x\"", "\"\\u12\"", "\"\\ud800\"", "\"\\ud800\\u0041\"", "\"\\udc00\"",
      "1 2",
      "{\"a\":1,\"a\":2}", "'a'", "[1}", "1e999", "\u{0}",
      String(repeating: "[", count: 100_000),
    ])
  func refuses(text: String) {
    #expect(throws: JSONSyntaxError.self) { try JSON(parsing: Array(text.utf8)) }
  }

  @Test(
    "refuses what is not UTF-8",
    arguments: [[0x22, 0xFF, 0x22], [0xC0, 0x80], [0x22, 0xED, 0xA0, 0x80, 0x22]] as [[UInt8]])
  func notUTF8(bytes: [UInt8]) {
    #expect(throws: JSONSyntaxError.self) { try JSON(parsing: bytes) }
  }

  @Test("comes back from its own text, escapes and all, for random values")
  func roundTrip() throws {
    var random = SeededGenerator(seed: 7)
    for _ in 1...cases(2000, long: 20_000) {
      let value = Self.value(depth: 3, &random)
      #expect(try JSON(parsing: value.bytes) == value)
      #expect(try JSON(parsing: Array(value.indentedText.utf8)) == value)
    }
  }

  private static func value(depth: Int, _ random: inout SeededGenerator) -> JSON {
    switch Int.random(in: 0..<(depth == 0 ? 4 : 6), using: &random) {
    case 0: return .null
    case 1: return .boolean(Bool.random(using: &random))
    case 2: return .integer(Int.random(in: Int.min...Int.max, using: &random))
    case 3: return .string(text(&random))
    case 4:
      return .array(
        (0..<Int.random(in: 0...3, using: &random)).map { _ in value(depth: depth - 1, &random) })
    default:
      return .object(
        (0..<Int.random(in: 0...3, using: &random)).map {
          .init("\($0)" + text(&random), value(depth: depth - 1, &random))
        })
    }
  }

  private static func text(_ random: inout SeededGenerator) -> String {
    let scalars = (0..<Int.random(in: 0...6, using: &random)).compactMap { _ in
      Unicode.Scalar(
        UInt32.random(in: 0...(Bool.random(using: &random) ? 0x7F : 0x10FFFF), using: &random))
    }
    return String(String.UnicodeScalarView(scalars))
  }
}
