import PasswordService
import Testing

@Suite("A calendar date")
struct CalendarDateTests {
  @Test(
    "reads and writes ISO 8601 days, and counts them from 1970",
    arguments: [
      ("1970-01-01", 0), ("1969-12-31", -1), ("2000-02-29", 11_016), ("2012-08-23", 15_575),
      ("9999-12-31", 2_932_896), ("0001-01-01", -719_162),
    ])
  func knownDays(text: String, days: Int) throws {
    let date = try #require(CalendarDate(iso: text))
    #expect(date.daysSince1970 == days)
    #expect(date.isoText == text)
  }

  @Test(
    "refuses what is no day",
    arguments: [
      "", "2013-02-29", "2012-13-01", "2012-00-10", "2012-1-1", "12-01-01", "2012/01/01",
      "2012-01-01T00:00", " 2012-01-01", "+012-01-01", "2012-01-٠١",
    ])
  func refused(text: String) {
    #expect(CalendarDate(iso: text) == nil)
  }

  @Test("comes back from its number, through eight centuries")
  func roundTrip() {
    for day in stride(from: -150_000, through: 150_000, by: 13) {
      let date = CalendarDate(daysSince1970: day)
      #expect(CalendarDate(iso: date.isoText) == date)
    }
  }
}
