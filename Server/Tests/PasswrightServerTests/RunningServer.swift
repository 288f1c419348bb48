import Foundation
import PasswordService
import ServiceTestSupport
import Synchronization

/// What a command printed and how it ended.
struct CommandResult {
  let status: Int32
  let output: String
  let errors: String
}

/// A folder with a store and its master key, and commands on them.
struct CommandFolder: Sendable {
  let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
  }

  var options: [String] {
    ["--database", folder.file("store.db"), "--master-key-file", folder.file("master.key")]
  }

  func process(_ arguments: [String], environment: [String: String] = [:]) -> Process {
    let process = Process()
    process.executableURL = URL(filePath: builtProduct("passwright-server"))
    process.arguments = arguments + options
    process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
    return process
  }

  func run(_ arguments: String...) throws -> CommandResult {
    try Self.result(of: process(arguments))
  }

  /// Runs a process to its end.
  static func result(of process: Process) throws -> CommandResult {
    let (output, errors) = (Pipe(), Pipe())
    process.standardOutput = output
    process.standardError = errors
    try process.run()
    let printed = output.fileHandleForReading.readDataToEndOfFile()
    let complaints = errors.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return CommandResult(
      status: process.terminationStatus, output: String(decoding: printed, as: UTF8.self),
      errors: String(decoding: complaints, as: UTF8.self))
  }

  /// Makes the store and applies the standard document; returns the system-wide key.
  func prepare() throws -> String {
    let key = try run("init").output.trimmingCharacters(in: .whitespacesAndNewlines)
    let document = folder.file("document.json")
    try Data(ServiceFixture.standardDocument.utf8).write(to: URL(filePath: document))
    _ = try run("apply", document)
    return key
  }
}

/// A server in a process of its own, which ends with its owner.
final class RunningServer: @unchecked Sendable {
  // The process is used by one test; its log is read by one thread and kept under a lock.
  let process: Process
  let port: Int
  private let log: Log

  private final class Log: Sendable {
    private let text = Mutex("")
    var all: String { text.withLock { $0 } }
    func append(_ more: String) { text.withLock { $0 += more } }
  }

  struct DidNotStart: Error {
    let log: String
  }

  /// Starts `serve` on a free port and waits until it listens.
  init(
    _ folder: CommandFolder, _ arguments: [String] = [], environment: [String: String] = [:]
  ) throws {
    process = folder.process(["serve", "--port", "0"] + arguments, environment: environment)
    let errors = Pipe()
    process.standardError = errors
    process.standardOutput = FileHandle.nullDevice
    try process.run()
    let log = Log()
    var port: Int?
    while port == nil {
      let data = errors.fileHandleForReading.availableData
      guard !data.isEmpty else { throw DidNotStart(log: log.all) }
      log.append(String(decoding: data, as: UTF8.self))
      if let match = log.all.firstMatch(of: /"address":"[^"]*:([0-9]+)"/) { port = Int(match.1) }
    }
    let handle = errors.fileHandleForReading
    Thread.detachNewThread {
      while case let data = handle.availableData, !data.isEmpty {
        log.append(String(decoding: data, as: UTF8.self))
      }
    }
    self.log = log
    self.port = port ?? 0
  }

  deinit {
    if process.isRunning { process.terminate() }
  }

  /// Asks the server to stop, and waits for its end.
  func stop() -> (status: Int32, log: String) {
    process.terminate()
    process.waitUntilExit()
    return (process.terminationStatus, log.all)
  }

  func url(_ path: String) -> String { "http://127.0.0.1:\(port)\(path)" }
}
