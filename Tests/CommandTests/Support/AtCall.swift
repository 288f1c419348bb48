#if os(Linux)
import Foundation
import Testing
import _TestSupport

/// A library that kills the command or holds it at one of its calls that change files.
struct AtCall {
  private let folder: TemporaryFolder

  init() async throws {
    folder = try TemporaryFolder()
    let source = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().appendingPathComponent("AtCall/AtCall.c").path
    let options = "-shared -fPIC -O1 '\(source)' -o '\(folder["at-call.so"].path)'"
    let built = try await Command.shell("clang \(options) || cc \(options)")
    try #require(built.status == 0, "\(built.errors)")
  }

  /// What stands before `"$PASSWRIGHT"` in a script, so that the command is killed at a call.
  func killing(at call: Int) -> String { "KILL_AT=\(call) \(preloading)" }

  /// A call before which the command can be held.
  enum Call: String {
    case write = "WRITE"
    case rename = "RENAME"
  }

  /// What stands before `"$PASSWRIGHT"` in a script, so that the command is held before one of the
  /// calls, the first unless another is given, that write to a file or replace one.
  ///
  /// The script makes a named pipe. `: <pipe` then waits until the command is held, and `: >pipe`
  /// lets it continue.
  func holding(at pipe: String, before call: Call = .write, number: Int = 1) -> String {
    "HOLD_AT_\(call.rawValue)=\(number) HOLD='\(pipe)' \(preloading)"
  }

  /// What stands before `"$PASSWRIGHT"` in a script, so that calls fail as on a poor file system.
  func failing(_ words: String) -> String { "FAIL='\(words)' \(preloading)" }

  private var preloading: String {
    "ASAN_OPTIONS=detect_leaks=0:verify_asan_link_order=0 LD_PRELOAD='\(folder["at-call.so"].path)'"
  }
}
#endif
