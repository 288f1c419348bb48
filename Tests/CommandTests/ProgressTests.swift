import Foundation
import Testing
import _TestSupport

@Suite("Progress")
struct ProgressTests {
  /// What a run that is longer than the line waits shows.
  private func longRun(columns: UInt16) async throws -> String {
    let terminal = try Screen(columns: columns)
    let pipe = Pipe()
    let process = try ChildProcess(
      Command.path, ["generate", "-n", "100000000000"], environment: Command.environment,
      output: .descriptor(pipe.fileHandleForWriting.fileDescriptor), errors: terminal.stream)
    try pipe.fileHandleForWriting.close()
    // The run would take hours: it is read until it is a long one.
    while terminal.shown.isEmpty {
      let read = try pipe.fileHandleForReading.read(upToCount: 1 << 20)
      try #require(read?.isEmpty == false)
      terminal.update()
    }
    try pipe.fileHandleForReading.close()
    #expect(await process.ending() == .exited(status: 0))
    terminal.update()
    return terminal.shown
  }

  @Test(
    "is shown on a terminal once a run is long, and is erased at the end",
    arguments: [0, 80] as [UInt16])
  func wideTerminal(columns: UInt16) async throws {
    let shown = try await longRun(columns: columns)
    #expect(shown.contains(/\r.*[0-9,]+ of 100,000,000,000 .*\([0-9]+ %\), .* left/))
    #expect(shown.contains(/\r +\r$/))
    #expect(!shown.contains("\u{1B}"))
  }

  @Test(
    "is shortened to the width of the terminal",
    arguments: [
      (60, "\r[0-9,]+ of 100,000,000,000 \\([0-9]+ %\\), .* left"), (25, "\r[0-9]+ %, .* left"),
      (5, "\r[0-9]+ %"),
    ])
  func narrowTerminal(columns: Int, pattern: String) async throws {
    let shown = try await longRun(columns: UInt16(columns))
    #expect(shown.contains(try Regex(pattern)))
    #expect(shown.split(separator: "\r").allSatisfy { $0.count < columns })
    #expect(shown.hasSuffix("\r"))
  }

  /// Starts a run that would take hours, and ends it when it has shown its progress.
  private func interruptedRun(_ arguments: [String], in folder: TemporaryFolder) async throws
    -> String
  {
    let terminal = try Screen(columns: 120)
    let process = try ChildProcess(
      Command.path, arguments, environment: Command.environment, folder: folder.url.path,
      errors: terminal.stream)
    await terminal.whenShown { process.send(signal: SIGTERM) }
    #expect(await process.ending() == .signalled(number: SIGTERM))
    terminal.update()
    return terminal.shown
  }

  @Test("is shown by a check of a file, of which the share that is read is known")
  func check() async throws {
    let folder = try TemporaryFolder()
    try folder.write("", to: "passwords")
    // As many empty passwords as it has bytes, which take no room on the disk.
    try #require(unsafe truncate(folder["passwords"].path, 1 << 40) == 0)
    let shown = try await interruptedRun(
      ["check", "--policy", "pci-dss-4", "--null", "--quiet", "--input", "passwords"], in: folder)
    #expect(shown.contains(/^\rpasswright: [0-9,]+ passwords \(0 %\), [0-9,]+\/s, .* left/))
  }

  @Test("is shown by a run that records what it draws for one account")
  func oneAccount() async throws {
    let folder = try TemporaryFolder()
    try folder.writePrivately(String(repeating: "5a", count: 32) + "\n", to: "key")
    let shown = try await interruptedRun(
      ["generate", "--history", "h.db", "--history-key", "key", "--account", "a", "-n", "1000000"],
      in: folder)
    #expect(
      shown.contains(/^\rpasswright: [0-9,]+ of 1,000,000 passwords \(0 %\), [0-9,]+\/s, .* left/))
  }

  @Test("is shown by a run for many accounts, which says how to resume it when it is interrupted")
  func manyAccounts() async throws {
    let folder = try TemporaryFolder()
    try folder.writePrivately(String(repeating: "5a", count: 32) + "\n", to: "key")
    try folder.write((1...200_000).map { "user\($0)\n" }.joined(), to: "ids")
    let shown = try await interruptedRun(
      [
        "generate", "--history", "h.db", "--history-key", "key", "--accounts", "ids", "-o", "new",
        "--format", "csv",
      ], in: folder)
    #expect(
      shown.contains(/^\rpasswright: [0-9,]+ of 200,000 accounts \([0-9]+ %\), [0-9,]+\/s, .* left/)
    )
    #expect(
      shown.hasSuffix(
        """
        \r\npasswright: interrupted; new.partial holds what is done; to resume, run the same command \
        again:\r\n  passwright generate --history h.db --history-key key --accounts ids -o new \
        --format csv\r\n
        """))
    // The journal of the history is there too, if the signal came in a transaction.
    #expect(
      try folder.names.filter { $0 != "h.db-journal" } == [
        "h.db", "ids", "key", "new.partial", "new.run",
      ])
  }

  @Test("is not shown when the run ends immediately")
  func shortRun() async throws {
    let terminal = try Screen()
    let process = try ChildProcess(
      Command.path, ["generate", "-n", "1"], environment: Command.environment,
      errors: terminal.stream)
    #expect(await process.ending() == .exited(status: 0))
    terminal.update()
    #expect(terminal.shown == "")
  }
}
