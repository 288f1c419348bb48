import Synchronization

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

extension Platform {
  /// The status of an open file.
  package struct FileStatus: Sendable {
    package let isRegularFile: Bool
    /// The permission bits, such as `0o600`.
    package let permissions: UInt32
    package let owner: UInt32
    package let byteCount: Int

    fileprivate init(_ status: stat) {
      self.isRegularFile = status.st_mode & S_IFMT == S_IFREG
      self.permissions = UInt32(status.st_mode & 0o7777)
      self.owner = status.st_uid
      self.byteCount = Int(status.st_size)
    }
  }

  /// Why a file is not accessible only to its owner.
  package enum Exposure: Hashable, Sendable {
    /// It is a folder, a pipe or a device.
    case notAFile
    /// It belongs to a user other than the current one.
    case foreignOwner
    /// The group or others may read, write or execute it.
    case openToOthers(permissions: UInt32)
  }

  package static let fileIsMissing = ENOENT
  package static let nameIsTaken = EEXIST
  package static let linkIsNotFollowed = ELOOP
  package static let invalidArgument = EINVAL
  package static let accessIsDenied = EACCES
  package static let operationIsNotPermitted = EPERM
  package static let fileSystemIsReadOnly = EROFS
  package static let deviceIsFull = ENOSPC
  package static let quotaIsExceeded = EDQUOT
  package static let fileIsTooLarge = EFBIG

  /// The value of `errno` after the last failed call.
  package static var lastErrorCode: Int32 { errno }

  /// Opens a file for reading without waiting: a pipe without a writer does not block.
  package static func openToRead(_ path: String) throws(SystemError) -> Int32 {
    let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else { throw SystemError(call: "open", code: errno) }
    return descriptor
  }

  package static func status(of descriptor: Int32) throws(SystemError) -> FileStatus {
    var status = stat()
    guard unsafe fstat(descriptor, &status) == 0 else {
      throw SystemError(call: "fstat", code: errno)
    }
    return FileStatus(status)
  }

  /// Returns the status of a file without opening it: closing it again would release the locks that
  /// SQLite may hold on it in this process.
  package static func status(ofFile path: String) throws(SystemError) -> FileStatus {
    var status = stat()
    guard unsafe stat(path, &status) == 0 else { throw SystemError(call: "stat", code: errno) }
    return FileStatus(status)
  }

  /// Reads until the buffer is full or the file ends, straight into the caller's memory.
  ///
  /// - Returns: the number of bytes read.
  package static func fill(
    _ bytes: UnsafeMutableRawBufferPointer, from descriptor: Int32
  ) throws(SystemError) -> Int {
    try unsafe fill(bytes, from: descriptor, stopsAfterLine: false)
  }

  static func fill(
    _ bytes: UnsafeMutableRawBufferPointer, from descriptor: Int32, stopsAfterLine: Bool
  ) throws(SystemError) -> Int {
    var filled = 0
    while filled < bytes.count {
      if stopsAfterLine, filled > 0, unsafe bytes[filled - 1] == UInt8(ascii: "\n") { break }
      let rest = unsafe UnsafeMutableRawBufferPointer(rebasing: bytes[filled...])
      #if canImport(Glibc)
      let count = unsafe Glibc.read(descriptor, rest.baseAddress, rest.count)
      #elseif canImport(Musl)
      let count = unsafe Musl.read(descriptor, rest.baseAddress, rest.count)
      #elseif canImport(Darwin)
      let count = unsafe Darwin.read(descriptor, rest.baseAddress, rest.count)
      #endif
      if count < 0 {
        if errno == EINTR { continue }
        throw SystemError(call: "read", code: errno)
      }
      if count == 0 { break }
      filled += count
    }
    return filled
  }

  /// Opens a file or pipe for reading, waiting for a pipe's writer.
  package static func openFileToRead(_ path: String) throws(SystemError) -> Int32 {
    let descriptor = unsafe open(path, O_RDONLY | O_NOCTTY | O_CLOEXEC)
    guard descriptor >= 0 else { throw SystemError(call: "open", code: errno) }
    return descriptor
  }
}

extension Platform.FileStatus {
  /// Returns why users other than the current one have access to the file; `nil` when none has.
  ///
  /// With `acceptsRoot`, root may own it too.
  package func exposure(acceptsRoot: Bool) -> Platform.Exposure? {
    guard isRegularFile else { return .notAFile }
    guard owner == geteuid() || acceptsRoot && owner == 0 else { return .foreignOwner }
    return permissions & 0o077 == 0 ? nil : .openToOthers(permissions: permissions)
  }
}
