#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

extension Platform {
  /// Opens a file, device or pipe to read all of it, waiting for the writer of a pipe.
  package static func openInput(_ path: String) throws(SystemError) -> Int32 {
    let descriptor = unsafe open(path, O_RDONLY | O_NOCTTY | O_CLOEXEC)
    guard descriptor >= 0 else { throw SystemError(call: "open", code: errno) }
    return descriptor
  }

  /// Reads available bytes with one call, one byte or more, straight into the caller's memory.
  ///
  /// - Returns: the number of bytes read; 0 at the end of the input.
  package static func readOnce(
    into bytes: UnsafeMutableRawBufferPointer, from descriptor: Int32
  ) throws(SystemError) -> Int {
    while true {
      #if canImport(Glibc)
      let count = unsafe Glibc.read(descriptor, bytes.baseAddress, bytes.count)
      #elseif canImport(Musl)
      let count = unsafe Musl.read(descriptor, bytes.baseAddress, bytes.count)
      #elseif canImport(Darwin)
      let count = unsafe Darwin.read(descriptor, bytes.baseAddress, bytes.count)
      #endif
      if count >= 0 { return count }
      switch errno {
      case EINTR: continue
      case EAGAIN: waitUntilReadable(descriptor)
      default: throw SystemError(call: "read", code: errno)
      }
    }
  }

  /// How many bytes of a file are left to read; `nil` for what is no file.
  package static func bytesLeft(of descriptor: Int32) -> Int? {
    guard let status = try? status(of: descriptor), status.isRegularFile else { return nil }
    let position = lseek(descriptor, 0, SEEK_CUR)
    return position < 0 ? nil : max(0, status.byteCount - Int(position))
  }

  /// Checks that bytes can be written, without writing any: the descriptor is open for writing, a
  /// pipe has a reader, and a device accepts writes.
  ///
  /// - Throws: ``SystemError``, `EPIPE` for a pipe without a reader.
  package static func checkWritable(_ descriptor: Int32) throws(SystemError) {
    try writeNothing(to: descriptor)
    var request = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
    guard unsafe poll(&request, 1, 0) >= 0 else { throw SystemError(call: "poll", code: errno) }
    guard request.revents & Int16(POLLERR) == 0 else {
      throw SystemError(call: "poll", code: EPIPE)
    }
  }

  private static func writeNothing(to descriptor: Int32) throws(SystemError) {
    let byte: UInt8 = 0
    let written = unsafe withUnsafeBytes(of: byte) { bytes in
      #if canImport(Glibc)
      unsafe Glibc.write(descriptor, bytes.baseAddress, 0)
      #elseif canImport(Musl)
      unsafe Musl.write(descriptor, bytes.baseAddress, 0)
      #elseif canImport(Darwin)
      unsafe Darwin.write(descriptor, bytes.baseAddress, 0)
      #endif
    }
    guard written >= 0 || errno == EAGAIN || errno == EINTR else {
      throw SystemError(call: "write", code: errno)
    }
  }

  /// Lets a pipe buffer a MiB, the maximum that Linux grants to every user, so that writer and
  /// reader wait for each other less often; does nothing for other files, and on other systems.
  package static func widenPipe(_ descriptor: Int32) {
    #if os(Linux)
    // F_SETPIPE_SZ, which the C library declares only for GNU sources. If it fails, the pipe is
    // unchanged.
    _ = fcntl(descriptor, 1031, 1 << 20)
    #endif
  }

  private static func waitUntilReadable(_ descriptor: Int32) {
    var request = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
    _ = unsafe poll(&request, 1, -1)
  }

  /// Returns the index of the first such byte, or `nil`.
  package static func firstIndex(
    of byte: UInt8, in bytes: UnsafeRawBufferPointer
  ) -> Int? {
    guard let start = bytes.baseAddress, bytes.count > 0,
      let found = unsafe memchr(start, Int32(byte), bytes.count)
    else { return nil }
    return unsafe UnsafeRawPointer(found) - start
  }
}
