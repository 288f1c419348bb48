import Foundation
import NIOHTTP1
import PasswordService
import ServiceTestSupport
import Testing
import TextTools

@Suite("The memory of a service that has answered")
struct MemoryTests {
  private static let gcore = "/usr/bin/gcore"

  /// Whether what is drawn is left out: code that is not optimized leaves copies of short strings on
  /// its stacks.
  private static let isDebugBuild = {
    #if DEBUG
    true
    #else
    false
    #endif
  }()

  @Test(
    "holds no password and no key once the connections are closed",
    .enabled(if: FileManager.default.isExecutableFile(atPath: gcore), "gdb is not installed"),
    .enabled(if: geteuid() == 0, "only root reads the memory of a process that forbids dumps"))
  func coreDump() async throws {
    let folder = try CommandFolder()
    let key = try folder.prepare()
    let server = try RunningServer(folder)
    let given = "A-long-given-Password-\(UUID().uuidString)"
    var secrets = [key, given, ServiceFixture.Keys.list30]
    let client = TestClient(server)
    for number in 1...20 {
      _ = try await client.send(
        .POST, "/api/passwords?apikey=\(key)",
        form: "PasswordListID=30&Title=t&Password=\(given)-\(number)&GenericField6=\(given)")
      let later = try await client.send(
        .POST, "/api/passwords", headers: ["APIKey": ServiceFixture.Keys.list30],
        form: "PasswordListID=30&Title=t&GeneratePassword=true&GenerateGenFieldPassword=true")
      let record = try JSON(parsing: Array(later.body.utf8))
      let password = try #require(record["Password"]?.string)
      let all = try await client.send(.GET, "/api/passwords/30?QueryAll&format=xml&apikey=\(key)")
      #expect(all.body.contains(given))
      let generated = try await client.send(.GET, "/api/generatepassword?Qty=5")
      let passwords = try JSON(parsing: Array(generated.body.utf8)).elements
        .compactMap { $0["Password"]?.string }
      if !Self.isDebugBuild { secrets += passwords + [password] }
    }
    _ = try await client.send(.GET, "/api/passwords/1?apikey=a-wrong-key-\(key)")
    try await client.close()
    // What answers this runs after the other connection has gone.
    let last = TestClient(server)
    _ = try await last.send(.GET, "/readyz")
    try await last.close()

    let core = folder.folder.file("core")
    let dump = Process()
    dump.executableURL = URL(filePath: Self.gcore)
    dump.arguments = ["-o", core, "\(server.process.processIdentifier)"]
    #expect(try CommandFolder.result(of: dump).status == 0)
    let file = "\(core).\(server.process.processIdentifier)"
    // The dump is one of this process: its configuration is in it.
    #expect(try Self.lines(["Domain or Host"], foundIn: file, folder) == ["Domain or Host"])
    let found = try Self.lines(secrets, foundIn: file, folder)
    #expect(found == [])
    #expect(server.stop().status == 0)
  }
  /// Which of the texts a file contains.
  private static func lines(
    _ texts: [String], foundIn file: String, _ folder: CommandFolder
  ) throws -> Set<String> {
    let patterns = folder.folder.file("patterns")
    try Data(texts.joined(separator: "\n").utf8).write(to: URL(filePath: patterns))
    let grep = Process()
    grep.executableURL = URL(filePath: "/bin/grep")
    grep.arguments = ["--text", "--fixed-strings", "--only-matching", "--file", patterns, file]
    let result = try CommandFolder.result(of: grep)
    #expect(result.status < 2, "\(result.errors)")
    return Set(result.output.split(separator: "\n").map(String.init))
  }
}
