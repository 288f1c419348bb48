import Foundation
import Platform
import Testing
import TextTools

@Suite("A path or -")
struct InputSourceTests {
  @Test(
    "- alone is standard input, and names are shown without control characters",
    arguments: [
      ("-", true, "standard input"), ("./-", false, "./-"), ("--", false, "--"), ("", false, ""),
      ("a\n", false, "a\u{FFFD}"),
    ])
  func names(name: String, isStandardInput: Bool, shownName: String) {
    #expect(InputSource(name).isStandardInput == isStandardInput)
    #expect(InputSource(name).shownName == shownName)
  }

  @Test("A file is read up to the limit, and one byte more is refused")
  func limit() throws {
    let file = FileManager.default.temporaryDirectory.appending(path: "source-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: file) }
    try Data("abc".utf8).write(to: file)
    let path = file.path
    #expect(try InputSource(path).read(limit: 3) == Array("abc".utf8))
    #expect(throws: SystemError.self) { try InputSource(path).read(limit: 2) }
    #expect(throws: SystemError.self) { try InputSource(path + "b").read(limit: 3) }
  }
}
