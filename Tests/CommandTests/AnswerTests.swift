import Foundation
import Testing
import _TestSupport

/// Commands whose status says something, with nobody left to read what they print.
@Suite("Exit statuses that are answers")
struct AnswerTests {
  /// Runs a command once the reader of its output has gone; the text is its status.
  private func withoutReader(
    _ arguments: String, input: String = "", folder: TemporaryFolder
  ) async throws -> Command.Outcome {
    // The reader ends only after it has opened the pipe, and the command starts after it has ended.
    try await Command.shell(
      """
      mkfifo gone
      : <gone & exec 3>gone
      wait $!
      \(input) "$PASSWRIGHT" \(arguments) >&3
      status=$?
      exec 3>&-
      rm gone
      echo "$status"
      """, folder: folder.url)
  }

  @Test(
    "stay the same when the reader is gone",
    arguments: [
      ("check --policy pci-dss-4", "printf 'short\\n' |", 1),
      (
        "check --policy pci-dss-4 --format csv --threads 3", "printf 'Correct4horse\\nshort\\n' |",
        1
      ),
      ("check --policy pci-dss-4 --format ndjson", "printf 'Correct4horse\\n' |", 0),
      // Long enough that the pipe is found closed with most of it unread, and the wrong one last.
      (
        "check --policy pci-dss-4 --threads 2",
        "{ yes Correct4horse | head -n 200000; echo short; } |", 1
      ),
      ("check --policy pci-dss-4 --threads 2", "yes Correct4horse | head -n 200000 |", 0),
      // Without an end: it ends when the answer is known.
      ("check --policy pci-dss-4", "yes short |", 1),
      ("policy lint active-directory", "", 1),
      ("policy lint active-directory --format json", "", 1),
      ("policy feasible --min-digits 5 -l 4", "", 3),
      ("policy feasible --min-digits 5 -l 4 --format json", "", 3),
      ("policy feasible --min-digits 5 -l 9 --format json", "", 0),
      ("policy convert --from passwright --to apple --strict nist-800-63b-4", "", 1),
      ("policy convert --from passwright --to apple nist-800-63b-4", "", 0),
      ("generate -n 100000", "", 0), ("explain --policy pci-dss-4", "", 0),
    ])
  func closedPipe(arguments: String, input: String, status: Int) async throws {
    let folder = try TemporaryFolder()
    let outcome = try await withoutReader(arguments, input: input, folder: folder)
    #expect(outcome.text == "\(status)\n")
    #expect(!outcome.errors.contains("Broken pipe"))
  }

  @Test("are 1 when the reader takes only the first record")
  func firstRecord() async throws {
    let outcome = try await Command.shell(
      """
      { { yes short | head -n 1000000; } 2>/dev/null |
      { "$PASSWRIGHT" check --policy pci-dss-4; echo "status $?" >&2; } } | head -n 1
      """)
    #expect(outcome.errors == "status 1\n")
    #expect(try outcome.lines.count == 1)
  }

  // MARK: Passwords that are recorded

  private func newHistory() async throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    let key = try await Command.run("history", "key", "key", folder: folder.url)
    try #require(key.status == 0)
    return folder
  }

  private static let recording =
    "generate --history h.db --history-key key --account a"

  @Test(
    "report that nothing was drawn when the output cannot be written",
    arguments: [
      (">&-", "standard output: Bad file descriptor"),
      (">/dev/full", "standard output: No space left on device"),
      ("-o /dev/full", "/dev/full: No space left on device"),
    ])
  func unwritable(output: String, reason: String) async throws {
    let folder = try await newHistory()
    let outcome = try await Command.shell(
      #""$PASSWRIGHT" \#(Self.recording) \#(output)"#, folder: folder.url)
    #expect(outcome.status == 2)
    #expect(
      outcome.errors
        == "passwright: error: cannot write \(reason); nothing was drawn, and nothing recorded\n")
    try await expectNothingRecorded(folder)
  }

  @Test("report that nothing was drawn when the reader is gone")
  func goneReader() async throws {
    let folder = try await newHistory()
    let outcome = try await withoutReader(Self.recording, folder: folder)
    #expect(outcome.text == "2\n")
    #expect(
      outcome.errors == """
        passwright: error: cannot write standard output: Broken pipe; nothing was drawn, and \
        nothing recorded

        """)
    try await expectNothingRecorded(folder)
  }

  @Test("report that a password was recorded but not written")
  func lost() async throws {
    let folder = try await newHistory()
    // The limit on the size of files, 32,768 bytes, is met in the middle of the line.
    let outcome = try await Command.shell(
      #"ulimit -f 64; head -c 32760 /dev/zero >out; "$PASSWRIGHT" \#(Self.recording) >>out"#,
      folder: folder.url)
    #expect(outcome.status == 2)
    #expect(outcome.errors.contains("the password is in the history but was not handed out"))
  }

  private func expectNothingRecorded(_ folder: TemporaryFolder) async throws {
    let list = try await Command.run("history", "list", "--history", "h.db", folder: folder.url)
    #expect(list.text == "")
  }
}
