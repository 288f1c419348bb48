#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// Files that one process begins and another may resume.
extension Platform {
  /// Opens a file to read it and resume writing; makes it, accessible only to its owner, if there
  /// is none.
  ///
  /// It may be anything except a symbolic link, which is ``linkIsNotFollowed``: check its
  /// ``FileStatus/exposure(acceptsRoot:)`` before writing.
  package static func openToResume(_ path: String) throws(SystemError) -> Int32 {
    // Without waiting: opening a pipe without a reader does not block.
    let flags = O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK | O_NOCTTY
    let descriptor = unsafe open(path, flags, 0o600)
    guard descriptor >= 0 else { throw SystemError(call: "open", code: errno) }
    return descriptor
  }

  /// Whether two names refer to the same existing file; links are not followed.
  package static func isSameFile(_ path: String, _ other: String) -> Bool {
    var (first, second) = (stat(), stat())
    guard unsafe lstat(path, &first) == 0, unsafe lstat(other, &second) == 0 else { return false }
    return first.st_dev == second.st_dev && first.st_ino == second.st_ino
  }

  /// Locks the file for this process until it is closed; returns `false` when another process has
  /// locked it.
  package static func lock(_ descriptor: Int32) throws(SystemError) -> Bool {
    if flock(descriptor, LOCK_EX | LOCK_NB) == 0 { return true }
    guard errno == EWOULDBLOCK else { throw SystemError(call: "flock", code: errno) }
    return false
  }

  /// Truncates a file to a number of bytes, and continues writing there.
  package static func cut(_ descriptor: Int32, to count: Int) throws(SystemError) {
    guard ftruncate(descriptor, off_t(count)) == 0 else {
      throw SystemError(call: "ftruncate", code: errno)
    }
    guard lseek(descriptor, off_t(count), SEEK_SET) >= 0 else {
      throw SystemError(call: "lseek", code: errno)
    }
  }
}
