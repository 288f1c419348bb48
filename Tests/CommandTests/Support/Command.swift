import Foundation
import Synchronization
import Testing

/// The built `passwright`, run as a user runs it.
enum Command {
  /// What a run has left behind.
  struct Outcome {
    let status: Int32
    /// Whether a signal ended the process, whose number `status` then is.
    let isSignalled: Bool
    let output: Data
    let errors: String

    var text: String { String(decoding: output, as: UTF8.self) }

    /// The lines of the output; each must have its line feed.
    var lines: [Substring] {
      get throws {
        guard !text.isEmpty else { return [] }
        try #require(text.hasSuffix("\n"), "the last line has no end")
        return text.dropLast().split(separator: "\n", omittingEmptySubsequences: false)
      }
    }

    /// The lines on standard error.
    var errorLines: [Substring] { errors.split(separator: "\n") }
  }

  /// The path of the command: beside the test bundle, where SwiftPM puts both.
  static let path: String = {
    let bundles = CommandLine.arguments.filter { $0.contains(".xctest") }
    for bundle in bundles + [CommandLine.arguments[0]] {
      var folder = URL(fileURLWithPath: bundle)
      while folder.path != "/" {
        folder.deleteLastPathComponent()
        let candidate = folder.appendingPathComponent("passwright").path
        var isDirectory: ObjCBool = false
        let exists = unsafe FileManager.default.fileExists(
          atPath: candidate, isDirectory: &isDirectory)
        if exists && !isDirectory.boolValue
          && FileManager.default.isExecutableFile(atPath: candidate)
        {
          return candidate
        }
      }
    }
    fatalError("no passwright beside \(bundles); build the package first")
  }()

  /// Runs the command to its end.
  static func run(
    _ arguments: String..., input: String = "", folder: URL? = nil
  ) async throws -> Outcome {
    try await run(arguments, input: input, folder: folder)
  }

  /// Runs the command to its end.
  static func run(
    _ arguments: [String], input: String = "", folder: URL? = nil
  ) async throws -> Outcome {
    try await turnstile.pass {
      try await start(path, arguments, input: input, folder: folder).outcome()
    }
  }

  /// Runs a script of the shell, to which the command is known as `$PASSWRIGHT`.
  static func shell(_ script: String, folder: URL? = nil) async throws -> Outcome {
    try await turnstile.pass {
      try await start("/bin/sh", ["-c", script], input: "", folder: folder).outcome()
    }
  }

  /// Each process takes three open files here, and from some 1,300 on Foundation reads beyond what it
  /// has of `/proc/self/fd` when it starts another.
  private static let turnstile = Turnstile(100)

  private static func start(
    _ program: String, _ arguments: [String], input: String, folder: URL?
  ) throws -> Running {
    var environment = ProcessInfo.processInfo.environment
    environment["PASSWRIGHT"] = path
    environment["COLUMNS"] = nil
    // Under the address sanitizer a process that ends in an error of the argument parser counts as
    // leaking what the parser held, and its status would tell that and nothing else.
    environment["ASAN_OPTIONS"] = "detect_leaks=0"
    let running = try Running(input: input)
    running.process.executableURL = URL(fileURLWithPath: program)
    running.process.arguments = arguments
    running.process.environment = environment
    if let folder { running.process.currentDirectoryURL = folder }
    try running.run()
    return running
  }
}

extension Command {
  /// A process whose streams are files, so that neither side waits for the other.
  final class Running {
    let process = Process()
    private let folder: TemporaryFolder
    private let ended: AsyncStream<Void>

    init(input: String) throws {
      let (ended, end) = AsyncStream.makeStream(of: Void.self)
      self.ended = ended
      folder = try TemporaryFolder()
      process.terminationHandler = { _ in end.finish() }
      try Data(input.utf8).write(to: folder["in"])
      for name in ["out", "err"] { try Data().write(to: folder[name]) }
      process.standardInput = try FileHandle(forReadingFrom: folder["in"])
      process.standardOutput = try FileHandle(forWritingTo: folder["out"])
      process.standardError = try FileHandle(forWritingTo: folder["err"])
    }

    /// Starts the process, with no signal blocked: the threads that tests run on block most, and
    /// a child would inherit that.
    func run() throws {
      var none = sigset_t()
      var previous = sigset_t()
      unsafe sigemptyset(&none)
      unsafe pthread_sigmask(SIG_SETMASK, &none, &previous)
      defer { unsafe pthread_sigmask(SIG_SETMASK, &previous, nil) }
      // Several threads that start processes at once have crashed Foundation.
      try Self.starting.withLock { _ in try process.run() }
    }

    private static let starting = Mutex(())

    /// Waits for the end.
    func outcome() async throws -> Outcome {
      for await _ in ended {}
      return Outcome(
        status: process.terminationStatus, isSignalled: process.terminationReason != .exit,
        output: try Data(contentsOf: folder["out"]),
        errors: String(decoding: try Data(contentsOf: folder["err"]), as: UTF8.self))
    }
  }
}
