import Synchronization

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

extension Platform {
  package static func isTerminal(_ descriptor: Int32) -> Bool { isatty(descriptor) == 1 }

  /// Returns the number of columns of a terminal; `nil` where it is unknown.
  package static func columns(ofTerminal descriptor: Int32) -> Int? {
    var size = winsize()
    guard unsafe ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else {
      return nil
    }
    return Int(size.ws_col)
  }

  /// The maximum number of bytes of a line, before the line feed, that a terminal delivers: it
  /// drops further ones without an error, so that a line of this length may have been longer.
  package static var maximumTerminalLine: Int {
    #if os(Linux)
    4095  // N_TTY_BUF_SIZE, with the line feed
    #else
    Int(MAX_CANON) - 1
    #endif
  }

  /// Reads a line that the user types at a terminal, without echo.
  ///
  /// If a signal ends or stops the process in the meantime, the echo is restored, provided that
  /// ``prepareSignals()`` was called.
  ///
  /// - Parameters:
  ///   - bytes: the memory for the line.
  ///   - terminal: the terminal's descriptor.
  ///   - prompt: prompts for the line, once the echo is off.
  /// - Returns: the number of bytes read, including the line feed.
  /// - Throws: ``SystemError``.
  package static func readHiddenLine(
    _ bytes: UnsafeMutableRawBufferPointer, from terminal: Int32, prompt: () -> Void
  ) throws(SystemError) -> Int {
    var usual = termios()
    guard unsafe tcgetattr(terminal, &usual) == 0 else {
      throw SystemError(call: "tcgetattr", code: errno)
    }
    let state = UnsafeMutablePointer<HiddenTerminal>.allocate(capacity: 1)
    unsafe state.initialize(to: HiddenTerminal(descriptor: terminal, usual: usual))
    // Stored before the terminal is changed. It is not freed, since a handler may be using it.
    hiddenTerminal.store(UInt(bitPattern: state), ordering: .sequentiallyConsistent)
    defer {
      restoreEcho()
      hiddenTerminal.store(0, ordering: .sequentiallyConsistent)
    }
    return try restoringEchoWhenStopped { () throws(SystemError) in
      guard unsafe tcsetattr(terminal, TCSAFLUSH, &state.pointee.hidden) == 0 else {
        throw SystemError(call: "tcsetattr", code: errno)
      }
      prompt()
      return try unsafe fill(bytes, from: terminal, stopsAfterLine: true)
    }
  }

  /// Calls `body`; while the user has stopped the process, the terminal's echo is restored.
  private static func restoringEchoWhenStopped<Result>(
    _ body: () throws(SystemError) -> Result
  ) throws(SystemError) -> Result {
    guard !isIgnored(SIGTSTP) else { return try body() }
    let previous = signal(SIGTSTP) { _ in
      // Only calls that are safe in a handler.
      Platform.restoreEcho()
      _ = raise(SIGSTOP)
      Platform.hideEcho()
    }
    defer { _ = signal(SIGTSTP, previous) }
    return try body()
  }

  // MARK: For signal handlers

  /// A terminal without echo, and its settings with and without it.
  private struct HiddenTerminal {
    let descriptor: Int32
    var usual: termios
    var hidden: termios

    init(descriptor: Int32, usual: termios) {
      self.descriptor = descriptor
      self.usual = usual
      hidden = usual
      hidden.c_lflag &= ~tcflag_t(ECHO)
      hidden.c_lflag |= tcflag_t(ICANON | ECHONL)
    }
  }

  /// The address of the ``HiddenTerminal`` while there is one, otherwise 0.
  private static let hiddenTerminal = Atomic<UInt>(0)

  private static var hiddenState: UnsafeMutablePointer<HiddenTerminal>? {
    unsafe UnsafeMutablePointer(
      bitPattern: hiddenTerminal.load(ordering: .sequentiallyConsistent))
  }

  /// Restores the terminal's echo, if it is off; safe in a signal handler.
  static func restoreEcho() {
    guard let state = unsafe hiddenState else { return }
    _ = unsafe tcsetattr(state.pointee.descriptor, TCSAFLUSH, &state.pointee.usual)
  }

  private static func hideEcho() {
    guard let state = unsafe hiddenState else { return }
    _ = unsafe tcsetattr(state.pointee.descriptor, TCSAFLUSH, &state.pointee.hidden)
  }

  /// Initializes the variable that ``restoreEcho()`` reads.
  static func prepareEcho() {
    _ = hiddenTerminal.load(ordering: .sequentiallyConsistent)
  }
}
