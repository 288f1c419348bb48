import PasswrightCommand
import Testing

@Suite("The progress of a run")
struct RunProgressTests {
  private static func line(
    _ progress: RunProgress, advancedBy count: Int, bytes: Int = 0, after seconds: Double = 10,
    fitting room: Int = 79
  ) -> String {
    var progress = progress
    progress.advance(by: count, bytes: bytes)
    return progress.line(after: seconds, fitting: room)
  }

  @Test(
    "has the time left at the average rate, rounded up",
    arguments: [
      (9_999_999, 10, "1 s"), (5_000_000, 10, "10 s"), (2_000_000, 14.9, "1 min 0 s"),
      (1_000_000, 10, "1 min 30 s"), (1, 0.0001, "16 min 40 s"), (10_000, 3.6, "59 min 57 s"),
      (100, 0.1, "2 h 46 min"), (10, 1, "11 d 13 h"), (1, 1000, "115,740 d 17 h"),
    ] as [(Int, Double, String)])
  func timeLeft(count: Int, seconds: Double, left: String) {
    let line = Self.line(
      RunProgress(of: "password", total: 10_000_000), advancedBy: count, after: seconds,
      fitting: 100)
    #expect(line.hasSuffix("/s, \(left) left"))
  }

  @Test(
    "says less where there is less room",
    arguments: [
      (79, "passwright: 250,000 of 1,000,000 accounts (25 %), 25,000/s, 30 s left"),
      (69, "passwright: 250,000 of 1,000,000 accounts (25 %), 25,000/s, 30 s left"),
      (68, "250,000 of 1,000,000 accounts (25 %), 25,000/s, 30 s left"),
      (56, "250,000 of 1,000,000 (25 %), 30 s left"), (37, "25 %, 30 s left"), (14, "25 %"),
      (3, ""),
    ])
  func room(columns: Int, text: String) {
    let line = Self.line(
      RunProgress(of: "account", total: 1_000_000), advancedBy: 250_000, fitting: columns)
    #expect(line == text)
  }

  @Test(
    "has no share and no time left where no total is known",
    arguments: [(79, "passwright: 250,000 passwords, 25,000/s"), (30, "250,000"), (6, "")])
  func unknownTotal(columns: Int, text: String) {
    #expect(
      Self.line(RunProgress(of: "password"), advancedBy: 250_000, fitting: columns) == text)
  }

  @Test(
    "takes the share of the input that is read for that of an unknown total",
    arguments: [
      (100, "passwright: 7 passwords (25 %), 0/s, 30 s left"),
      (400, "passwright: 7 passwords (100 %), 0/s, 0 s left"),
      (500, "passwright: 7 passwords (100 %), 0/s, 0 s left"),
    ])
  func input(bytes: Int, text: String) {
    let progress = RunProgress(of: "password", totalBytes: 400)
    #expect(Self.line(progress, advancedBy: 7, bytes: bytes) == text)
  }

  @Test("counts what an earlier run has done, but not for the rate")
  func resumed() {
    let progress = RunProgress(of: "account", total: 1000, earlier: 800)
    #expect(
      Self.line(progress, advancedBy: 100)
        == "passwright: 900 of 1,000 accounts (90 %), 10/s, 10 s left")
  }

  @Test("has no time left before anything is done")
  func nothingDone() {
    #expect(
      Self.line(RunProgress(of: "account", total: 1000, earlier: 800), advancedBy: 0)
        == "passwright: 800 of 1,000 accounts (80 %), 0/s")
    #expect(
      Self.line(RunProgress(of: "password", totalBytes: 400), advancedBy: 0)
        == "passwright: 0 passwords (0 %), 0/s")
  }

  @Test("of an empty input is complete")
  func empty() {
    #expect(
      Self.line(RunProgress(of: "password", totalBytes: 0), advancedBy: 0, fitting: 30)
        == "0 (100 %), 0 s left")
    #expect(RunProgress(of: "account", total: 0).isComplete)
    #expect(!RunProgress(of: "account", total: 1).isComplete)
    #expect(!RunProgress(of: "password").isComplete)
  }
}
