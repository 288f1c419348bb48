import Platform

/// A moment, to the second, that a store records with a digest.
///
/// The order of a history is the order in which it was written, never that of its dates: setting
/// the clock back loses nothing.
public struct HistoryDate: Hashable, Sendable {
  /// Seconds since 1970-01-01 00:00:00 UTC, without leap seconds.
  public let secondsSince1970: Int64

  /// Makes the moment a number of seconds after the start of 1970, UTC.
  public init(secondsSince1970: Int64) {
    self.secondsSince1970 = secondsSince1970
  }

  /// The current time of the system's clock.
  public static var now: HistoryDate { HistoryDate(secondsSince1970: Platform.secondsSince1970) }
}

extension HistoryDate: Comparable {
  /// Whether one moment is before the other.
  public static func < (left: HistoryDate, right: HistoryDate) -> Bool {
    left.secondsSince1970 < right.secondsSince1970
  }
}

extension HistoryDate: CustomStringConvertible {
  /// The moment in ISO 8601, such as `2026-11-22T09:30:00Z`.
  public var description: String {
    let (days, second) = secondsSince1970.flooredDivision(by: 86_400)
    // Days are counted from 0000-03-01, so that the leap day is the last day of a calculated year:
    // 400 years have 146,097 days, and five months from March on have 153.
    let (era, dayOfEra) = (days + 719_468).flooredDivision(by: 146_097)
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let month = (5 * dayOfYear + 2) / 153
    let day = dayOfYear - (153 * month + 2) / 5 + 1
    let year = era * 400 + yearOfEra + (month >= 10 ? 1 : 0)
    let date = [
      Self.padded(year, to: 4), Self.padded((month + 2) % 12 + 1, to: 2), Self.padded(day, to: 2),
    ]
    let time = [second / 3600, second / 60 % 60, second % 60].map { Self.padded($0, to: 2) }
    return "\(date.joined(separator: "-"))T\(time.joined(separator: ":"))Z"
  }

  private static func padded(_ number: Int64, to width: Int) -> String {
    let digits = String(number.magnitude)
    let zeroes = String(repeating: "0", count: max(0, width - digits.count))
    return (number < 0 ? "-" : "") + zeroes + digits
  }
}

extension Int64 {
  fileprivate func flooredDivision(by divisor: Int64) -> (quotient: Int64, remainder: Int64) {
    let (quotient, remainder) = quotientAndRemainder(dividingBy: divisor)
    return remainder < 0 ? (quotient - 1, remainder + divisor) : (quotient, remainder)
  }
}
