import Foundation
import Testing
import _TestSupport

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
    try await processLimit.run {
      try await start(path, arguments, input: input, folder: folder).outcome()
    }
  }

  /// Runs a script of the shell, to which the command is known as `$PASSWRIGHT`.
  static func shell(_ script: String, folder: URL? = nil) async throws -> Outcome {
    try await processLimit.run {
      try await start("/bin/sh", ["-c", script], input: "", folder: folder).outcome()
    }
  }

  /// More processes at once would only wait for each other.
  private static let processLimit = ConcurrencyLimit(100)

  private static func start(
    _ program: String, _ arguments: [String], input: String, folder: URL?
  ) throws -> Running {
    try Running(program, arguments, environment: environment, input: input, folder: folder)
  }

  /// That of the tests, and what the command is to run in.
  static let environment: [String] = {
    var environment = ProcessInfo.processInfo.environment
    environment["PASSWRIGHT"] = path
    environment["COLUMNS"] = nil
    // Under the address sanitizer a process that ends in an error of the argument parser counts as
    // leaking the parser's memory, and its status would report only that.
    environment["ASAN_OPTIONS"] = "detect_leaks=0"
    return environment.map { "\($0)=\($1)" }
  }()
}

extension Command {
  /// A process whose streams are files, so that neither side waits for the other.
  private struct Running {
    let process: ChildProcess
    private let streams: TemporaryFolder

    init(
      _ program: String, _ arguments: [String], environment: [String], input: String, folder: URL?
    ) throws {
      streams = try TemporaryFolder()
      try streams.write(input, to: "in")
      process = try ChildProcess(
        program, arguments, environment: environment, folder: folder?.path,
        input: .file(streams["in"].path), output: .file(streams["out"].path),
        errors: .file(streams["err"].path))
    }

    /// Waits for the end.
    func outcome() async throws -> Outcome {
      let ending = await process.ending()
      let status: Int32
      let isSignalled: Bool
      switch ending {
      case .exited(let number): (status, isSignalled) = (number, false)
      case .signalled(let number): (status, isSignalled) = (number, true)
      }
      return Outcome(
        status: status, isSignalled: isSignalled, output: try Data(contentsOf: streams["out"]),
        errors: try streams.text(of: "err"))
    }
  }
}
