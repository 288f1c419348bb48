import Foundation
import Testing
import _TestSupport

@Suite("Terminals")
struct TerminalTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  /// Starts a command that asks for a password, and waits until it has asked.
  private func ask(_ terminal: Terminal) async throws -> FileHandle {
    let key = try await Command.run("history", "key", "key", folder: folder.url)
    try #require(key.status == 0)
    let errors = Pipe()
    try terminal.run(
      ["history", "add", "--history", "h.db", "--history-key", "key", "--account", "alice"],
      errors: errors, folder: folder.url)
    let prompt = try #require(try errors.fileHandleForReading.read(upToCount: 10))
    #expect(String(decoding: prompt, as: UTF8.self) == "Password: ")
    return errors.fileHandleForReading
  }

  @Test(
    "restore the echo when a signal ends the prompt",
    arguments: [SIGHUP, SIGINT, SIGQUIT, SIGTERM])
  func signals(signal: Int32) async throws {
    let terminal = try Terminal()
    _ = try await ask(terminal)
    #expect(try !terminal.echoes)
    terminal.send(signal)
    #expect(try await terminal.end() == .signalled(number: signal))
    #expect(try terminal.echoes)
    #expect(try folder.names == ["key"])
  }

  @Test("restore the echo while the command is stopped, and turn it off when it continues")
  func stopped() async throws {
    let terminal = try Terminal()
    let errors = try await ask(terminal)
    terminal.send(SIGTSTP)
    while try !terminal.echoes { await Task.yield() }
    // Sent again and again: the first may come before the command has stopped.
    while try terminal.echoes {
      terminal.send(SIGCONT)
      await Task.yield()
    }
    terminal.type("kept secret\n")
    #expect(try await terminal.end() == .exited(status: 0))
    #expect(try errors.readToEnd() == nil)
    #expect(try terminal.echoes)
  }

  /// Linux hands over 4,095 bytes and the line feed, and drops what else was typed.
  @Test(
    "deliver lines that may have been truncated, which are refused", arguments: [4094, 4095, 5000])
  func fullLine(count: Int) async throws {
    let terminal = try Terminal()
    let errors = try await ask(terminal)
    terminal.type(String(repeating: "x", count: count) + "\n")
    let end = try await terminal.end()
    let message = String(decoding: try errors.readToEnd() ?? Data(), as: UTF8.self)
    #expect(end == .exited(status: count < 4095 ? 0 : 64))
    #expect(message.contains("may have been truncated") == (count >= 4095))
    #expect(try folder.names.contains("h.db") == (count < 4095))
  }

  @Test("deliver lines that may have been truncated, which a check reports")
  func fullLineOfCheck() async throws {
    let terminal = try Terminal()
    let errors = Pipe()
    try terminal.run(["check", "--policy", "pci-dss-4"], errors: errors, folder: folder.url)
    // A line before it would have to be read first: with one in its buffer Linux takes no more than
    // fits, and has been seen to keep the rest for ever when the reader came at the same moment.
    terminal.type(String(repeating: "x", count: 5000) + "\n")
    #expect(try await terminal.end() == .exited(status: 2))
    let message = try errors.fileHandleForReading.readToEnd() ?? Data()
    #expect(
      String(decoding: message, as: UTF8.self).hasPrefix(
        "passwright: error: line 1 has as many bytes as a terminal delivers in one line"))
  }
}
