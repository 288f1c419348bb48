import Testing
import Wordlists

@Suite("Wordlist: words up to a maximum length")
struct WordlistLengthTests {
  /// One to five scalars each, in 1 to 16 bytes.
  static let words = ["abcde", "a", "Γάμμα", "éé", "e\u{301}", "日本語", "😀", "👩\u{1F3FD}\u{1F680}ab"]

  private func list() throws -> Wordlist {
    try Wordlist(text: Array(Self.words.joined(separator: "\n").utf8))
  }

  @Test("Characters are counted as Unicode scalars, not as bytes or graphemes")
  func counting() throws {
    let list = try list()
    #expect((0..<list.count).map { list.characterCount(at: $0) } == [5, 1, 5, 2, 2, 3, 1, 5])
    #expect(Self.words.map { $0.unicodeScalars.count } == [5, 1, 5, 2, 2, 3, 1, 5])
  }

  @Test("Those that remain keep their order", arguments: -1...6)
  func remaining(maximumLength: Int) throws {
    let shorter = try list().words(ofAtMost: maximumLength)
    #expect(shorter.words == Self.words.filter { $0.unicodeScalars.count <= maximumLength })
    #expect(shorter.count == shorter.words.count)
  }

  @Test("A selection of a selection is a selection of the whole")
  func nested() throws {
    let list = try list()
    #expect(list.words(ofAtMost: 4).words(ofAtMost: 1).words == list.words(ofAtMost: 1).words)
  }
}
