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
  ///   - descriptor: where they, or their records, are written.
  init?(total: Int?, output descriptor: Int32) {
    guard Platform.isTerminal(Platform.standardError), !Platform.isTerminal(descriptor) else {
      return nil
    }
    self.total = total
  }

  /// Counts passwords and shows the line at intervals.
  mutating func advance(by count: Int) {
    done += count
    let now = Platform.monotonicSeconds
    guard done < total ?? .max, now - start >= Self.delay, now - lastShown >= Self.interval else {
      return
    }
    lastShown = now
    let room = Self.room
    let line = line(rate: Int(Double(done) / (now - start)), fitting: room)
    let padding = String(repeating: " ", count: max(0, min(shownWidth, room) - line.count))
    StandardError.print("\r\(line)\(padding)", terminator: "")
    shownWidth = line.count
  }

  /// The line, with less in it the less room there is.
  private func line(rate: Int, fitting room: Int) -> String {
    let share = total.map { "\(Int(100 * Double(done) / Double($0))) %" }
    let count = total.map { "\(done.grouped) of \($0.grouped)" } ?? done.grouped
    let percent = share.map { " (\($0))" } ?? ""
    let lines = [
      "passwright: \(count) passwords\(percent), \(rate.grouped)/s", "\(count)\(percent)",
      share ?? done.grouped,
    ]
    return lines.first { $0.count <= room } ?? ""
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
