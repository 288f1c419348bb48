import PasswrightCommand
import Testing

@Suite("Record buffers")
struct RecordBufferTests {
  /// All records for the lines, without the first separator.
  private func records(_ layout: RecordLayout, _ passwords: [String]) throws -> String {
    let lines = Array(passwords.map { $0 + "\n" }.joined().utf8)
    let longest = passwords.map(\.utf8.count).max() ?? 0
    var buffer = try RecordBuffer(layout: layout, maximumBytes: longest)
    var text = ""
    var offset = 0
    while offset < lines.count {
      let next = buffer.refill(from: lines.span, at: offset)
      try #require(next > offset)
      let dropped = offset == 0 ? layout.separator.utf8.count : 0
      unsafe buffer.withUnsafeBytes(dropping: dropped) { bytes in
        unsafe text += String(decoding: bytes, as: UTF8.self)
      }
      offset = next
    }
    return layout.header + text + layout.footer
  }

  private static let figures = Figures(entropyBits: 1.5, minEntropyBits: 0.25, isExact: false)
  private static let json = RecordLayout.json(figures)
  private static let ndjson = RecordLayout.ndjson(figures)
  private static let csv = RecordLayout.csv(figures)

  @Test("escape what RFC 8259 requires, and control characters, which no password has")
  func json() throws {
    let text = try records(Self.json, ["a\"b\\c/<\u{7F}é日", "\u{0}\u{1}\t\r\u{1F}"])
    #expect(
      text == """
        {"entropyBits":1.5,"minEntropyBits":0.25,"isExact":false,"passwords":[
        {"password":"a\\"b\\\\c/<\u{7F}é日"},
        {"password":"\\u0000\\u0001\\u0009\\u000d\\u001f"}
        ]}

        """)
  }

  @Test("make one object per line")
  func ndjson() throws {
    let text = try records(Self.ndjson, ["a\"", "\\"])
    #expect(
      text == """
        {"password":"a\\"","entropyBits":1.5,"minEntropyBits":0.25,"isExact":false}
        {"password":"\\\\","entropyBits":1.5,"minEntropyBits":0.25,"isExact":false}

        """)
  }

  @Test("double the quotes of RFC 4180 and quote every password")
  func csv() throws {
    let text = try records(Self.csv, ["a\"\"b", " ,", "=1+1"])
    #expect(
      text == """
        password,entropyBits,minEntropyBits,isExact
        "a\"\"\"\"b",1.5,0.25,false
        " ,",1.5,0.25,false
        "=1+1",1.5,0.25,false

        """)
  }

  @Test("flush as often as the lines require", arguments: ["json", "ndjson", "csv"])
  func manyLines(format: String) throws {
    let layout = try #require(
      ["json": Self.json, "ndjson": Self.ndjson, "csv": Self.csv][format])
    // All escapes, so that each record is as long as can be.
    let passwords = Array(repeating: String(repeating: "\"", count: 4000), count: 300)
    let text = try records(layout, passwords)
    let quotes = text.count { $0 == "\"" }
    let overhead = try records(layout, ["x"]).count { $0 == "\"" }
    let header = (layout.header + layout.footer).count { $0 == "\"" }
    // Each quote comes with one more character; in csv that is a quote too.
    let perQuote = layout.escaping.greatestExpansion == 2 ? 2 : 1
    #expect(quotes == header + 300 * (4000 * perQuote + overhead - header))
  }

  @Test("hold one record that is longer than the usual buffer")
  func longLine() throws {
    let password = String(repeating: "\u{1}", count: 100_000)
    let text = try records(Self.ndjson, [password, password])
    #expect(text.count { $0 == "\\" } == 200_000)
  }
}
