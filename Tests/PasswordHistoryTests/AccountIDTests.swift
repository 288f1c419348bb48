import PasswordHistory
import Testing

@Suite("Account identifiers")
struct AccountIDTests {
  @Test(arguments: [
    ("", AccountProblem.empty), ("a\nb", .controlCharacter), ("a\u{0}", .controlCharacter),
    ("\u{85}", .controlCharacter), (String(repeating: "é", count: 513), .tooLong(byteCount: 1026)),
  ])
  func `a text that does not fit on a line is refused`(text: String, problem: AccountProblem) {
    #expect(throws: HistoryError.account(problem)) { try AccountID(text) }
    #expect(throws: HistoryError.run(problem)) { try RunID(text) }
  }

  @Test func `identifiers are compared byte for byte`() throws {
    let composed = try AccountID("Zo\u{EB}")
    let decomposed = try AccountID("Zoe\u{308}")
    #expect(composed.text == decomposed.text)
    #expect(composed != decomposed)
    #expect(Set([composed, decomposed]).count == 2)
    #expect(decomposed < composed)
    #expect(try AccountID("alice") != AccountID("Alice"))
  }
}

@Suite("Dates")
struct HistoryDateTests {
  @Test(
    arguments: [
      (0, "1970-01-01T00:00:00Z"), (-1, "1969-12-31T23:59:59Z"),
      (951_782_400, "2000-02-29T00:00:00Z"), (1_709_251_199, "2024-02-29T23:59:59Z"),
      (4_107_542_400, "2100-03-01T00:00:00Z"), (1_795_000_000, "2026-11-18T11:06:40Z"),
      (-62_167_219_200, "0000-01-01T00:00:00Z"), (253_402_300_799, "9999-12-31T23:59:59Z"),
    ] as [(Int64, String)])
  func `a date is written in ISO 8601`(seconds: Int64, text: String) {
    #expect(HistoryDate(secondsSince1970: seconds).description == text)
  }

  @Test func `the system's clock shows a date of this century`() {
    #expect(HistoryDate.now.description.hasPrefix("20"))
  }
}
