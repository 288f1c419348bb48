import Synchronization

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

extension Platform {
  /// The address of the name, a C string, of the file that ``createTemporary(_:)`` made last; 0 for
  /// none.
  ///
  /// A signal handler reads this and the next variable, so they must be atomic.
  private static let temporaryName = Atomic<UInt>(0)
  /// Whether that file still has to be removed.
  private static let hasTemporary = Atomic<Bool>(false)

  /// Creates a file that only its owner may access, failing if the name is taken.
  ///
  /// If a signal ends the process before ``keepTemporary()``, the file is removed first, provided
  /// that ``prepareSignals()`` was called. There may be only one at a time.
  package static func createTemporary(_ path: String) throws(SystemError) -> Int32 {
    guard let name = unsafe strdup(path) else { throw SystemError(call: "strdup", code: ENOMEM) }
    // No signal arrives between making the file and storing its name.
    return try holdingTerminatingSignals { () throws(SystemError) in
      do throws(SystemError) {
        let descriptor = try createExclusively(path)
        temporaryName.store(UInt(bitPattern: name), ordering: .sequentiallyConsistent)
        hasTemporary.store(true, ordering: .sequentiallyConsistent)
        return descriptor
      } catch {
        unsafe free(name)
        throw error
      }
    }
  }

  /// Keeps the temporary file from being removed.
  package static func keepTemporary() {
    // The name is not freed, since a handler may be using it. There is one name per run.
    hasTemporary.store(false, ordering: .sequentiallyConsistent)
  }

  /// Removes the temporary file, if there is one; safe in a signal handler once
  /// ``prepareSignals()`` was called.
  package static func removeTemporary() {
    guard hasTemporary.load(ordering: .sequentiallyConsistent) else { return }
    let address = temporaryName.load(ordering: .sequentiallyConsistent)
    if let name = unsafe UnsafePointer<CChar>(bitPattern: address) { unsafe unlink(name) }
  }

  /// Initializes the variables that ``removeTemporary()`` reads.
  static func prepareRemoval() {
    _ = temporaryName.load(ordering: .sequentiallyConsistent)
    _ = hasTemporary.load(ordering: .sequentiallyConsistent)
  }

  private static func unlink(_ path: UnsafePointer<CChar>) {
    #if canImport(Glibc)
    _ = unsafe Glibc.unlink(path)
    #elseif canImport(Musl)
    _ = unsafe Musl.unlink(path)
    #elseif canImport(Darwin)
    _ = unsafe Darwin.unlink(path)
    #endif
  }
}
