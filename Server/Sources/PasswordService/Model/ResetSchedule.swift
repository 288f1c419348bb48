/// When in the day an expired password is reset, and how many days after it has expired.
public struct ResetSchedule: Hashable, Sendable {
  /// The days to wait after the day on which the password expires, 0 or more.
  public let days: Int
  /// The second of the day, 0 to 86,399.
  public let secondOfDay: Int

  /// The most days: 3,650.
  public static let maximumDays = 3650

  /// Reads `HH:mm`, as on a clock of 24 hours, or `d:H:m:s`, a number of days and a time.
  ///
  /// Hours, minutes and seconds have one digit or two.
  public init?(_ text: some StringProtocol) {
    let parts = text.utf8.split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false)
    var numbers: [Int] = []
    for part in parts {
      guard (1...4).contains(part.count),
        part.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }),
        let number = Int(String(decoding: Array(part), as: UTF8.self))
      else { return nil }
      numbers.append(number)
    }
    switch numbers.count {
    case 2: numbers = [0, numbers[0], numbers[1], 0]
    case 4: break
    default: return nil
    }
    guard numbers[0] <= Self.maximumDays, numbers[1] < 24, numbers[2] < 60, numbers[3] < 60 else {
      return nil
    }
    days = numbers[0]
    secondOfDay = numbers[1] * 3600 + numbers[2] * 60 + numbers[3]
  }

  /// The schedule as it is read: `HH:mm` where that says it all.
  public var text: String {
    let (hour, minute, second) = (secondOfDay / 3600, secondOfDay / 60 % 60, secondOfDay % 60)
    guard days == 0, second == 0 else { return "\(days):\(hour):\(minute):\(second)" }
    return "\(CalendarDate.padded(hour, 2)):\(CalendarDate.padded(minute, 2))"
  }

  /// Whether a password that expires on a day is due at a moment: the day is past, the days to wait
  /// are over, and the time of the day has come.
  public static func isDue(_ schedule: Self?, expiry: CalendarDate, at now: LocalTime) -> Bool {
    let firstDay = expiry.adding(days: max(1, schedule?.days ?? 0))
    guard now.date >= firstDay else { return false }
    return now.date > firstDay || now.secondOfDay >= schedule?.secondOfDay ?? 0
  }
}
