import Foundation
import Testing

/// A new terminal and the command that runs on it.
final class Terminal {
  private let master: Int32
  private let slave: Int32
  private let process = Process()
  private var ended: AsyncStream<Void>?

  /// Makes one of a width; `nil`: it does not say.
  init(columns: Int? = nil) throws {
    var (master, slave) = (0 as Int32, 0 as Int32)
    var size = winsize()
    size.ws_col = UInt16(columns ?? 0)
    try #require(unsafe openpty(&master, &slave, nil, nil, &size) == 0)
    (self.master, self.slave) = (master, slave)
  }

  deinit {
    close(master)
    close(slave)
  }

  /// The terminal as a stream of a process.
  var handle: FileHandle { FileHandle(fileDescriptor: slave, closeOnDealloc: false) }

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
    process.executableURL = URL(fileURLWithPath: Command.path)
    process.arguments = arguments
    process.currentDirectoryURL = folder
    process.standardInput = handle
    process.standardOutput = FileHandle.nullDevice
    process.standardError = errors
    let (ended, end) = AsyncStream.makeStream(of: Void.self)
    process.terminationHandler = { _ in end.finish() }
    self.ended = ended
    try process.run()
    try errors.fileHandleForWriting.close()
  }

  /// Types a text.
  func type(_ text: String) {
    let bytes = Array(text.utf8)
    #expect(unsafe write(master, bytes, bytes.count) == bytes.count)
  }

  /// Sends the command a signal.
  func send(_ signal: Int32) { kill(process.processIdentifier, signal) }

  /// How a command ended.
  enum End: Equatable {
    case status(Int32)
    case signal(Int32)
  }

  /// Waits for the end.
  func end() async -> End {
    if let ended { for await _ in ended {} }
    let number = process.terminationStatus
    return process.terminationReason == .exit ? .status(number) : .signal(number)
  }
}
