public import PasswordService

/// How dates are written, in the letters of .NET: `d`, `dd`, `M`, `MM`, `yy` and `yyyy`.
public struct DateFormat: Hashable, Sendable {
  /// `dd/MM/yyyy`.
  public static let dayMonthYear = DateFormat(pattern: "dd/MM/yyyy")

  private let pattern: String

  private init(pattern: String) {
    self.pattern = pattern
  }

  /// Makes a format; `nil` when the pattern lacks a part or holds other letters.
  public init?(_ pattern: String) {
    let runs = Self.runs(of: pattern)
    let letters = runs.filter { $0.first?.isLetter == true }
    guard letters.count == 3, letters.allSatisfy({ Self.parts.contains($0) }),
      Set(letters.compactMap(\.first)) == ["d", "M", "y"]
    else { return nil }
    self.init(pattern: pattern)
  }

  private static let parts: Set<String> = ["d", "dd", "M", "MM", "yy", "yyyy"]

  /// The pattern cut where the character changes.
  private static func runs(of pattern: String) -> [String] {
    pattern.reduce(into: []) { runs, character in
      if runs.last?.last == character {
        runs[runs.count - 1].append(character)
      } else {
        runs.append(String(character))
      }
    }
  }

  /// Writes a day.
  public func text(_ date: CalendarDate) -> String {
    let (year, month, day) = date.components
    return Self.runs(of: pattern).map { part in
      switch part {
      case "d": String(day)
      case "dd": Self.padded(day, 2)
      case "M": String(month)
      case "MM": Self.padded(month, 2)
      case "yy": Self.padded(year % 100, 2)
      case "yyyy": Self.padded(year, 4)
      default: part
      }
    }.joined()
  }

  /// Writes a day and a time of 12 hours, `15/01/2013 12:29:07 PM`.
  public func text(_ time: LocalTime) -> String {
    let (hour, minute, second) = time.components
    let clock = [
      String(hour % 12 == 0 ? 12 : hour % 12), Self.padded(minute, 2), Self.padded(second, 2),
    ]
    return "\(text(time.date)) \(clock.joined(separator: ":")) \(hour < 12 ? "AM" : "PM")"
  }

  private static func padded(_ number: Int, _ width: Int) -> String {
    String(repeating: "0", count: max(0, width - String(number).count)) + String(number)
  }
}
