import Foundation
import NIOCore
import NIOPosix
import ServiceTestSupport
import Testing
import TextTools

@Suite("The demonstration")
struct ServeScriptTests {
  private static let curl = "/usr/bin/curl"

  @Test(
    "prints three requests that answer when they are pasted",
    .enabled(if: FileManager.default.isExecutableFile(atPath: curl), "curl is not installed"))
  func threeRequests() async throws {
    let port = try await freePort()
    let script = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../Scripts/serve")
    let process = Process()
    process.executableURL = script
    process.arguments = ["\(port)"]
    process.environment = ProcessInfo.processInfo.environment.merging(
      ["SERVER": builtProduct("passwright-server")]
    ) { $1 }
    let (output, errors) = (Pipe(), Pipe())
    process.standardOutput = output
    process.standardError = errors
    try process.run()
    var log = ""
    while !log.contains("listening on") {
      let data = errors.fileHandleForReading.availableData
      guard !data.isEmpty else { break }
      log += String(decoding: data, as: UTF8.self)
    }
    var text = ""
    while text.count(where: { $0 == "\n" }) < 7 {
      let data = output.fileHandleForReading.availableData
      guard !data.isEmpty else { break }
      text += String(decoding: data, as: UTF8.self)
    }
    let lines = text.split(separator: "\n").filter { $0.hasPrefix("curl ") }
    #expect(lines.count == 3)
    var titles: [String] = []
    for line in lines {
      let shell = Process()
      shell.executableURL = URL(filePath: "/bin/sh")
      shell.arguments = ["-c", "\(line) --silent --show-error --fail"]
      let result = try CommandFolder.result(of: shell)
      #expect(result.status == 0, "\(line): \(result.errors)")
      let answer = try JSON(parsing: Array(result.output.utf8))
      #expect(answer.elements.allSatisfy { $0["Password"]?.string?.count == 16 })
      titles += answer.elements.compactMap { $0["Title"]?.string }
    }
    #expect(titles == ["Router", "Router"])
    process.terminate()
    process.waitUntilExit()
  }

  /// A port that nothing listens on.
  private func freePort() async throws -> Int {
    let channel = try await ServerBootstrap(group: MultiThreadedEventLoopGroup.singleton)
      .bind(host: "127.0.0.1", port: 0).get()
    let port = channel.localAddress?.port
    try await channel.close()
    return try #require(port)
  }
}
