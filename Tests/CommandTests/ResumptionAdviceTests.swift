#if os(Linux)
import Foundation
import Testing
import _TestSupport

@Suite("How to resume a run for many accounts")
struct ResumptionAdviceTests {
  private static let count = 1000

  private let folder: TemporaryFolder
  private let tools: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    tools = try TemporaryFolder()
    try folder.writePrivately(String(repeating: "5a", count: 32) + "\n", to: "key")
    try folder.write((1...Self.count).map { "user\($0)\n" }.joined(), to: "id list")
  }

  /// What the run is called with; the shell takes it apart as it stands.
  private static func arguments(accounts: String) -> String {
    #"generate --history h.db --history-key key --accounts \#(accounts) -o 'it'\''s new' --format csv"#
  }

  /// Runs the command, and sends it a signal before one of its calls that write.
  private func interrupt(
    with signal: String, beforeWrite number: Int, accounts: String
  ) async throws -> Command.Outcome {
    let library = try await AtCall()
    let pipe = tools["pipe"].path
    return try await Command.shell(
      """
      mkfifo '\(pipe)'
      \(library.holding(at: pipe, number: number)) env --default-signal=INT \
      "$PASSWRIGHT" \(Self.arguments(accounts: accounts)) <'id list' &
      : <'\(pipe)'
      kill -\(signal) $!
      wait $!
      """, folder: folder.url)
  }

  private func expectWhole() throws {
    #expect(try folder.names == ["h.db", "id list", "it's new", "key"])
    let lines = try folder.text(of: "it's new").split(separator: "\n")
    #expect(lines.count == 1 + Self.count)
  }

  @Test("is printed when a signal ends it, as a command that does so", arguments: ["INT", "TERM"])
  func signal(name: String) async throws {
    let outcome = try await interrupt(with: name, beforeWrite: 60, accounts: "'id list'")
    #expect(outcome.status == 128 + (name == "INT" ? SIGINT : SIGTERM))
    // The shell may say afterwards that a signal has ended it.
    try #require(outcome.errorLines.count >= 2)
    #expect(
      outcome.errorLines[0] == """
        passwright: interrupted; it's new.partial holds what is done; to resume, run the same command \
        again:
        """)
    let command = outcome.errorLines[1]
    #expect(command == "  passwright \(Self.arguments(accounts: "'id list'"))")
    let resumed = try await Command.shell(
      #"passwright() { "$PASSWRIGHT" "$@"; }; \#(command)"#, folder: folder.url)
    #expect(resumed.status == 0)
    #expect(resumed.errors == "")
    try expectWhole()
  }

  @Test("says that the accounts are needed again, too")
  func standardInput() async throws {
    let outcome = try await interrupt(with: "INT", beforeWrite: 60, accounts: "-")
    #expect(
      outcome.errors.contains(
        "to resume, run the same command again, with the same accounts on standard input:\n"))
  }

  @Test("is not printed while nothing is done")
  func nothingDone() async throws {
    let outcome = try await interrupt(with: "INT", beforeWrite: 1, accounts: "'id list'")
    #expect(outcome.status == 128 + SIGINT)
    #expect(outcome.errors == "")
  }

  @Test("is printed when the disk is full")
  func failure() async throws {
    let arguments = Self.arguments(accounts: "'id list'")
    let outcome = try await Command.shell(
      #"ulimit -f 100; "$PASSWRIGHT" \#(arguments)"#, folder: folder.url)
    #expect(outcome.status == 2)
    #expect(outcome.errorLines.count == 2)
    #expect(
      outcome.errorLines.last
        == "passwright: error: what is done is kept; to resume, run the same command again")
    let resumed = try await Command.shell(#""$PASSWRIGHT" \#(arguments)"#, folder: folder.url)
    #expect(resumed.status == 0)
    try expectWhole()
  }
}
#endif
