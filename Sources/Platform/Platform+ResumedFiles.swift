#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// Files that one process begins and another may go on with.
extension Platform {
  /// Opens a file to read and go on writing; makes it, for its owner alone, if there is none.
  ///
  /// What is there may be anything but a symbolic link, which is ``linkIsNotFollowed``: ask for its
  /// ``FileStatus/exposure(acceptsRoot:)`` before writing.
  package static func openToResume(_ path: String) throws(SystemError) -> Int32 {
    // Without waiting: a pipe without a reader does not block.
    let flags = O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK | O_NOCTTY
    let descriptor = unsafe open(path, flags, 0o600)
    guard descriptor >= 0 else { throw SystemError(call: "open", code: errno) }
    return descriptor
  }

  /// Whether two names are those of one file; links are not followed, and what is missing is none.
  package static func isSameFile(_ path: String, _ other: String) -> Bool {
    var (first, second) = (stat(), stat())
    guard unsafe lstat(path, &first) == 0, unsafe lstat(other, &second) == 0 else { return false }
    return first.st_dev == second.st_dev && first.st_ino == second.st_ino
  }

  /// Takes the file for this process, until it is closed; `false` when another has it.
  package static func lock(_ descriptor: Int32) throws(SystemError) -> Bool {
    if flock(descriptor, LOCK_EX | LOCK_NB) == 0 { return true }
    guard errno == EWOULDBLOCK else { throw SystemError(call: "flock", code: errno) }
    return false
  }

  /// Cuts a file to so many bytes, and goes on writing there.
  package static func cut(_ descriptor: Int32, to count: Int) throws(SystemError) {
    guard ftruncate(descriptor, off_t(count)) == 0 else {
      throw SystemError(call: "ftruncate", code: errno)
    }
    guard lseek(descriptor, off_t(count), SEEK_SET) >= 0 else {
      throw SystemError(call: "lseek", code: errno)
    }
  }
}
