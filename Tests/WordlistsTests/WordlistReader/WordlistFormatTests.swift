import Testing
import Wordlists

@Suite("Reading a word list: formats")
struct WordlistFormatTests {
  private func words(_ text: String) throws -> [String] {
    try Wordlist(text: Array(text.utf8)).words
  }

  @Test(
    "Plain lists, with each kind of line end, with and without a last one",
    arguments: [
      "red\ngreen\nblue\n", "red\ngreen\nblue", "red\r\ngreen\r\nblue\r\n", "red\r\ngreen\r\nblue",
      "red\ngreen\r\nblue\n", "\u{FEFF}red\ngreen\nblue\n", "\u{FEFF}red\r\ngreen\r\nblue\r\n",
      " red\n\tgreen \t\nblue  \n",
    ])
  func plain(text: String) throws {
    #expect(try words(text) == ["red", "green", "blue"])
  }

  @Test(
    "Diceware lists, with each kind of white space and line end",
    arguments: [
      "11\tred\n12\tgreen\n13\tblue\n", "11 red\n12  green\n13 \t blue",
      "11\tred\r\n12\tgreen\r\n13\tblue\r\n", "\u{FEFF}11\tred\n12\tgreen\n13\tblue\n",
      " 11\tred\n\t12\tgreen\n13\tblue \n", "11111 red\n22222 green\n666666 blue\n",
      // The numbers are skipped, not checked.
      "66\tred\n66\tgreen\n11\tblue\n",
    ])
  func diceware(text: String) throws {
    #expect(try words(text) == ["red", "green", "blue"])
  }

  @Test("Digits are words where no word follows them")
  func digitWords() throws {
    #expect(try words("11\n12\n1x\n") == ["11", "12", "1x"])
  }

  @Test("A word that begins with dice digits does not make a list numbered")
  func digitsInWords() throws {
    #expect(try words("11red\n22green\n") == ["11red", "22green"])
  }

  @Test(
    "Numbers with digits other than those of dice are not diceware", arguments: ["10", "17", "1"])
  func otherDigits(number: String) {
    let text = Array("\(number)\tred\n12\tgreen\n".utf8)
    #expect(problems(text) == [.unprintable(line: 1), .mixedNumbering(line: 2)])
  }

  @Test("In a numbered list a word may itself be digits")
  func numberedDigits() throws {
    #expect(try words("11\t42\n12\t11\n") == ["42", "11"])
  }

  @Test("Case, punctuation and other scripts are unchanged")
  func kept() throws {
    let text = "Zebra\nzebra\ndon't\nx-ray\nстол\n日本\n😀\n"
    #expect(try words(text) == ["Zebra", "zebra", "don't", "x-ray", "стол", "日本", "😀"])
  }

  @Test("Words that differ only in normalization are two words")
  func normalization() throws {
    #expect(try Wordlist(text: Array("é\ne\u{301}\n".utf8)).count == 2)
  }

  @Test("A byte order mark is skipped at the start and nowhere else")
  func laterMark() {
    let text = Array("red\n\u{FEFF}green\nblue\n".utf8)
    #expect(problems(text) == [.unprintable(line: 2)])
  }
}
