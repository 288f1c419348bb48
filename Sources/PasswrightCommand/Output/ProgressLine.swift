import Platform

/// A line on a terminal that shows the progress of a long run; erased at the end.
///
/// It uses no colour and no control sequence except the carriage return, so that `NO_COLOR` and
/// plain terminals need nothing special.
struct ProgressLine {
  /// Seconds before the first line, and between two.
  private static let delay = 1.0
  private static let interval = 0.2
  /// The columns of a terminal that does not say how many it has.
  private static let usualColumns = 80

  private var progress: RunProgress
  private let start = Platform.monotonicSeconds
  private var lastShown = 0.0
  private var shownWidth = 0

  /// Fails when standard error is no terminal, or what is counted goes to a terminal too, where the
  /// line would stand among it.
  ///
  /// - Parameters:
  ///   - progress: what is counted.
  ///   - descriptor: where it, or its records, are written; `nil` for none, or a file.
  init?(_ progress: RunProgress, output descriptor: Int32?) {
    guard Platform.isTerminal(Platform.standardError) else { return nil }
    if let descriptor, Platform.isTerminal(descriptor) { return nil }
    self.progress = progress
  }

  /// Counts what has been done, and the bytes of the input that it took; shows the line at
  /// intervals.
  mutating func advance(by count: Int, bytes: Int = 0) {
    progress.advance(by: count, bytes: bytes)
    let now = Platform.monotonicSeconds
    guard !progress.isComplete, now - start >= Self.delay, now - lastShown >= Self.interval else {
      return
    }
    lastShown = now
    let room = Self.room
    let line = progress.line(after: now - start, fitting: room)
    let padding = String(repeating: " ", count: max(0, min(shownWidth, room) - line.count))
    StandardError.print("\r\(line)\(padding)", terminator: "")
    shownWidth = line.count
  }

  /// The columns that the line may take: all but the last, after which a terminal may begin a new
  /// line.
  private static var room: Int {
    (Platform.columns(ofTerminal: Platform.standardError) ?? usualColumns) - 1
  }

  /// Erases the line if it has been shown.
  mutating func erase() {
    guard shownWidth > 0 else { return }
    let blank = String(repeating: " ", count: min(shownWidth, Self.room))
    StandardError.print("\r\(blank)\r", terminator: "")
    shownWidth = 0
  }
}
