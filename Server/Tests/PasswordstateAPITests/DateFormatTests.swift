import PasswordService
import PasswordstateAPI
import Testing

@Suite("Formats of dates")
struct DateFormatTests {
  @Test(
    "write days in the letters of .NET",
    arguments: [
      ("dd/MM/yyyy", "05/01/2013"), ("M/d/yyyy", "1/5/2013"), ("yyyy-MM-dd", "2013-01-05"),
      ("d.M.yy", "5.1.13"), ("dd MM yyyy", "05 01 2013"),
    ])
  func days(pattern: String, text: String) throws {
    let format = try #require(DateFormat(pattern))
    let date = try #require(CalendarDate(iso: "2013-01-05"))
    #expect(format.text(date) == text)
  }

  @Test(
    "write times of twelve hours",
    arguments: [
      (0, "12:00:00 AM"), (44_947, "12:29:07 PM"), (43_199, "11:59:59 AM"), (86_399, "11:59:59 PM"),
      (3661, "1:01:01 AM"),
    ])
  func times(second: Int, text: String) throws {
    let date = try #require(CalendarDate(iso: "2013-01-15"))
    let time = LocalTime(date: date, secondOfDay: second)
    #expect(DateFormat.dayMonthYear.text(time) == "15/01/2013 \(text)")
  }

  @Test(
    "refuse patterns without a day, a month and a year, or with other letters",
    arguments: [
      "", "dd/MM", "yyyy", "dd/MM/yyyy HH", "ddd/MM/yyyy", "dd/mm/yyyy", "dd/dd/yyyy", "MMM d yy",
    ])
  func refused(pattern: String) {
    #expect(DateFormat(pattern) == nil)
  }
}
