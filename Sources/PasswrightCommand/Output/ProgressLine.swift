import Platform

/// A line on a terminal that says how far a long run has come; erased at the end.
///
/// No colour and no control sequence but the carriage return, so nothing is left for `NO_COLOR` or
/// a plain terminal to object to.
struct ProgressLine {
  /// Seconds before the first line, and between two.
  private static let delay = 1.0
  private static let interval = 0.2

  private let total: Int?
  private let start = Platform.monotonicSeconds
  private var done = 0
  private var lastShown = 0.0
  private var shownWidth = 0

  /// Fails when standard error is no terminal, or the passwords go to a terminal too, where the line
  /// would stand among them.
  ///
  /// - Parameters:
  ///   - total: how many passwords there will be, where that is known.
  ///   - descriptor: where they, or what is told of them, are written.
  init?(total: Int?, output descriptor: Int32) {
    guard Platform.isTerminal(Platform.standardError), !Platform.isTerminal(descriptor) else {
      return nil
    }
    self.total = total
  }

  /// Counts passwords and now and then shows the line.
  mutating func advance(by count: Int) {
    done += count
    let now = Platform.monotonicSeconds
    guard done < total ?? .max, now - start >= Self.delay, now - lastShown >= Self.interval else {
      return
    }
    lastShown = now
    let rate = Int(Double(done) / (now - start))
    let line = "passwright: \(share), \(rate.grouped)/s"
    let padding = String(repeating: " ", count: max(0, shownWidth - line.count))
    StandardError.print("\r\(line)\(padding)", terminator: "")
    shownWidth = line.count
  }

  private var share: String {
    guard let total else { return "\(done.grouped) passwords" }
    let percent = Int(100 * Double(done) / Double(total))
    return "\(done.grouped) of \(total.grouped) passwords (\(percent) %)"
  }

  /// Erases the line if it has been shown.
  mutating func erase() {
    guard shownWidth > 0 else { return }
    StandardError.print("\r\(String(repeating: " ", count: shownWidth))\r", terminator: "")
    shownWidth = 0
  }
}
