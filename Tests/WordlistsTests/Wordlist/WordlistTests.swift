import Testing
import Wordlists

@Suite("Wordlist")
struct WordlistTests {
  static let text = "alpha\nbe\nΓάμμα\nd\n"

  @Test("Words are in the order of the list")
  func order() throws {
    let list = try Wordlist(text: Array(Self.text.utf8))
    #expect(list.count == 4)
    #expect(list.words == ["alpha", "be", "Γάμμα", "d"])
  }

  @Test("A subscript returns the bytes of its word")
  func bytes() throws {
    let list = try Wordlist(text: Array(Self.text.utf8))
    #expect((0..<4).map { Array(list[$0]) } == list.words.map { Array($0.utf8) })
  }

  @Test("A subscript outside the list traps", arguments: [-1, 2])
  func outside(position: Int) async {
    await #expect(processExitsWith: .failure) { [position] in
      guard let list = try? Wordlist(text: Array("a\nb\n".utf8)) else { return }
      _ = list[position]
    }
  }
}
