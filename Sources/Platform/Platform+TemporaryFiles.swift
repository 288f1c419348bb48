import Synchronization

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

extension Platform {
  /// The address of the name, a C string, of the file that ``createTemporary(_:)`` made last; 0:
  /// none.
  ///
  /// A signal handler reads this and the next, so they are atomic and nothing else.
  private static let temporaryName = Atomic<UInt>(0)
  /// Whether that file is still to be removed.
  private static let hasTemporary = Atomic<Bool>(false)

  private static let terminatingSignals = [SIGHUP, SIGINT, SIGQUIT, SIGTERM]

  /// Creates a file that only its owner may read, failing if the name is taken.
  ///
  /// If a signal ends the process before ``keepTemporary()``, the file is removed first. One at a
  /// time.
  package static func createTemporary(_ path: String) throws(SystemError) -> Int32 {
    guard let name = unsafe strdup(path) else { throw SystemError(call: "strdup", code: ENOMEM) }
    installRemoval()
    // No signal between making the file and knowing its name.
    var blocked = sigset_t()
    var previous = sigset_t()
    unsafe sigemptyset(&blocked)
    for signal in terminatingSignals { unsafe sigaddset(&blocked, signal) }
    unsafe pthread_sigmask(SIG_BLOCK, &blocked, &previous)
    defer { unsafe pthread_sigmask(SIG_SETMASK, &previous, nil) }
    do {
      let descriptor = try createExclusively(path)
      temporaryName.store(UInt(bitPattern: name), ordering: .sequentiallyConsistent)
      hasTemporary.store(true, ordering: .sequentiallyConsistent)
      return descriptor
    } catch {
      unsafe free(name)
      throw error
    }
  }

  /// Leaves the temporary file alone from now on.
  package static func keepTemporary() {
    // The name is not freed: a handler may hold it. One name a run.
    hasTemporary.store(false, ordering: .sequentiallyConsistent)
  }

  /// Removes the temporary file, if there is one; safe in a signal handler.
  package static func removeTemporary() {
    guard hasTemporary.load(ordering: .sequentiallyConsistent) else { return }
    let address = temporaryName.load(ordering: .sequentiallyConsistent)
    if let name = unsafe UnsafePointer<CChar>(bitPattern: address) { unsafe unlink(name) }
  }

  private static func installRemoval() {
    // The handler must find the variables made, not make them.
    _ = temporaryName.load(ordering: .sequentiallyConsistent)
    _ = hasTemporary.load(ordering: .sequentiallyConsistent)
    for number in terminatingSignals {
      var current = sigaction()
      unsafe sigaction(number, nil, &current)
      // Under `nohup` a hang-up is ignored, and stays so.
      guard !isIgnored(current) else { continue }
      _ = signal(number) { number in
        // Nothing here but calls that are safe in a handler.
        Platform.removeTemporary()
        _ = signal(number, SIG_DFL)
        _ = raise(number)
      }
    }
  }

  private static func isIgnored(_ action: sigaction) -> Bool {
    #if canImport(Darwin)
    let handler = unsafe action.__sigaction_u.__sa_handler
    #elseif canImport(Glibc)
    let handler = unsafe action.__sigaction_handler.sa_handler
    #else
    let handler = unsafe action.__sa_handler.sa_handler
    #endif
    // A C function pointer compares by its bits.
    return unsafe unsafeBitCast(handler, to: UInt.self) == unsafeBitCast(SIG_IGN, to: UInt.self)
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
