import Foundation
import Testing

/// Another program that a test runs on files of its own.
package enum Program {
  /// The path of a program, if it is there.
  package static func path(_ name: String) -> String? {
    let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin")
      .split(separator: ":")
    return folders.map { "\($0)/\(name)" }.first {
      FileManager.default.isExecutableFile(atPath: $0)
    }
  }

  /// Runs a program to its end, in a folder that holds nothing but the input.
  ///
  /// - Returns: what it has written to standard output.
  package static func run(_ path: String, _ arguments: [String], input: String) async throws
    -> String
  {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("passwright-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: false)
    defer { try? FileManager.default.removeItem(at: folder) }
    // Hidden from patterns that match the files of the folder.
    let names = [".in", ".out"].map { folder.appendingPathComponent($0) }
    try Data(input.utf8).write(to: names[0])
    try Data().write(to: names[1])
    let (ended, end) = AsyncStream.makeStream(of: Void.self)
    let process = Process()
    process.executableURL = URL(fileURLWithPath: path)
    process.arguments = arguments
    process.currentDirectoryURL = folder
    process.standardInput = try FileHandle(forReadingFrom: names[0])
    process.standardOutput = try FileHandle(forWritingTo: names[1])
    process.standardError = FileHandle.nullDevice
    process.terminationHandler = { _ in end.finish() }
    try process.run()
    for await _ in ended {}
    return String(decoding: try Data(contentsOf: names[1]), as: UTF8.self)
  }
}
