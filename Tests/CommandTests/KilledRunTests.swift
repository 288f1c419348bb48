import Foundation
import PasswordHistory
import PasswordHistorySQLite
import Testing
import _TestSupport

#if os(Linux)

/// Kills a run of many accounts at every call that changes a file, one after another.
@Suite("A run that is killed")
struct KilledRunTests {
  private static let oldCount = 90
  private static let names = (1...2 * oldCount).map { "user \($0)" }
  private static let command = [
    "generate", "--history", "history.db", "--history-key", "key", "--policy", "policy.json",
    "--accounts", "ids", "-o", "out", "--format", "csv", "-l", "8",
  ]

  /// What the runs begin with: a history that knows half of the accounts.
  private let start: TemporaryFolder
  private let killer: AtCall

  init() async throws {
    start = try TemporaryFolder()
    try start.write(String(repeating: "5a", count: 32) + "\n", to: "key")
    try FileManager.default.setAttributes(
      [.posixPermissions: 0o600], ofItemAtPath: start["key"].path)
    try start.write(#"{"reuse":{"last":3}}"#, to: "policy.json")
    try start.write(Self.names.prefix(Self.oldCount).joined(separator: "\n"), to: "ids")
    try #require(try await Command.run(Self.command, folder: start.url).status == 0)
    try FileManager.default.removeItem(at: start["out"])
    try start.write(Self.names.joined(separator: "\n"), to: "ids")
    killer = try await AtCall()
  }

  /// Where a run died.
  private enum Death {
    case beforeMinting
    case minting
    case afterwards
  }

  private static let files = ["key", "policy.json", "ids", "history.db"]

  private func beginning() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    for name in Self.files { try FileManager.default.copyItem(at: start[name], to: folder[name]) }
    return folder
  }

  /// Begins or resumes the run, which is killed at a call; `nil` when it ended before.
  private func kill(at call: Int, in folder: TemporaryFolder) async throws -> Death? {
    let outcome = try await Command.shell(
      """
      \(killer.killing(at: call)) exec "$PASSWRIGHT" \(Self.command.joined(separator: " "))
      """, folder: folder.url)
    if outcome.status == 0, !outcome.isSignalled { return nil }
    try #require(outcome.isSignalled && outcome.status == SIGKILL, "\(outcome.errors)")
    let names = try folder.names
    if names.contains("out") { return .afterwards }
    return names.contains("out.run") ? .minting : .beforeMinting
  }

  /// Every password that stands whole in a file is recorded.
  ///
  /// Asked of a copy: to open a history is to undo what was interrupted, which is for the next run
  /// to do.
  private func expectRecorded(_ folder: TemporaryFolder, _ place: Comment) async throws {
    let copy = try TemporaryFolder()
    for name in try folder.names {
      try FileManager.default.copyItem(at: folder[name], to: copy[name])
    }
    guard let file = try copy.names.first(where: { ["out", "out.partial"].contains($0) }) else {
      return
    }
    let text = try copy.text(of: file)
    let whole = text.prefix(
      upTo: text.lastIndex(of: "\n").map(text.index(after:)) ?? text.startIndex)
    try await expectNewest(CSV.records(String(whole)).dropFirst(), in: copy, place)
  }

  private func expectNewest(
    _ records: some Collection<[String]>, in folder: TemporaryFolder, _ place: Comment
  ) async throws {
    let history = try await SQLiteHistoryStore(path: folder["history.db"].path, opening: .existing)
    let digester = try PasswordDigester(.keyedBLAKE2b(HistoryKey.read(from: folder["key"].path)))
    for record in records {
      let answer = try await history.check(
        Array(record[1].utf8).span, account: AccountID(record[0]), last: 1, using: digester)
      #expect(answer == .reused, place)
    }
  }

  /// All is as if nothing had happened to the run.
  private func expectWhole(_ folder: TemporaryFolder, _ place: Comment) async throws {
    #expect(try folder.names == (Self.files + ["out"]).sorted(), place)
    let records = CSV.records(try folder.text(of: "out")).dropFirst()
    #expect(records.map { $0[0] } == Self.names, place)
    try await expectNewest(records, in: folder, place)
    let history = try await SQLiteHistoryStore(path: folder["history.db"].path, opening: .existing)
    try await history.verify()
    for summary in try await history.summaries() {
      // Those of the run before, and one more.
      let isOld = Self.names.prefix(Self.oldCount).contains(summary.account.text)
      #expect(summary.lines.count == (isOld ? 2 : 1), place)
      let newest = try await history.entries(of: summary.account).first
      #expect(newest?.minting?.state == .handedOut, place)
      let run = try #require(newest?.minting?.run)
      #expect(try await !history.isUnfinished(run), place)
    }
    #expect(try await history.summaries().count == Self.names.count, place)
  }

  /// The distance of the calls that a run is killed at: all calls in `make test-long`, else one in
  /// ten.
  ///
  /// The number of kills follows from that, whatever time they take.
  private static let step = isLong ? 1 : 10

  // Every second of these calls each, since two at a time take half as long.
  @Test(
    "at any call mints once for each account, and writes nothing that is not recorded",
    arguments: [1, 2])
  func everywhere(firstCall: Int) async throws {
    var deaths: [Death] = []
    var folder = try beginning()
    // Each run resumes what the one before has left and dies a little later; one that reaches its
    // end is followed by a new one.
    for call in stride(from: firstCall, to: Int.max, by: 2 * Self.step) {
      let place: Comment = "killed at call \(call)"
      var death = try await kill(at: call, in: folder)
      if death == nil {
        try await expectWhole(folder, place)
        folder = try beginning()
        death = try await kill(at: call, in: folder)
      }
      // Nothing is left to be killed at.
      guard let death else { break }
      deaths.append(death)
      try await expectRecorded(folder, place)
    }
    try await expectWhole(folder, "not killed")
    #expect(deaths.count { $0 == .minting } >= 50 / Self.step)
    #expect(deaths.contains(.beforeMinting))
    // The calls after the minting are few.
    if isLong {
      #expect(deaths.contains(.afterwards))
      print("killed at \(deaths.count) calls from call \(firstCall) on")
    }
  }
}

#endif
