import Testing
import Wordlists
import _TestSupport

@Suite("Wordlist: bundled lists")
struct WordlistBundledTests {
  /// What the documentation says of a list.
  struct Promise: Sendable, CustomTestStringConvertible {
    let list: Wordlist.Bundled
    let count: Int
    let lengths: ClosedRange<Int>

    var testDescription: String { list.rawValue }
  }

  static let promises = [
    Promise(list: .englishLarge, count: 7776, lengths: 3...9),
    Promise(list: .englishShort, count: 1296, lengths: 3...5),
  ]

  @Test("Every bundled list is tested here")
  func all() {
    #expect(Self.promises.map(\.list) == Wordlist.Bundled.allCases)
  }

  @Test("It has the documented number of words", arguments: promises)
  func count(promise: Promise) {
    #expect(Wordlist.bundled(promise.list).count == promise.count)
  }

  @Test("No word is shorter or longer than documented", arguments: promises)
  func lengths(promise: Promise) {
    let words = Wordlist.bundled(promise.list).words
    #expect(words.filter { !promise.lengths.contains($0.utf8.count) } == [])
  }

  @Test("The short list has at least 256 words of at most three letters")
  func shortWords() {
    #expect(Wordlist.bundled(.englishShort).words(ofAtMost: 3).count >= 256)
  }

  @Test("Words consist of the letters a to z", arguments: Wordlist.Bundled.allCases)
  func letters(list: Wordlist.Bundled) {
    let letters = UInt8(ascii: "a")...UInt8(ascii: "z")
    let others = Wordlist.bundled(list).words.filter { !$0.utf8.allSatisfy(letters.contains) }
    #expect(others == [])
  }

  @Test("Words are in ascending order, each once", arguments: Wordlist.Bundled.allCases)
  func sorted(list: Wordlist.Bundled) {
    let words = Wordlist.bundled(list).words
    #expect(zip(words, words.dropFirst()).filter { $0 >= $1 }.map { $1 } == [])
  }

  @Test("No word is a prefix of another", arguments: Wordlist.Bundled.allCases)
  func prefixFree(list: Wordlist.Bundled) {
    #expect(Wordlist.bundled(list).decodability == .prefixFree)
  }

  @Test("It reads as a valid list, with the same words", arguments: Wordlist.Bundled.allCases)
  func valid(list: Wordlist.Bundled) throws {
    let read = try Wordlist(text: try WordlistsFolder.read("\(list.rawValue).txt"))
    #expect(firstDifference(read.words, Wordlist.bundled(list).words) == nil)
  }

  @Test(
    "The compiled text has the SHA-256 in the README",
    arguments: Wordlist.Bundled.allCases)
  func digest(list: Wordlist.Bundled) throws {
    let text = Wordlist.bundled(list).words.map { $0 + "\n" }.joined()
    let digest = WordlistsFolder.sha256(Array(text.utf8))
    let readMe = String(decoding: try WordlistsFolder.read("README.md"), as: UTF8.self)
    #expect(readMe.contains("\(digest)  \(list.rawValue).txt\n"))
  }

  @Test("The SHA-256 above agrees with the standard")
  func sha256() {
    #expect(
      WordlistsFolder.sha256(Array("abc".utf8))
        == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
  }

  @Test("The names in files and options never change")
  func names() {
    #expect(Wordlist.Bundled.allCases.map(\.rawValue) == ["english-large", "english-short"])
  }
}
