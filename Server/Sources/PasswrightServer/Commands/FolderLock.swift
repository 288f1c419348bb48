#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// A lock on the folder of a file, which the system releases when the process ends.
struct FolderLock {
  private let descriptor: Int32

  /// Takes the lock.
  ///
  /// - Throws: ``CommandFailure`` when another process has it.
  init(of file: String) throws(CommandFailure) {
    let folder = (file.lastIndex(of: "/").map { String(file[...$0]) } ?? "") + "."
    descriptor = unsafe open(folder, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else {
      throw CommandFailure("the folder of \(file) cannot be opened")
    }
    guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
      close(descriptor)
      throw CommandFailure("another rekey is running; wait for it")
    }
  }

  func release() { close(descriptor) }
}
