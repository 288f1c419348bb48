import CSpawn
import Foundation

/// How a process ended.
package enum ProcessEnding: Hashable, Sendable {
  case exited(status: Int32)
  case signalled(number: Int32)
}

/// Why a process could not be started, with the system's error number.
package struct ProcessError: Error, CustomStringConvertible {
  package let program: String
  package let number: Int32

  package var description: String {
    "cannot start \(program): \(unsafe String(cString: strerror(number)))"
  }
}

/// A process that a test starts, by `posix_spawn`.
///
/// It starts with no signal blocked and none ignored, and with no open file but its three streams:
/// the threads that tests run on block most signals, and a child would inherit that. Any number may
/// be started from any threads, whatever the number of open files, of which Foundation's `Process`
/// is not sure.
package struct ChildProcess: Sendable {
  /// One of the three streams of a process.
  package enum Stream: Sendable {
    /// Reads nothing, and drops what is written.
    case null
    /// A file that is read, or that is made or emptied and written.
    case file(String)
    /// An open file of this process, which stays open here.
    case descriptor(Int32)

    fileprivate var path: String? {
      switch self {
      case .null: "/dev/null"
      case .file(let path): path
      case .descriptor: nil
      }
    }

    fileprivate var descriptor: Int32 {
      if case .descriptor(let number) = self { number } else { -1 }
    }
  }

  private let identifier: pid_t

  /// Starts a program.
  ///
  /// - Parameters:
  ///   - program: its path.
  ///   - arguments: what follows its name.
  ///   - environment: all of its environment, as `NAME=value`; that of this process unless given.
  ///   - folder: where it runs; where this process does, unless given.
  ///   - input: what it reads from.
  ///   - output: what it writes to.
  ///   - errors: where its messages go.
  /// - Throws: ``ProcessError`` when it cannot be started.
  package init(
    _ program: String, _ arguments: [String] = [], environment: [String]? = nil,
    folder: String? = nil, input: Stream = .null, output: Stream = .null, errors: Stream = .null
  ) throws(ProcessError) {
    let streams = [input, output, errors]
    let environment =
      environment ?? ProcessInfo.processInfo.environment.map { "\($0)=\($1)" }
    var identifier: pid_t = 0
    let number = unsafe CStrings([program] + arguments).withPointers { arguments in
      unsafe CStrings(environment).withPointers { environment in
        unsafe CStrings(streams.map(\.path)).withPointers { paths in
          unsafe cspawn(
            &identifier, program, arguments, environment, folder, paths,
            streams.map(\.descriptor))
        }
      }
    }
    guard number == 0 else { throw ProcessError(program: program, number: number) }
    self.identifier = identifier
  }

  /// Waits for the end on this thread.
  ///
  /// To be called once.
  package func waitForEnding() -> ProcessEnding {
    var status: Int32 = 0
    while unsafe waitpid(identifier, &status, 0) < 0 && errno == EINTR {}
    let signal = status & 0x7F
    return signal == 0 ? .exited(status: status >> 8 & 0xFF) : .signalled(number: signal)
  }

  package func send(signal: Int32) { _ = kill(identifier, signal) }
}

/// An array of C strings or null pointers, with a null pointer after the last.
@safe
private struct CStrings: ~Copyable {
  private let pointers: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>
  private let count: Int

  init(_ strings: [String?]) {
    count = strings.count
    unsafe pointers = .allocate(capacity: count + 1)
    for (index, string) in strings.enumerated() {
      unsafe pointers[index] = string.flatMap { unsafe strdup($0) }
    }
    unsafe pointers[count] = nil
  }

  func withPointers<Result>(
    _ body: (UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>) -> Result
  ) -> Result {
    unsafe body(pointers)
  }

  deinit {
    for index in 0..<count { unsafe free(pointers[index]) }
    unsafe pointers.deallocate()
  }
}
