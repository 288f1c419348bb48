#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// Writes whole lines to a descriptor.
struct FileHandleOutput {
  static let standardOutput = FileHandleOutput(descriptor: 1)
  static let standardError = FileHandleOutput(descriptor: 2)

  /// A line that the system does not take.
  struct Failure: Error, CustomStringConvertible {
    /// What the system says.
    let code: Int32

    var description: String { unsafe String(cString: strerror(code)) }
  }

  let descriptor: Int32

  func write(_ line: String) throws(Failure) {
    let bytes = Array(line.utf8)
    var written = 0
    while written < bytes.count {
      let count = unsafe bytes.withUnsafeBytes { bytes in
        #if canImport(Glibc)
        unsafe Glibc.write(
          descriptor, bytes.baseAddress.map { unsafe $0 + written }, bytes.count - written)
        #elseif canImport(Musl)
        unsafe Musl.write(
          descriptor, bytes.baseAddress.map { unsafe $0 + written }, bytes.count - written)
        #elseif canImport(Darwin)
        unsafe Darwin.write(
          descriptor, bytes.baseAddress.map { unsafe $0 + written }, bytes.count - written)
        #endif
      }
      if count < 0 {
        if errno == EINTR { continue }
        throw Failure(code: errno)
      }
      written += count
    }
  }
}
