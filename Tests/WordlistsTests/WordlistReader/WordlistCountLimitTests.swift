import Testing
import Wordlists

@Suite("Reading a word list: the largest count")
struct WordlistCountLimitTests {
  #if DEBUG
  static let isOptimised = false
  #else
  static let isOptimised = true
  #endif

  /// All 32⁴ = 1,048,576 words of four of these letters.
  private func mostWords() -> [UInt8] {
    let letters = Array("abcdefghijklmnopqrstuvwxyzABCDEF".utf8)
    var text: [UInt8] = []
    text.reserveCapacity(Wordlist.maximumCount * 5)
    for number in 0..<Wordlist.maximumCount {
      for shift in [0, 5, 10, 15] { text.append(letters[number >> shift & 31]) }
      text.append(UInt8(ascii: "\n"))
    }
    return text
  }

  @Test("One word more than 1,048,576 is too many")
  func tooMany() {
    #expect(Wordlist.maximumCount == 1_048_576)
    #expect(problems(mostWords() + Array("oneMore".utf8)) == [.tooManyWords(count: 1_048_577)])
  }

  @Test(
    "1,048,576 words are not",
    .enabled(if: isOptimised, "an unoptimised build reads a million words in 5 s: once is enough"))
  func most() throws {
    #expect(try Wordlist(text: mostWords()).count == 1_048_576)
  }
}
