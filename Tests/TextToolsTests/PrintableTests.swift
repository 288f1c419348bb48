import Testing
import TextTools

@Suite("Text in a message")
struct PrintableTests {
  @Test(
    "has no control characters",
    arguments: [
      ("", ""), ("é 🙂\u{301}", "é 🙂\u{301}"), ("a\nb\u{1B}[31m", "a\u{FFFD}b\u{FFFD}[31m"),
      ("\r\n", "\u{FFFD}\u{FFFD}"), ("\u{7F}\u{9B}\u{0}", "\u{FFFD}\u{FFFD}\u{FFFD}"),
    ])
  func printable(text: String, printable: String) {
    #expect(text.printable == printable)
    #expect(text.quoted == "“\(printable)”")
  }

  @Test("is cut after 40 characters when it is quoted")
  func long() {
    let text = String(repeating: "a", count: 39) + "\t"
    #expect(text.quoted == "“\(text.printable)”")
    #expect((text + "b").quoted == "“\(text.printable)…”")
  }

  @Test(
    "may name a character by its code",
    arguments: [
      ("\t", "U+0009"), ("é", "U+00E9"), ("\u{FFFD}", "U+FFFD"), ("🙂", "U+1F642"),
      ("\u{10FFFF}", "U+10FFFF"),
    ] as [(Unicode.Scalar, String)])
  func notation(scalar: Unicode.Scalar, notation: String) {
    #expect(scalar.notation == notation)
  }
}
