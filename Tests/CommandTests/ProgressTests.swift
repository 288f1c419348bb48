import Foundation
import Testing

@Suite("Progress")
struct ProgressTests {
  /// Runs the command with a new terminal for standard error and gives what it shows there.
  private func terminalText(
    _ arguments: [String], columns: UInt16 = 0, output: FileHandle,
    during action: () async throws -> Void
  ) async throws -> (shown: String, status: Int32) {
    var master: Int32 = 0
    var slave: Int32 = 0
    var size = winsize()
    size.ws_col = columns
    try #require(unsafe openpty(&master, &slave, nil, nil, &size) == 0)
    let terminal = FileHandle(fileDescriptor: slave, closeOnDealloc: true)
    let process = Process()
    process.executableURL = URL(fileURLWithPath: Command.path)
    process.arguments = arguments
    process.standardOutput = output
    process.standardError = terminal
    let (ended, end) = AsyncStream.makeStream(of: Void.self)
    process.terminationHandler = { _ in end.finish() }
    try process.run()
    try await action()
    for await _ in ended {}
    // The line fits the terminal's own buffer; nothing need be read while the command runs.
    var bytes = [UInt8](repeating: 0, count: 65_536)
    _ = fcntl(master, F_SETFL, O_NONBLOCK)
    let count = unsafe bytes.withUnsafeMutableBytes {
      unsafe read(master, $0.baseAddress, $0.count)
    }
    close(master)
    try terminal.close()
    return (
      String(decoding: bytes.prefix(max(0, count)), as: UTF8.self), process.terminationStatus
    )
  }

  /// Runs the command for longer than the line waits.
  private func longRun(columns: UInt16) async throws -> String {
    let pipe = Pipe()
    // A reader who stops after the first byte makes a run that no pipe holds a long one.
    let (shown, status) = try await terminalText(
      ["generate", "-n", "200000"], columns: columns, output: pipe.fileHandleForWriting
    ) {
      try pipe.fileHandleForWriting.close()
      let first = try #require(try pipe.fileHandleForReading.read(upToCount: 1))
      try await Task.sleep(for: .milliseconds(1100))
      let rest = try #require(try pipe.fileHandleForReading.readToEnd())
      #expect(first.count + rest.count == 200_000 * 21)
    }
    #expect(status == 0)
    return shown
  }

  @Test(
    "shows on a terminal once a run is long, and is erased at the end",
    arguments: [0, 80] as [UInt16])
  func wideTerminal(columns: UInt16) async throws {
    let shown = try await longRun(columns: columns)
    #expect(shown.contains(/\rpasswright: [0-9,]+ of 200,000 passwords \([0-9]+ %\), [0-9,]+\/s/))
    #expect(shown.contains(/\r +\r$/))
    #expect(!shown.contains("\u{1B}"))
  }

  @Test(
    "stays within the width of the terminal, with less in it",
    arguments: [(40, "\r[0-9,]+ of 200,000 \\([0-9]+ %\\)"), (20, "\r[0-9]+ %"), (5, "\r[0-9]+ %")])
  func narrowTerminal(columns: Int, pattern: String) async throws {
    let shown = try await longRun(columns: UInt16(columns))
    #expect(shown.contains(try Regex(pattern)))
    #expect(shown.split(separator: "\r").allSatisfy { $0.count < columns })
    #expect(shown.hasSuffix("\r"))
  }

  @Test("does not show for a short run")
  func shortRun() async throws {
    let null = try #require(FileHandle(forWritingAtPath: "/dev/null"))
    let (shown, status) = try await terminalText(["generate", "-n", "100"], output: null) {}
    #expect(status == 0)
    #expect(shown == "")
  }
}
