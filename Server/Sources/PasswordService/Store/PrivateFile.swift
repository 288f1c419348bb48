#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// Files that only their owner may read, and that appear under their names complete or not at all.
package enum PrivateFile {
  /// Makes a file.
  ///
  /// Until it is complete it is called `.passwright-*` in the same directory: a process that is
  /// killed leaves it there.
  ///
  /// - Parameters:
  ///   - path: the name of the file.
  ///   - replaces: whether it replaces a file that has the name.
  ///   - fill: writes to the empty file, by its descriptor or under its temporary name.
  /// - Throws: what `fill` throws; `StoreError`, also when the name is taken.
  package static func make(
    at path: String, replaces: Bool = false,
    _ fill: (_ descriptor: Int32, _ temporaryName: String) throws(StoreError) -> Void
  ) throws(StoreError) {
    let folder = path.lastIndex(of: "/").map { String(path[...$0]) } ?? ""
    var template = Array("\(folder).passwright-XXXXXX".utf8CString)
    // Its mode is 0600.
    let descriptor = unsafe mkstemp(&template)
    guard descriptor >= 0 else { throw StoreError("\(path) cannot be created: \(lastError)") }
    _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
    defer { close(descriptor) }
    let name = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    do throws(StoreError) {
      try fill(descriptor, name)
      guard fsync(descriptor) == 0 else {
        throw StoreError("\(path) cannot be written: \(lastError)")
      }
      try publish(name, as: path, replaces: replaces)
    } catch {
      unsafe unlink(name)
      throw error
    }
    synchronize(folder + ".")
  }

  private static func publish(
    _ name: String, as path: String, replaces: Bool
  ) throws(StoreError) {
    if !replaces {
      if unsafe link(name, path) == 0 {
        unsafe unlink(name)
        return
      }
      let code = errno
      if code == EEXIST || exists(path) { throw taken(path) }
      // Some file systems have no links.
      guard [EPERM, ENOTSUP, EOPNOTSUPP, ENOSYS].contains(code) else {
        throw StoreError("\(path) cannot be created: \(unsafe String(cString: strerror(code)))")
      }
    }
    guard unsafe rename(name, path) == 0 else {
      throw StoreError("\(path) cannot be written: \(lastError)")
    }
  }

  /// Makes sure that nothing has a name, before work that would be in vain.
  ///
  /// - Throws: `StoreError`.
  package static func requireAbsence(of path: String) throws(StoreError) {
    if exists(path) { throw taken(path) }
  }

  private static func exists(_ path: String) -> Bool {
    var status = stat()
    return unsafe lstat(path, &status) == 0
  }

  private static func taken(_ path: String) -> StoreError {
    StoreError("\(path) exists already; choose another name")
  }

  private static func synchronize(_ folder: String) {
    let descriptor = unsafe open(folder, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return }
    fsync(descriptor)
    close(descriptor)
  }

  private static var lastError: String { unsafe String(cString: strerror(errno)) }
}
