#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// What went wrong with a forked child.
package enum ForkedChildError: Error, Hashable, Sendable {
  /// This call to the system failed.
  case callFailed(String)
  /// The child ended with this wait status before it had written all bytes.
  case childFailed(status: Int32)
}

/// Runs `body` in a forked copy of this process and returns the bytes that it leaves in the span.
///
/// Only the thread that forks lives on in the child, so a lock that another thread held stays
/// locked there: `body` should do what the caller has done before, such as filling a buffer again,
/// and little else. The child never returns from this call. If it hangs, so does this: to be called
/// where no other thread is at work, as in the process of an exit test.
///
/// - Parameters:
///   - byteCount: how many bytes the child has to give; at most 65,536, the room in a pipe.
///   - body: what the child does. An error thrown makes it fail.
/// - Returns: the bytes as the child left them.
/// - Throws: ``ForkedChildError``.
package func bytesFromForkedChild(
  byteCount: Int, _ body: (inout MutableSpan<UInt8>) throws -> Void
) throws(ForkedChildError) -> [UInt8] {
  // Swift marks `fork` unavailable, rightly so outside a test of what fork does.
  typealias Fork = @convention(c) () -> Int32
  guard let symbol = unsafe dlsym(dlopen(nil, RTLD_NOW), "fork") else {
    throw .callFailed("dlsym")
  }
  let fork = unsafe unsafeBitCast(symbol, to: Fork.self)
  var descriptors: [Int32] = [-1, -1]
  guard unsafe pipe(&descriptors) == 0 else { throw .callFailed("pipe") }
  let (reading, writing) = (descriptors[0], descriptors[1])
  var bytes = [UInt8](repeating: 0, count: byteCount)

  let child = fork()
  if child == 0 {
    runChild(&bytes, writing: writing, body)
  }
  close(writing)
  defer { close(reading) }
  guard child > 0 else { throw .callFailed("fork") }
  let isComplete = readAll(&bytes, from: reading)
  var status: Int32 = 0
  while unsafe waitpid(child, &status, 0) < 0 && errno == EINTR {}
  guard isComplete && status == 0 else { throw .childFailed(status: status) }
  return bytes
}

private func runChild(
  _ bytes: inout [UInt8], writing: Int32, _ body: (inout MutableSpan<UInt8>) throws -> Void
) -> Never {
  var span = bytes.mutableSpan
  do {
    try body(&span)
  } catch {
    _exit(1)
  }
  let written = unsafe bytes.withUnsafeBytes { unsafe write(writing, $0.baseAddress, $0.count) }
  _exit(written == bytes.count ? 0 : 2)
}

private func readAll(_ bytes: inout [UInt8], from descriptor: Int32) -> Bool {
  unsafe bytes.withUnsafeMutableBytes { bytes in
    var filled = 0
    while filled < bytes.count {
      let rest = unsafe UnsafeMutableRawBufferPointer(rebasing: bytes[filled...])
      let count = unsafe read(descriptor, rest.baseAddress, rest.count)
      if count < 0 && errno == EINTR { continue }
      if count <= 0 { return false }
      filled += count
    }
    return true
  }
}
