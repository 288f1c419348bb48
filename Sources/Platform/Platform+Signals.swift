import Synchronization

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

extension Platform {
  /// The signals by which a user or the system ends a process.
  static let terminatingSignals = [SIGHUP, SIGINT, SIGQUIT, SIGTERM]

  /// Prepares the process for signals, once, before anything else.
  ///
  /// Writing to a closed pipe, or past the file size limit, becomes an error of the call. Before a
  /// signal ends the process, the terminal's echo is restored and the temporary file is removed.
  package static func prepareSignals() {
    ignoreBrokenPipeSignal()
    _ = signal(SIGXFSZ, SIG_IGN)
    // The handler must find the variables initialized, not initialize them.
    prepareRemoval()
    prepareEcho()
    for number in terminatingSignals where !isIgnored(number) {
      _ = signal(number) { number in
        // Only calls that are safe in a handler.
        Platform.removeTemporary()
        Platform.restoreEcho()
        _ = signal(number, SIG_DFL)
        _ = raise(number)
      }
    }
  }

  /// Turns writing to a closed pipe from a signal that ends the process into an error.
  package static func ignoreBrokenPipeSignal() {
    _ = signal(SIGPIPE, SIG_IGN)
  }

  /// Calls `body` while signals that would end the process are blocked.
  static func holdingTerminatingSignals<Result, Failure: Error>(
    _ body: () throws(Failure) -> Result
  ) throws(Failure) -> Result {
    var blocked = sigset_t()
    var previous = sigset_t()
    unsafe sigemptyset(&blocked)
    for signal in terminatingSignals { unsafe sigaddset(&blocked, signal) }
    unsafe pthread_sigmask(SIG_BLOCK, &blocked, &previous)
    defer { unsafe pthread_sigmask(SIG_SETMASK, &previous, nil) }
    return try body()
  }

  /// Whether a signal is ignored, such as a hangup under `nohup`; it then stays ignored.
  static func isIgnored(_ number: Int32) -> Bool {
    var action = sigaction()
    unsafe sigaction(number, nil, &action)
    #if canImport(Darwin)
    let handler = unsafe action.__sigaction_u.__sa_handler
    #elseif canImport(Glibc)
    let handler = unsafe action.__sigaction_handler.sa_handler
    #else
    let handler = unsafe action.__sa_handler.sa_handler
    #endif
    // C function pointers are compared by their bits.
    return unsafe unsafeBitCast(handler, to: UInt.self) == unsafeBitCast(SIG_IGN, to: UInt.self)
  }
}
