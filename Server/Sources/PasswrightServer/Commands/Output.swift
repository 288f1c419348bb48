import ArgumentParser

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// Prints text and a line break on standard output.
///
/// - Throws: ``CommandFailure`` when it cannot be written; once its reader is gone, the exit status of
///   a command that ends quietly.
func printLine(_ text: String) throws { try printText(text + "\n") }

/// Prints text on standard output, as ``printLine(_:)`` does.
func printText(_ text: String) throws {
  do throws(FileHandleOutput.Failure) {
    try FileHandleOutput.standardOutput.write(text)
  } catch {
    if error.code == EPIPE { throw ExitCode(141) }
    throw CommandFailure("standard output cannot be written: \(error)")
  }
}
