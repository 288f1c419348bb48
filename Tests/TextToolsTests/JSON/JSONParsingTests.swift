import Testing
import TextTools

@Suite("Reading JSON")
struct JSONParsingTests {
  static func read(_ text: String) throws -> JSON { try JSON(parsing: Array(text.utf8)) }

  @Test(
    "Everything that RFC 8259 allows is read",
    arguments: [
      ("null", JSON.null), (" [ ] ", []), ("{}", .object([])), ("1.5", .number(1.5)),
      (#""\u00e9\ud83d\ude00\/\b\f\n\r\t\\\"""#, .string("é😀/\u{8}\u{C}\n\r\t\\\"")),
      (#""\u00E9""#, "é"), ("\u{FEFF}true", true),
      (#"{"a":[1,{"b":null}]}"#, ["a": [1, ["b": .null]]]),
      ("\t\r\n[false\n,\"\u{7F}\"]\r\n", [false, "\u{7F}"]), (#"{"":{"":""}}"#, ["": ["": ""]]),
    ] as [(String, JSON)])
  func reads(text: String, value: JSON) throws {
    #expect(try Self.read(text) == value)
  }

  @Test(
    "Everything else is refused",
    arguments: [
      "", " ", "nul", "True", "[1,]", "[,1]", "{,}", "{\"a\":1,}", "{\"a\"}", "{a:1}", "01", "-01",
      "1.",
      ".5", "+1", "1e", "1e+", "-", "--1", "-a", "NaN", "Infinity", "-Infinity", "0x1F", "\"",
      "\"\t\"",
      "\"\\x\"", "\"\\", "\"\\u12\"", "\"\\u12", "\"\\ud800\"", "\"\\ud800\\u0041\"", "\"\\udc00\"",
      "1 2", "[1 2]", "[\"a\" \"b\"]", "{\"a\":1 \"b\":2}", "{\"a\":1,\"a\":2}", "'a'", "[1}",
      "1e999",
      "\u{0}", "\u{FEFF}\u{FEFF}1", "\u{A0}1", "// a\n1", "[", "{", "{\"a\":", "]", "}",
    ])
  func refuses(text: String) {
    #expect(throws: JSONError.self) { try Self.read(text) }
  }

  @Test(
    "An integer is exact, however it is written",
    arguments: [
      ("9223372036854775807", Int.max), ("-9223372036854775808", Int.min), ("-0", 0), ("0e9", 0),
      ("0.000e-99999999999999999999", 0), ("1e2", 100), ("1E+2", 100), ("100.0", 100),
      ("12.50e1", 125),
      ("1200e-2", 12), ("9007199254740993.0", 9_007_199_254_740_993),
      ("1e18", 1_000_000_000_000_000_000),
      ("9.223372036854775807e18", Int.max), ("-92233720368547758080e-1", Int.min),
      ("1.\(String(repeating: "0", count: 400))e0", 1),
      ("1\(String(repeating: "0", count: 400))e-400", 1),
    ])
  func integers(text: String, value: Int) throws {
    #expect(try Self.read(text) == .integer(value))
  }

  @Test(
    "Any other number is the nearest Double",
    arguments: [
      ("9223372036854775808", 0x1p63), ("-9223372036854775809", -0x1p63), ("1e19", 1e19),
      ("0.1", 0.1),
      ("1e-2", 0.01), ("1.5e0", 1.5), ("5e-324", .leastNonzeroMagnitude), ("1e-999", 0),
      ("1.7976931348623157e308", .greatestFiniteMagnitude),
      ("12345678901234567890123", 1.2345678901234568e22),
    ])
  func numbers(text: String, value: Double) throws {
    #expect(try Self.read(text) == .number(value))
  }

  @Test(
    "The kind of a number shows whether it is an integer out of range",
    arguments: [
      ("1", "an integer"), ("1.5", "a number"), ("-9223372036854775808", "an integer"),
      ("9223372036854775808", "a number out of range"), ("-1e300", "a number out of range"),
      ("9007199254740991.7", "a number"),
    ])
  func kinds(text: String, kind: String) throws {
    #expect(try Self.read(text).kind == kind)
  }

  @Test("Arrays and objects may be nested 64 deep", arguments: [("[", "]"), ("{\"a\":", "}")])
  func depth(opening: String, closing: String) throws {
    func nested(_ count: Int) -> String {
      String(repeating: opening, count: count) + "1" + String(repeating: closing, count: count)
    }
    var value = try Self.read(nested(JSON.maximumDepth))
    for _ in 0..<JSON.maximumDepth {
      switch value {
      case .array(let values): value = values[0]
      case .object(let members): value = members[0].value
      default: Issue.record("\(value.kind)")
      }
    }
    #expect(value == 1)
    #expect(throws: JSONError.self) { try Self.read(nested(JSON.maximumDepth + 1)) }
    #expect(throws: JSONError.self) { try Self.read(String(repeating: opening, count: 100_000)) }
  }

  @Test(
    "A key may not occur twice in one object, however many there are and however it is written",
    arguments: [0, 1, 16, 17, 18, 1000])
  func repeatedKeys(others: Int) throws {
    let keys = (0..<others).map { "k\($0)" }
    for pair in [["a", "a"], ["a", #"\u0061"#], ["\u{E9}", "e\u{301}"]] {
      for order in [pair + keys, keys + pair, [pair[0]] + keys + [pair[1]]] {
        let members = order.map { "\"\($0)\": {\"a\": 1}" }.joined(separator: ",")
        let error = #expect(throws: JSONError.self) { try Self.read("{\(members)}") }
        #expect(error?.problems.map(\.reason) == ["the key occurs twice; remove one"])
        let kept = try JSON(keepingRepeatedKeysOf: Array("{\(members)}".utf8))
        guard case .object(let members) = kept else {
          Issue.record("\(kept.kind)")
          continue
        }
        #expect(members.count == others + 2)
      }
    }
    let members = (keys + ["a"]).map { "\"\($0)\": 1" }.joined(separator: ",")
    #expect(try Self.read("{\(members)}")["a"] == 1)
  }
}
