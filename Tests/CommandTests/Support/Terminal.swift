import Foundation
import Testing
import _TestSupport

/// A new terminal and the command that runs on it.
final class Terminal {
  private let master: Int32
  private let slave: Int32
  private var process: ChildProcess?

  /// Makes one.
  init() throws {
    var (master, slave) = (0 as Int32, 0 as Int32)
    try #require(unsafe openpty(&master, &slave, nil, nil, nil) == 0)
    (self.master, self.slave) = (master, slave)
  }

  deinit {
    close(master)
    close(slave)
  }

  /// Whether it shows what is typed.
  var echoes: Bool {
    get throws {
      var settings = termios()
      try #require(unsafe tcgetattr(slave, &settings) == 0)
      return settings.c_lflag & tcflag_t(ECHO) != 0
    }
  }

  /// Starts the command with the terminal for standard input.
  func run(_ arguments: [String], errors: Pipe, folder: URL) throws {
    process = try ChildProcess(
      Command.path, arguments, environment: Command.environment, folder: folder.path,
      input: .descriptor(slave), errors: .descriptor(errors.fileHandleForWriting.fileDescriptor))
    try errors.fileHandleForWriting.close()
  }

  /// Types a text.
  func type(_ text: String) {
    let bytes = Array(text.utf8)
    #expect(unsafe write(master, bytes, bytes.count) == bytes.count)
  }

  /// Sends the command a signal.
  func send(_ signal: Int32) { process?.send(signal: signal) }

  /// Waits for the end.
  func end() async throws -> ProcessEnding { try await #require(process).ending() }
}
