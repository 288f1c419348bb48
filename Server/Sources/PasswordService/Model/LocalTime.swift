/// A moment as a clock on the wall shows it: a day and the seconds since its midnight.
public struct LocalTime: Hashable, Comparable, Sendable {
  /// The day.
  public let date: CalendarDate
  /// The seconds since midnight, 0 to 86,399.
  public let secondOfDay: Int

  /// Makes a moment of a day.
  public init(date: CalendarDate, secondOfDay: Int) {
    self.date = date
    self.secondOfDay = secondOfDay
  }

  /// The moment a number of seconds after 1970-01-01 00:00 of the same clock.
  public init(secondsSince1970 seconds: Int) {
    let day = seconds >= 0 ? seconds / 86_400 : -((86_399 - seconds) / 86_400)
    self.init(date: CalendarDate(daysSince1970: day), secondOfDay: seconds - day * 86_400)
  }

  /// The hour, minute and second.
  public var components: (hour: Int, minute: Int, second: Int) {
    (secondOfDay / 3600, secondOfDay / 60 % 60, secondOfDay % 60)
  }

  /// Whether a moment is before another.
  public static func < (left: Self, right: Self) -> Bool {
    (left.date, left.secondOfDay) < (right.date, right.secondOfDay)
  }
}

/// Where the service reads the time.
public struct ServiceClock: Sendable {
  /// The milliseconds since 1970-01-01T00:00:00Z.
  public let now: @Sendable () -> Int
  /// The seconds that local time is ahead of UTC at a moment, given in seconds since 1970.
  public let secondsAheadOfUTC: @Sendable (Int) -> Int

  /// Makes a clock.
  public init(
    now: @escaping @Sendable () -> Int,
    secondsAheadOfUTC: @escaping @Sendable (Int) -> Int = { _ in 0 }
  ) {
    self.now = now
    self.secondsAheadOfUTC = secondsAheadOfUTC
  }

  /// The local time of a moment in milliseconds since 1970.
  public func localTime(of milliseconds: Int) -> LocalTime {
    let seconds = milliseconds / 1000
    return LocalTime(secondsSince1970: seconds + secondsAheadOfUTC(seconds))
  }

  /// The local time now.
  public var localNow: LocalTime { localTime(of: now()) }
}
