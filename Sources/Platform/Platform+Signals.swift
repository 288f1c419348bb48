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
  /// signal ends the process, the terminal's echo is restored and the ``setLastWords(_:)`` are
  /// written.
  package static func prepareSignals() {
    ignoreBrokenPipeSignal()
    _ = signal(SIGXFSZ, SIG_IGN)
    // The handler must find the variables initialized, not initialize them.
    prepareHolding()
    prepareEcho()
    prepareLastWords()
    for number in terminatingSignals where !isIgnored(number) {
      _ = signal(number) { number in
        // Only calls that are safe in a handler.
        guard !Platform.holdsBack(number) else { return }
        Platform.restoreEcho()
        Platform.writeLastWords()
        _ = signal(number, SIG_DFL)
        _ = raise(number)
      }
    }
  }

  /// Turns writing to a closed pipe from a signal that ends the process into an error.
  package static func ignoreBrokenPipeSignal() {
    _ = signal(SIGPIPE, SIG_IGN)
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

// MARK: - Signals that wait

extension Platform {
  // Computed, so that a handler need not initialize them.
  private static var notHolding: Int32 { -1 }
  private static var nothingHeld: Int32 { 0 }
  /// ``notHolding``, ``nothingHeld`` or the number of the signal that is held.
  private static let heldSignal = Atomic<Int32>(notHolding)

  /// Calls `body`; a signal that would end the process, on whichever thread it arrives, does so
  /// afterwards, provided that ``prepareSignals()`` was called.
  ///
  /// Calls on several threads wait for each other.
  static func holdingTerminatingSignals<Failure: Error>(
    _ body: () throws(Failure) -> Void
  ) throws(Failure) {
    try holder.withLock { _ throws(Failure) in
      heldSignal.store(nothingHeld, ordering: .sequentiallyConsistent)
      defer {
        let held = heldSignal.exchange(notHolding, ordering: .sequentiallyConsistent)
        if held > nothingHeld { _ = raise(held) }
      }
      try body()
    }
  }

  private static let holder = Mutex(())

  /// Whether a signal waits for the end of ``holdingTerminatingSignals(_:)``; safe in a signal
  /// handler.
  private static func holdsBack(_ number: Int32) -> Bool {
    let (exchanged, previous) = heldSignal.compareExchange(
      expected: nothingHeld, desired: number, ordering: .sequentiallyConsistent)
    return exchanged || previous > nothingHeld
  }

  /// Initializes the variable that ``holdsBack(_:)`` reads.
  private static func prepareHolding() {
    _ = heldSignal.load(ordering: .sequentiallyConsistent)
  }
}
