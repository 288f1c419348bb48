import CharacterSets
import Testing

@Suite("ASCIISet: named sets")
struct ASCIISetNamedTests {
  static let named: [(set: ASCIISet, characters: String)] = [
    (.lowercase, "abcdefghijklmnopqrstuvwxyz"),
    (.uppercase, "ABCDEFGHIJKLMNOPQRSTUVWXYZ"),
    (.letters, "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"),
    (.digits, "0123456789"),
    (.defaultSymbols, "!#$%&*+-/=^_"),
    (.defaultBrackets, "()<>[]{}"),
    (.ambiguous, "01IOl"),
    (
      .printable,
      """
       !"#$%&'()*+,-./0123456789:;<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[\\]^_`\
      abcdefghijklmnopqrstuvwxyz{|}~
      """
    ),
  ]

  @Test("Each contains exactly these characters", arguments: named)
  func contents(set: ASCIISet, characters: String) {
    #expect(Array(set) == Array(characters.utf8))
  }

  @Test(
    "Each has the documented number of characters",
    arguments: [
      (ASCIISet.lowercase, 26), (.uppercase, 26), (.letters, 52), (.digits, 10), (.printable, 95),
      (.defaultSymbols, 12), (.defaultBrackets, 8), (.ambiguous, 5),
    ])
  func counts(set: ASCIISet, count: Int) {
    #expect(set.count == count)
  }
}
