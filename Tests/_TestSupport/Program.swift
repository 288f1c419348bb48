import Foundation

/// Another program that a test runs on files of its own.
///
/// ```swift
/// @Test(.enabled(if: Program.isInstalled("zsh"), "zsh is not installed"))
/// ```
/// `make test-dependencies` installs all that tests ask for.
package enum Program {
  /// The path of a program, if it is there.
  ///
  /// Those of administrators are found too.
  package static func path(_ name: String) -> String? {
    let path = ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin"
    return "\(path):/usr/sbin:/sbin".split(separator: ":").map { "\($0)/\(name)" }.first {
      FileManager.default.isExecutableFile(atPath: $0)
    }
  }

  /// Whether a program is there.
  package static func isInstalled(_ name: String) -> Bool { path(name) != nil }

  /// The path of a Python that has a module: the first of the path, or the system's own.
  package static func python(with module: String) -> String? {
    [path("python3"), "/usr/bin/python3"].compactMap(\.self).first {
      let process = try? ChildProcess($0, ["-c", "import \(module)"])
      return process?.waitForEnding() == .exited(status: 0)
    }
  }

  /// Runs a program to its end, in a folder that holds nothing but the input.
  ///
  /// - Parameters:
  ///   - name: its name, which is looked up, or its path.
  ///   - arguments: what follows its name.
  ///   - input: what it reads from standard input.
  /// - Returns: what it has written to standard output and standard error, and how it ended.
  /// - Throws: ``ProcessError`` when it cannot be started, or what Foundation says of the files.
  package static func outcome(
    _ name: String, _ arguments: [String] = [], input: String = ""
  ) async throws -> (output: String, errors: String, ending: ProcessEnding) {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("passwright-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: false)
    defer { try? FileManager.default.removeItem(at: folder) }
    // Hidden from patterns that match the files of the folder.
    let names = [".in", ".out", ".err"].map { folder.appendingPathComponent($0) }
    try Data(input.utf8).write(to: names[0])
    let program = name.contains("/") ? name : path(name) ?? name
    let process = try ChildProcess(
      program, arguments, folder: folder.path, input: .file(names[0].path),
      output: .file(names[1].path), errors: .file(names[2].path))
    let ending = await process.ending()
    let texts = try names[1...].map { String(decoding: try Data(contentsOf: $0), as: UTF8.self) }
    return (texts[0], texts[1], ending)
  }

  /// Runs a program to its end, as ``outcome(_:_:input:)`` does.
  ///
  /// - Returns: what it has written to standard output, whatever its status.
  package static func run(
    _ name: String, _ arguments: [String] = [], input: String = ""
  ) async throws -> String {
    try await outcome(name, arguments, input: input).output
  }
}
