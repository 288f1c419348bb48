import Foundation
import ServiceTestSupport
import Testing

@Suite("The page of the commands")
struct CommandsPageTests {
  @Test("is what --help prints")
  func page() throws {
    let server = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../..")
    let process = Process()
    process.executableURL = server.appending(path: "Scripts/commands")
    process.arguments = [builtProduct("passwright-server")]
    let result = try CommandFolder.result(of: process)
    #expect(result.status == 0)
    let page = try String(contentsOf: server.appending(path: "Docs/commands.md"), encoding: .utf8)
    #expect(
      result.output == page,
      "write it again: Server/Scripts/commands PROGRAM >Server/Docs/commands.md")
  }
}
