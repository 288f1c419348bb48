import Foundation

/// A nameless temporary file, removed when it goes.
@safe
struct TemporaryFile: ~Copyable {
  private let file: UnsafeMutablePointer<FILE>

  init() throws {
    guard let file = unsafe tmpfile() else { throw POSIXError(.EIO) }
    unsafe self.file = file
  }

  deinit { unsafe fclose(file) }

  var descriptor: Int32 { unsafe fileno(file) }

  /// All that was written.
  func contents() -> [UInt8] {
    lseek(descriptor, 0, SEEK_SET)
    return readAll(from: descriptor)
  }
}

/// The two ends of a pipe.
struct TestPipe: ~Copyable {
  let reading: Int32
  let writing: Int32

  init() throws {
    var ends: [Int32] = [-1, -1]
    guard unsafe pipe(&ends) == 0 else { throw POSIXError(.EMFILE) }
    (reading, writing) = (ends[0], ends[1])
  }
}

/// Reads until the end of a file or pipe.
func readAll(from descriptor: Int32) -> [UInt8] {
  var result: [UInt8] = []
  var chunk = [UInt8](repeating: 0, count: 1 << 16)
  while true {
    let count = unsafe read(descriptor, &chunk, chunk.count)
    guard count > 0 else { return result }
    result += chunk[..<count]
  }
}
