import Foundation
import Testing
import Wordlists

@Suite("Word lists in files")
struct WordlistFileTests {
  private func withFile(_ text: String, _ body: (String) throws -> Void) throws {
    let file = FileManager.default.temporaryDirectory
      .appendingPathComponent("passwright-\(UUID().uuidString)")
    try Data(text.utf8).write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    try body(file.path)
  }

  @Test("are read as their text is")
  func read() throws {
    try withFile("red\ngreen\nblue\n") { path in
      let list = try Wordlist(contentsOf: path)
      #expect(list.count == 3)
    }
  }

  @Test("that hold no list are errors with every problem")
  func noList() throws {
    try withFile("red\nred\n\nblue\n") { path in
      let text = try #require(
        throws: WordlistError.self,
        performing: { try Wordlist(text: Array("red\nred\n\nblue\n".utf8)) })
      #expect(throws: WordlistFileError.list(text)) { try Wordlist(contentsOf: path) }
    }
  }

  @Test("that are not there are errors with the reason of the system")
  func missing() throws {
    let error = try #require(
      throws: WordlistFileError.self, performing: { try Wordlist(contentsOf: "/nonexistent/list") })
    #expect(error.description == "the word list cannot be read: No such file or directory")
  }
}
