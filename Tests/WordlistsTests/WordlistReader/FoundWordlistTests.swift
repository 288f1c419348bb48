import Testing
import Wordlists

@Suite("Reading a word list: lists in practice")
struct FoundWordlistTests {
  private func words(_ text: String) throws -> [String] {
    try Wordlist(text: Array(text.utf8)).words
  }

  @Test(
    "Numbers may be joined by hyphens, with dice of any number of sides",
    arguments: [
      "1-1 red\n1-2 green\n1-3 blue\n", "1-1-1-1\tred\n1-1-1-2\tgreen\n6-6-6-6\tblue\n",
      "1-1-20\tred\n1-10-3\tgreen\n20-20-20\tblue\n", "11\tred\n1-2\tgreen\n13\tblue\n",
    ])
  func hyphens(text: String) throws {
    #expect(try words(text) == ["red", "green", "blue"])
  }

  @Test(
    "Text that merely resembles such a number is not one",
    arguments: ["-1", "1-", "1--2", "1-a", "-", "a-1"])
  func otherHyphens(number: String) {
    let text = Array("\(number) red\n\(number)1 green\n".utf8)
    #expect(problems(text)?.first == .unprintable(line: 1))
  }

  @Test(
    "Blank lines at the end are skipped, and those between words are not",
    arguments: ["red\ngreen\n\n", "red\ngreen\n \t\n\r\n\n", "\u{FEFF}red\r\ngreen\r\n\r\n"])
  func blankEnd(text: String) throws {
    #expect(try words(text) == ["red", "green"])
    #expect(
      problems(Array(("\n" + text).utf8)) == [.blankLine(line: 1)] || text.first == "\u{FEFF}")
  }

  private static let signature = """
    -----BEGIN PGP SIGNATURE-----

    iQEzBAEBCAAdFiEE
    =AbCd
    -----END PGP SIGNATURE-----

    """

  @Test(
    "The signed words of a list signed with PGP are read, and that it is signed",
    arguments: [
      "Hash: SHA1\n\n11 red\n12 green\n", "\n11 red\n12 green\n", "Hash: SHA512\n\nred\ngreen\n",
      "Hash: SHA256\n\n\n11\tred\n12\tgreen\n\n", "\nred\n- green\n",
    ])
  func signed(body: String) throws {
    let text = "-----BEGIN PGP SIGNED MESSAGE-----\n" + body + Self.signature
    for text in [
      text, "\u{FEFF}\n" + text,
      text.split(separator: "\n", omittingEmptySubsequences: false).joined(separator: "\r\n"),
    ] {
      let list = try Wordlist(text: Array(text.utf8))
      #expect(list.words == ["red", "green"])
      #expect(list.isSigned)
      #expect(list.words(ofAtMost: 3).isSigned)
    }
  }

  @Test("A list that is not signed reports that")
  func unsigned() throws {
    #expect(try !Wordlist(text: Array("red\ngreen\n".utf8)).isSigned)
    #expect(!Wordlist.Bundled.allCases.contains { Wordlist.bundled($0).isSigned })
  }

  @Test(
    "A message without body, signature or end, or followed by words, is refused in one line",
    arguments: [
      "Hash: SHA1\nred\ngreen\n", "\nred\ngreen\n",
      "\nred\ngreen\n-----BEGIN PGP SIGNATURE-----\nx\n",
      "\nred\ngreen\n-----BEGIN PGP SIGNATURE-----\nx\n-----END PGP SIGNATURE-----\nblue\n",
    ])
  func broken(body: String) {
    let text = Array(("-----BEGIN PGP SIGNED MESSAGE-----\n" + body).utf8)
    let found = problems(text)
    #expect(found == [.brokenSignature(line: 1)])
  }

  @Test("A list in another encoding has one problem, not one for each line")
  func wide() {
    let text = "\u{FEFF}red\ngreen\n".utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    let found = problems(text)
    #expect(found?.count == 1)
    #expect(found?.first?.description.contains("UTF-16") == true)
  }

  @Test("A list of digests is no list of words")
  func digests() {
    let text = (0..<4).map { "E38AD214943DAAD1D64C102FAEC29DE4AFE9DA3\($0):24\n" }.joined()
    #expect(problems(Array(text.utf8)) == [.digests(count: 4)])
  }
}
