import Foundation
import Testing
import _TestSupport

@Suite("Processes that tests start")
struct ChildProcessTests {
  @Test("get their arguments and input, and their output and how they end is known")
  func streams() async throws {
    let script = #"cat; printf '%s' "$1" >&2; exit 7"#
    let outcome = try await Program.outcome("sh", ["-c", script, "sh", "a b"], input: "in\n")
    #expect(outcome.output == "in\n")
    #expect(outcome.errors == "a b")
    #expect(outcome.ending == .exited(status: 7))
  }

  @Test("that a signal ends are distinguished from those that exit")
  func signal() async throws {
    let outcome = try await Program.outcome("sh", ["-c", "kill -TERM $$"])
    #expect(outcome.ending == .signalled(number: SIGTERM))
  }

  @Test("run in their folder, with their environment")
  func surroundings() async throws {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("passwright-\(UUID().uuidString)").resolvingSymlinksInPath()
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: false)
    defer { try? FileManager.default.removeItem(at: folder) }
    let output = folder.appendingPathComponent("out").path
    let process = try ChildProcess(
      "/bin/sh", ["-c", #"pwd -P; echo "$A ${HOME-none}""#], environment: ["A=b"],
      folder: folder.path, output: .file(output))
    #expect(await process.ending() == .exited(status: 0))
    #expect(
      String(decoding: try Data(contentsOf: URL(fileURLWithPath: output)), as: UTF8.self)
        == "\(folder.path)\nb none\n")
  }

  @Test("cannot be started from a file that is not a program")
  func missing() {
    #expect(throws: ProcessError.self) { try ChildProcess("/nonexistent") }
  }

  #if os(Linux)
  @Test("have no signal blocked or ignored, and no file open except their streams")
  func clean() async throws {
    let pipe = Pipe()
    // The C library keeps two of the signals from 32 on for itself; the last seven digits are of
    // those up to 28.
    let script = """
      awk '/^Sig(Blk|Ign)/ { print substr($2, 10) }' /proc/self/status
      ls /proc/self/fd | wc -l
      """
    // The fourth is the folder that ls reads.
    let expected = "0000000\n0000000\n4\n"
    #expect(try await Program.run("sh", ["-c", script]) == expected)
    try pipe.fileHandleForWriting.close()
  }
  #endif

  @Test("run concurrently, each with its own outcome")
  func many() async throws {
    try await withThrowingTaskGroup(of: Bool.self) { group in
      for number in 0..<50 {
        group.addTask {
          let outcome = try await Program.outcome(
            "sh", ["-c", "cat; exit \(number)"], input: "\(number)")
          return outcome.output == "\(number)" && outcome.ending == .exited(status: Int32(number))
        }
      }
      for try await isRight in group { #expect(isRight) }
    }
  }
}
