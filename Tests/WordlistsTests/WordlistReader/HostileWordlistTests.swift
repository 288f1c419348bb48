import Testing
import Wordlists

@Suite("Reading a word list: hostile text")
struct HostileWordlistTests {
  @Test(
    "Bytes that are not UTF-8 are refused",
    arguments: [
      [0xFF], [0xFE], [0x80], [0xC0, 0x80],  // no such byte, lone continuation, overlong NUL
      [0xC3], [0xE2, 0x82], [0xF0, 0x9F, 0x98],  // cut short
      [0xED, 0xA0, 0x80],  // a surrogate
      [0xF4, 0x90, 0x80, 0x80],  // beyond U+10FFFF
      [0xE9, 0x74, 0xE9],  // Latin 1
      [0x72, 0x00, 0xFF],
    ] as [[UInt8]])
  func notUTF8(bytes: [UInt8]) {
    let text = Array("red\n".utf8) + bytes + Array("\ngreen\n".utf8)
    #expect(problems(text) == [.notUTF8(line: 2)])
  }

  @Test(
    "A character that is not printable, or that reorders others, is refused",
    arguments: [
      "\u{0}", "\u{1}", "\u{B}", "\u{C}", "\u{1B}", "\u{7F}", "\u{85}", "\u{9F}",  // controls
      "\u{A0}", "\u{1680}", "\u{2003}", "\u{3000}", "\u{2028}", "\u{2029}",  // white space
      "\u{AD}", "\u{200B}", "\u{200D}", "\u{2060}", "\u{FEFF}", "\u{E0041}",  // invisible
      "\u{200E}", "\u{200F}", "\u{202E}", "\u{2066}", "\u{61C}",  // direction marks
    ])
  func unprintable(character: String) {
    for word in [character, "r\(character)d", "\(character)red", "red\(character)"] {
      let text = Array("blue\n\(word)\ngreen\n".utf8)
      #expect(problems(text) == [.unprintable(line: 2)])
    }
  }

  @Test("A carriage return alone does not end a line")
  func loneCarriageReturn() {
    #expect(problems(Array("red\rgreen\rblue".utf8)) == [.unprintable(line: 1)])
  }

  @Test("A word of 300 bytes is too long")
  func longWord() {
    let word = String(repeating: "w", count: 300)
    #expect(problems(Array("red\n\(word)\ngreen\n".utf8)) == [.tooLong(line: 2)])
  }

  @Test("A single line of a mebibyte is too long, and no more than that")
  func hugeLine() {
    #expect(problems([UInt8](repeating: 0x61, count: 1 << 20)) == [.tooLong(line: 1)])
  }

  @Test("A file of blank lines only is a file of blank lines", arguments: ["\n", "\r\n", " \t\n"])
  func blankLines(line: String) {
    let text = Array(String(repeating: line, count: 3).utf8)
    #expect(problems(text) == [.blankLine(line: 1), .blankLine(line: 2), .blankLine(line: 3)])
  }

  @Test("A mebibyte of zeros is one line that is not printable")
  func zeroes() {
    #expect(problems([UInt8](repeating: 0, count: 1 << 20)) == [.unprintable(line: 1)])
  }

  @Test("White space alone without a line end is a blank line", arguments: [" ", "\t", "\r"])
  func whiteSpaceOnly(text: String) {
    #expect(problems(Array(text.utf8)) == [.blankLine(line: 1)])
  }

  @Test("A text cut off in the middle of a byte order mark is not UTF-8")
  func cutMark() {
    #expect(problems([0xEF, 0xBB]) == [.notUTF8(line: 1)])
  }
}
