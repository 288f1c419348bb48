import PasswrightCommand
import Testing

@Suite("Texts in the notation of others")
struct TextTests {
  @Test(
    "Quotes are quoted, also before a combining mark",
    arguments: ["'", "'\u{301}", "it's", "''", "a'\u{200D}b", "'; rm -rf ~; '\u{301}"])
  func shell(text: String) {
    let quoted = text.shellQuoted
    let bytes = Array(quoted.utf8)
    #expect(bytes.first == UInt8(ascii: "'") && bytes.last == UInt8(ascii: "'"))
    // Read as a shell does: what is not in quotes is an escaped quote.
    var (read, isQuoted, index) = ([UInt8](), false, 0)
    while index < bytes.count {
      switch (bytes[index], isQuoted) {
      case (UInt8(ascii: "'"), _): isQuoted.toggle()
      case (UInt8(ascii: "\\"), false):
        index += 1
        read.append(bytes[index])
      case (let byte, true): read.append(byte)
      default: Issue.record("\(quoted) holds text outside of its quotes")
      }
      index += 1
    }
    #expect(read == Array(text.utf8))
  }

  @Test(
    "Fields of CSV double each quote, also before a combining mark",
    arguments: [("\"", "\"\"\"\""), ("\"\u{301}", "\"\"\"\u{301}\""), ("a,b", "\"a,b\"")])
  func csv(text: String, field: String) {
    #expect(Array(text.csv.utf8) == Array(field.utf8))
  }
}
