import Testing
import TextTools

@Suite("Lines of a file")
struct TextLinesTests {
  static func lines(_ text: [UInt8], ignoringBlankEnd: Bool = false) throws -> [String] {
    try TextLines(text, ignoringBlankEnd: ignoringBlankEnd).map { line in
      "\(line.number):" + String(decoding: text[line.range], as: UTF8.self)
    }
  }

  @Test(
    "A line ends at a line feed, with a carriage return before it or not, or with the file",
    arguments: [
      ("", []), ("a", ["1:a"]), ("a\n", ["1:a"]), ("a\nb", ["1:a", "2:b"]),
      ("a\r\nb\r\n", ["1:a", "2:b"]), ("a\r", ["1:a"]), ("a\rb\n", ["1:a\rb"]),
      ("\n\n", ["1:", "2:"]), ("\r\n", ["1:"]), ("a\r\r\n", ["1:a\r"]), (" a \n", ["1: a "]),
    ] as [(String, [String])])
  func ends(text: String, lines: [String]) throws {
    #expect(try Self.lines(Array(text.utf8)) == lines)
    // Behind a byte order mark the lines are the same.
    #expect(try Self.lines([0xEF, 0xBB, 0xBF] + Array(text.utf8)) == lines)
  }

  @Test("A byte order mark is skipped once, only at the start")
  func mark() throws {
    #expect(
      try Self.lines(Array("\u{FEFF}\u{FEFF}a\n\u{FEFF}b".utf8)) == ["1:\u{FEFF}a", "2:\u{FEFF}b"])
    #expect(try Self.lines([0xEF, 0xBB]).count == 1)
  }

  @Test(
    "Blank lines at the end can be skipped, and those between others never are",
    arguments: [
      ("a\n\n", ["1:a"]), ("a\n \t\r\n\n", ["1:a"]), ("a\n\nb \n\n", ["1:a", "2:", "3:b "]),
      ("a\r\n\r\n", ["1:a"]), ("\n\n", ["1:", "2:"]), (" ", ["1: "]), ("", []),
    ] as [(String, [String])])
  func blankEnd(text: String, lines: [String]) throws {
    #expect(try Self.lines(Array(text.utf8), ignoringBlankEnd: true) == lines)
    #expect(
      try Self.lines([0xEF, 0xBB, 0xBF] + Array(text.utf8), ignoringBlankEnd: true) == lines)
  }

  @Test("A line of a million bytes and a million lines are read")
  func long() throws {
    let long = [UInt8](repeating: UInt8(ascii: "x"), count: 1_000_000)
    #expect(try TextLines(long).map(\.range) == [0..<1_000_000])
    let many = [UInt8](repeating: UInt8(ascii: "\n"), count: 1_000_000)
    var count = 0
    for line in try TextLines(many) where line.range.isEmpty { count += 1 }
    #expect(count == 1_000_000)
  }

  @Test(
    "A file of another encoding or a compressed one is refused in a sentence that says what to do",
    arguments: [
      ([0xFF, 0xFE, 0x61, 0x00], "UTF-16"), ([0xFE, 0xFF, 0x00, 0x61], "UTF-16"),
      ([0xFF, 0xFE], "UTF-16"), ([0xFF, 0xFE, 0x00, 0x00], "UTF-32"),
      ([0x00, 0x00, 0xFE, 0xFF], "UTF-32"), ([0x61, 0x00, 0x62, 0x00], "UTF-16LE"),
      ([0x00, 0x61], "UTF-16BE"), ([0x1F, 0x8B, 0x08], "gzip"), (Array("PK\u{3}\u{4}".utf8), "zip"),
      ([0xFD, 0x37, 0x7A, 0x58, 0x5A, 0x00], "xz"), ([0x28, 0xB5, 0x2F, 0xFD], "zstd"),
    ] as [([UInt8], String)])
  func refused(bytes: [UInt8], name: String) {
    let error = #expect(throws: UnreadableText.self) { try TextLines(bytes) }
    #expect(error?.description.contains(name) == true)
    #expect(error?.description.contains("; ") == true)
  }

  @Test(
    "Text that merely resembles one is read",
    arguments: [[0xFF], [0xFE], [0xFF, 0x61], [0x00], [0x00, 0x00], [0x61], [0x1F, 0x61]]
      as [[UInt8]])
  func taken(bytes: [UInt8]) throws {
    #expect(try TextLines(bytes).map(\.range) == [0..<bytes.count])
  }

  @Test("When NUL ends a line, NUL bytes are not a sign of another encoding")
  func nul() throws {
    #expect(try TextStart.markLength(of: [0x61, 0x00, 0x62], mayHoldNUL: true) == 0)
    #expect(try TextStart.markLength(of: [0x00, 0x61], mayHoldNUL: true) == 0)
    #expect(throws: UnreadableText.wide(.utf16)) {
      try TextStart.markLength(of: [0xFF, 0xFE, 0x61, 0x00], mayHoldNUL: true)
    }
  }

  @Test("Only spaces and tabs at the ends are removed")
  func blanks() {
    for (text, trimmed) in [(" a b\t", "a b"), ("a", "a"), (" \t", ""), ("", ""), ("\ra", "\ra")] {
      #expect(Array(text.utf8)[...].withoutBlanks.elementsEqual(trimmed.utf8))
    }
  }
}
