import Foundation
import Testing
import _TestSupport

@Suite("Progress")
struct ProgressTests {
  /// A new terminal, of which what is shown can be read.
  private final class Screen {
    private var master: Int32 = 0
    private var slave: Int32 = 0
    private(set) var shown = ""

    /// Makes one of a width; 0: it does not say.
    init(columns: UInt16 = 0) throws {
      var size = winsize()
      size.ws_col = columns
      try #require(unsafe openpty(&master, &slave, nil, nil, &size) == 0)
      _ = fcntl(master, F_SETFL, O_NONBLOCK)
    }

    deinit {
      close(master)
      close(slave)
    }

    /// What a process writes to.
    var stream: ChildProcess.Stream { .descriptor(slave) }

    /// Takes what has been shown since the last time, without waiting for more.
    func update() {
      var bytes = [UInt8](repeating: 0, count: 65_536)
      let count = unsafe bytes.withUnsafeMutableBytes {
        unsafe read(master, $0.baseAddress, $0.count)
      }
      shown += String(decoding: bytes.prefix(max(0, count)), as: UTF8.self)
    }
  }

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
    #expect(
      shown.contains(
        /\rpasswright: [0-9,]+ of 100,000,000,000 passwords \([0-9]+ %\), [0-9,]+\/s/))
    #expect(shown.contains(/\r +\r$/))
    #expect(!shown.contains("\u{1B}"))
  }

  @Test(
    "is shortened to the width of the terminal",
    arguments: [
      (40, "\r[0-9,]+ of 100,000,000,000 \\([0-9]+ %\\)"), (20, "\r[0-9]+ %"), (5, "\r[0-9]+ %"),
    ])
  func narrowTerminal(columns: Int, pattern: String) async throws {
    let shown = try await longRun(columns: UInt16(columns))
    #expect(shown.contains(try Regex(pattern)))
    #expect(shown.split(separator: "\r").allSatisfy { $0.count < columns })
    #expect(shown.hasSuffix("\r"))
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
