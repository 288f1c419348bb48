import Foundation
import ServiceTestSupport
import Testing

@Suite("The systemd unit")
struct UnitTests {
  private static let analyze = "/usr/bin/systemd-analyze"

  private static func run(_ arguments: [String]) throws -> CommandResult {
    let process = Process()
    process.executableURL = URL(filePath: analyze)
    process.arguments = arguments
    return try CommandFolder.result(of: process)
  }

  @Test(
    "is one that systemd takes, and exposes little",
    .enabled(if: FileManager.default.isExecutableFile(atPath: analyze), "systemd is not installed"))
  func unit() throws {
    let source = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../Packaging/passwright-server.service")
    // The program is verified to exist.
    let text = try String(contentsOf: source, encoding: .utf8)
      .replacing("ExecStart=/usr/bin/passwright-server", with: "ExecStart=/bin/true")
    let folder = try TemporaryFolder()
    let unit = folder.file("passwright-server.service")
    try Data(text.utf8).write(to: URL(filePath: unit))
    let verified = try Self.run(["verify", "--man=no", unit])
    #expect(verified.status == 0, "\(verified.errors)")
    // Of 100: 20 and less is “OK”.
    let exposure = try Self.run(["security", "--offline=yes", "--threshold=20", unit])
    #expect(exposure.status == 0, "\(exposure.output)")
  }
}
