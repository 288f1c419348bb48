/// How far a run has come, as a line for the user: what is done, the rate, and the time left.
package struct RunProgress: Sendable {
  /// What is counted, in the singular, such as `password`.
  private let noun: String
  /// How many there will be, where that is known.
  private let total: Int?
  /// The bytes of the input, whose share that is read stands for that of an unknown total.
  private let totalBytes: Int?
  /// How many were done before this run.
  private let earlier: Int
  private var done: Int
  private var bytes = 0

  /// Prepares to count.
  ///
  /// - Parameters:
  ///   - noun: what is counted, in the singular; its plural ends in `s`.
  ///   - total: how many there will be, where that is known.
  ///   - totalBytes: the bytes of the input, where they are known and the total is not.
  ///   - earlier: how many of the total an earlier run has done.
  package init(of noun: String, total: Int? = nil, totalBytes: Int? = nil, earlier: Int = 0) {
    self.noun = noun
    self.total = total
    self.totalBytes = totalBytes
    self.earlier = earlier
    done = earlier
  }

  /// Counts what has been done, and the bytes of the input that it took.
  package mutating func advance(by count: Int, bytes: Int = 0) {
    done += count
    self.bytes += bytes
  }

  /// Whether nothing is left to do.
  package var isComplete: Bool { done >= total ?? .max }

  /// The line; the less room there is, the less it says.
  ///
  /// The time left assumes the average rate of this run.
  ///
  /// - Parameters:
  ///   - seconds: how long this run has taken so far; more than 0.
  ///   - room: the maximum number of characters.
  /// - Returns: the line; empty where there is no room for any.
  package func line(after seconds: Double, fitting room: Int) -> String {
    let rate = Int(Double(done - earlier) / seconds)
    let count = total.map { "\(done.grouped) of \($0.grouped)" } ?? done.grouped
    guard let share else {
      return first(of: ["passwright: \(count) \(noun)s, \(rate.grouped)/s", count], fitting: room)
    }
    let percent = "\(Int(100 * share)) %"
    let left = secondsLeft(after: seconds).map { ", \(Self.duration($0)) left" } ?? ""
    let whole = "\(count) \(noun)s (\(percent)), \(rate.grouped)/s\(left)"
    return first(
      of: ["passwright: \(whole)", whole, "\(count) (\(percent))\(left)", percent + left, percent],
      fitting: room)
  }

  private func first(of lines: [String], fitting room: Int) -> String {
    lines.first { $0.count <= room } ?? ""
  }

  /// The share of the work that is done, 0 to 1.
  private var share: Double? {
    if let total { return Self.share(done, of: total) }
    // The input may grow while it is read.
    return totalBytes.map { Self.share(min(bytes, $0), of: $0) }
  }

  private static func share(_ part: Int, of whole: Int) -> Double {
    whole == 0 ? 1 : Double(part) / Double(whole)
  }

  private func secondsLeft(after seconds: Double) -> Double? {
    guard let share else { return nil }
    let gained = share - (total.map { Self.share(earlier, of: $0) } ?? 0)
    return gained > 0 ? (1 - share) / gained * seconds : nil
  }

  /// A duration in its two largest units, rounded up to seconds: `9 s`, `2 min 5 s`, `3 h 0 min`,
  /// `12 d 7 h`.
  private static func duration(_ seconds: Double) -> String {
    // A thousand years and more are no longer told apart, so that the number fits.
    let whole = Int(min(seconds, 1e11).rounded(.up))
    let minutes = whole / 60
    let hours = minutes / 60
    return switch whole {
    case ..<60: "\(whole) s"
    case ..<3600: "\(minutes) min \(whole % 60) s"
    case ..<86_400: "\(hours) h \(minutes % 60) min"
    default: "\((hours / 24).grouped) d \(hours % 24) h"
    }
  }
}
