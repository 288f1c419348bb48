import Foundation
import Testing
import _TestSupport

/// The process that the tests kill.
final class Driver {
  private let process: ChildProcess
  private let output = Pipe()
  private var buffer: [UInt8] = []

  /// Starts it.
  ///
  /// - Parameters:
  ///   - arguments: what it is to do.
  ///   - lines: the lines on its standard input.
  ///   - prefix: a program that starts it with other rights.
  /// - Throws: what the system says when it cannot be started.
  init(_ arguments: [String], input lines: [String] = [], prefix: [String] = []) throws {
    let command = prefix + [Self.path] + arguments
    let input = Pipe()
    process = try ChildProcess(
      command[0], Array(command.dropFirst()),
      input: .descriptor(input.fileHandleForReading.fileDescriptor),
      output: .descriptor(output.fileHandleForWriting.fileDescriptor))
    try input.fileHandleForReading.close()
    try output.fileHandleForWriting.close()
    try input.fileHandleForWriting.write(
      contentsOf: Data(lines.map { $0 + "\n" }.joined().utf8))
    try input.fileHandleForWriting.close()
  }

  private static let path = URL(fileURLWithPath: CommandLine.arguments[0])
    .deletingLastPathComponent().appendingPathComponent("HistoryCrashDriver").path

  /// The next line, or nil at the end of the output; waits for it.
  func line() -> String? {
    while true {
      if let end = buffer.firstIndex(of: 10) {
        defer { buffer.removeFirst(end + 1) }
        return String(decoding: buffer[..<end], as: UTF8.self)
      }
      let data = output.fileHandleForReading.availableData
      guard !data.isEmpty else { return nil }
      buffer.append(contentsOf: data)
    }
  }

  /// All lines up to the end of the output.
  func lines() -> [String] {
    var lines: [String] = []
    while let line = line() { lines.append(line) }
    _ = process.waitForEnding()
    return lines
  }

  func end() { process.send(signal: SIGKILL) }
}
