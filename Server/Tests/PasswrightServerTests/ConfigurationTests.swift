import Foundation
import NIOHTTP1
import ServiceTestSupport
import Testing

@Suite("Settings")
struct ConfigurationTests {
  private static func write(_ text: String, to folder: CommandFolder) throws -> String {
    let path = folder.folder.file("server.json")
    try Data(text.utf8).write(to: URL(filePath: path))
    return path
  }

  @Test("an option wins over the environment, and the environment over the file")
  func precedence() async throws {
    let folder = try CommandFolder()
    _ = try folder.prepare()
    let file = try Self.write(
      #"{"maximum": {"quantity": 2, "connections": 50}, "date": {"format": "yyyy-MM-dd"}}"#,
      to: folder)
    let environment = ["PASSWRIGHT_MAXIMUM_QUANTITY": "4"]
    for (options, environment, most) in [
      ([], [:], 2), ([], environment, 4), (["--maximum-quantity", "6"], environment, 6),
    ] as [([String], [String: String], Int)] {
      let server = try RunningServer(
        folder, ["--config", file] + options, environment: environment)
      let client = TestClient(server)
      #expect(try await client.send(.GET, "/api/generatepassword?Qty=\(most)").status == 200)
      #expect(try await client.send(.GET, "/api/generatepassword?Qty=\(most + 1)").status == 400)
      try await client.close()
      #expect(server.stop().status == 0)
    }
  }

  @Test(
    "a file with a mistake is refused before anything listens, with each place",
    arguments: [
      (#"{"port": "80"}"#, ["“port” is a string"]), (#"{"prot": 80}"#, ["no setting “prot”"]),
      (#"{"tls": {"cert": "x", "key": 1}}"#, ["“tls.cert”", "“tls.key” is an integer"]),
      (#"{"insecure": {"plaintext": "yes"}}"#, ["“insecure.plaintext” is a string"]),
      (#"{"maximum": 3}"#, ["“maximum”"]), (#"{"port": 80"#, ["is not JSON"]),
      ("[]", ["must be an object"]), ("", ["is not JSON"]),
      (#"{"port": 70000, "log": {"level": "loud"}}"#, ["port 70000", "log level"]),
    ])
  func mistakes(text: String, parts: [String]) throws {
    let folder = try CommandFolder()
    _ = try folder.prepare()
    let result = try folder.run("serve", "--config", try Self.write(text, to: folder))
    #expect(result.status == 2)
    for part in parts { #expect(result.errors.contains(part), "\(result.errors)") }
  }

  @Test(
    "an environment variable with a mistake is refused",
    arguments: [("PORT", "eighty"), ("MAXIMUM_CONNECTIONS", "1e3"), ("GENERATE_LIMIT", "-1")])
  func environment(name: String, value: String) throws {
    let folder = try CommandFolder()
    _ = try folder.prepare()
    let process = folder.process(["serve"], environment: ["PASSWRIGHT_\(name)": value])
    let result = try CommandFolder.result(of: process)
    #expect(result.status == 2 && result.errors.contains(value), "\(result.errors)")
  }

  @Test("the store and the master key may be named by the environment or the file")
  func storeOptions() throws {
    let folder = try CommandFolder()
    _ = try folder.prepare()
    let (store, key) = (folder.folder.file("store.db"), folder.folder.file("master.key"))
    let file = try Self.write(
      #"{"database": "\#(store)", "master": {"key": {"file": "\#(key)"}}}"#, to: folder)
    let digits = try String(contentsOfFile: key, encoding: .utf8)
    for (arguments, environment) in [
      (["--config", file], [:]), ([], ["DATABASE": store, "MASTER_KEY_FILE": key]),
      (["--database", store], ["MASTER_KEY": digits]),
    ] as [([String], [String: String])] {
      let process = Process()
      process.executableURL = URL(filePath: builtProduct("passwright-server"))
      process.arguments = ["key", "list"] + arguments
      process.environment = Dictionary(
        uniqueKeysWithValues: environment.map { ("PASSWRIGHT_\($0.key)", $0.value) })
      let result = try CommandFolder.result(of: process)
      #expect(result.status == 0 && result.output.contains("system"), "\(result.errors)")
    }
  }
}
