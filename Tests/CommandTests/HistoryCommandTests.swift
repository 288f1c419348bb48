import Foundation
import Testing
import _TestSupport

@Suite("History")
struct HistoryCommandTests {
  /// What no output and no file may hold.
  private static let secret = "Zq7-tangible-Zq7"

  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
  }

  private func history(_ arguments: String..., input: String = "") async throws -> Command.Outcome {
    let outcome = try await Command.run(["history"] + arguments, input: input, folder: folder.url)
    #expect(!outcome.text.contains("Zq7") && !outcome.errors.contains("Zq7"))
    return outcome
  }

  /// Records a password under the key.
  private func add(_ password: String, account: String = "alice") async throws {
    let outcome = try await history(
      "add", "--history", "h.db", "--history-key", "key", "--account", account, input: password)
    #expect(outcome.errors == "")
    #expect(outcome.status == 0)
  }

  private func check(_ password: String, account: String = "alice", last: Int = 5)
    async throws -> Command.Outcome
  {
    try await history(
      "check", "--history", "h.db", "--history-key", "key", "--account", account, "--last",
      "\(last)", input: password)
  }

  private func makeKey() async throws {
    #expect(try await history("key", "key").status == 0)
  }

  // MARK: Keys

  @Test("keys are new files of mode 0600, and their identifier goes to standard error")
  func key() async throws {
    let outcome = try await Command.shell(
      #"umask 0; "$PASSWRIGHT" history key key"#, folder: folder.url)
    #expect(outcome.status == 0)
    #expect(outcome.output.isEmpty)
    #expect(outcome.errors.wholeMatch(of: /key: new key [0-9a-f]{16}\n/) != nil)
    #expect(try folder.permissions(of: "key") == 0o600)
    #expect(try folder.text(of: "key").wholeMatch(of: /[0-9a-f]{64}\n/) != nil)
    #expect(!outcome.errors.contains(try folder.text(of: "key").prefix(16)))
  }

  @Test("keys replace no file")
  func keyExists() async throws {
    try folder.write("precious", to: "key")
    let outcome = try await history("key", "key")
    #expect(outcome.status == 2)
    #expect(
      outcome.errors
        == "passwright: error: key file key: already exists; read it instead, or choose another path\n"
    )
    #expect(try folder.names == ["key"])
    #expect(try folder.text(of: "key") == "precious")
  }

  @Test("keys that others may read, that are malformed or that are missing are refused")
  func unusableKeys() async throws {
    try await makeKey()
    try FileManager.default.setAttributes(
      [.posixPermissions: 0o640], ofItemAtPath: folder["key"].path)
    let open = try await check(Self.secret)
    #expect(open.status == 2)
    #expect(
      open.errors.contains("key file key: accessible to other users (mode 0640); run chmod 600"))
    try FileManager.default.removeItem(at: folder["key"])
    let missing = try await check(Self.secret)
    #expect(missing.status == 2)
    #expect(
      missing.errors == """
        passwright: error: key file key: No such file or directory; create one with: passwright \
        history key key

        """)
    try folder.write("x\n", to: "key")
    try FileManager.default.setAttributes(
      [.posixPermissions: 0o600], ofItemAtPath: folder["key"].path)
    let malformed = try await check(Self.secret)
    #expect(malformed.status == 2)
    #expect(malformed.errors.contains("not a key: one line of 64 hexadecimal digits"))
  }

  @Test("another key than the one that wrote the history is an error")
  func wrongKey() async throws {
    try await makeKey()
    try await add(Self.secret)
    _ = try await history("key", "other")
    let options = ["--history", "h.db", "--history-key", "other", "--account", "alice"]
    let outcomes = [
      try await history(
        "check", options[0], options[1], options[2], options[3], options[4],
        options[5], "--last", "1", input: "x"),
      try await history(
        "add", options[0], options[1], options[2], options[3], options[4],
        options[5], input: "x"),
    ]
    for outcome in outcomes {
      #expect(outcome.status == 2)
      #expect(outcome.errors.contains("the history was written under key "))
      #expect(outcome.errors.contains("; give the key that wrote it"))
    }
  }

  // MARK: Adding and checking

  @Test("find what was added, whatever case and account it is asked in")
  func reuse() async throws {
    try await makeKey()
    try await add(Self.secret + "\n")
    #expect(try folder.permissions(of: "h.db") == 0o600)
    let reused = try await check(Self.secret)
    #expect(reused.status == 1)
    #expect(reused.output.isEmpty)
    #expect(reused.errors == "reused: one of the newest 5 values of alice\n")
    for other in [Self.secret.lowercased(), Self.secret + " ", " " + Self.secret] {
      let outcome = try await check(other)
      #expect(outcome.status == 0)
      #expect(outcome.errors == "")
    }
    #expect(try await check(Self.secret, account: "Alice").status == 0)
  }

  @Test("look back as far as requested, and a value that is added again is the newest")
  func window() async throws {
    try await makeKey()
    for password in ["one", "two", "three"] { try await add(password) }
    #expect(try await check("one", last: 2).status == 0)
    #expect(try await check("one", last: 3).status == 1)
    try await add("one")
    let newest = try await check("one", last: 1)
    #expect(newest.status == 1)
    #expect(newest.errors == "reused: the newest value of alice\n")
    #expect(try await check("two", last: 2).status == 0)
  }

  @Test("use Argon2id without a key, beside values that were added with one")
  func argon2id() async throws {
    try await makeKey()
    try await add("one")
    let added = try await history(
      "add", "--history", "h.db", "--account", "bob", input: Self.secret)
    #expect(added.status == 0)
    let reused = try await history(
      "check", "--history", "h.db", "--account", "bob", "--last", "1", input: Self.secret)
    #expect(reused.status == 1)
    #expect(try await check(Self.secret, account: "bob").status == 1)
    let kinds = try await history("list", "--history", "h.db").lines.map {
      $0.split(separator: "\t").last
    }
    #expect(kinds == ["blake2b", "argon2id"])
  }

  @Test("read a file as well as standard input, and bytes of any kind")
  func inputFile() async throws {
    try await makeKey()
    // A NUL as the first or second byte would be UTF-16.
    let bytes = Data([0xFF, 0x09, 0x00, 0xC3])
    try bytes.write(to: folder["password"])
    for (command, status) in [("add", 0 as Int32), ("check", 1)] {
      let outcome = try await Command.run(
        ["history", command, "--history", "h.db", "--history-key", "key", "--account", "a"]
          + (command == "check" ? ["--last", "1"] : []) + ["--input", "password"],
        folder: folder.url)
      #expect(outcome.status == status)
    }
  }

  @Test("keep no part of a password in any file")
  func nothingKept() async throws {
    try await makeKey()
    for account in ["alice", "bob"] { try await add(Self.secret, account: account) }
    _ = try await history("add", "--history", "h.db", "--account", "eve", input: Self.secret)
    _ = try await check(Self.secret)
    #expect(try folder.names == ["h.db", "key"])
    let bytes = try Data(contentsOf: folder["h.db"])
    let encoded = Data(Self.secret.utf8).base64EncodedString().prefix(16)
    for piece in [Self.secret, "tangible", String(encoded)] {
      #expect(bytes.range(of: Data(piece.utf8)) == nil)
    }
    // Nor may two accounts with one password be seen to have it.
    let digests = String(decoding: bytes, as: UTF8.self).matches(of: /\$blake2b[^ ]{60}/)
      .map { String($0.0) }
    #expect(digests.count == 2 && Set(digests).count == 2)
  }

  @Test(
    "accept a history that is read-only",
    .enabled(if: Self.canBeAnother, "root, and setpriv is not installed"))
  func readOnly() async throws {
    try await makeKey()
    try await add(Self.secret)
    let before = try Data(contentsOf: folder["h.db"])
    for (file, directory) in [(0o444, 0o755), (0o666, 0o555)] {
      // The key must be that user's own, so the history alone is shared.
      let script = #"""
        chmod \#(String(file, radix: 8)) h.db
        chmod \#(String(directory, radix: 8)) .
        as() { \#(Self.another) "$PASSWRIGHT" history "$@"; }
        printf new | as check --history h.db --account bob --last 9
        echo "check $?"
        as list --history h.db | cut -f 1,3
        as verify --history h.db
        printf new | as add --history h.db --account bob
        echo "add $?"
        chmod 700 .
        """#
      let outcome = try await Command.shell(script, folder: folder.url)
      #expect(outcome.text == "check 0\nalice\tblake2b\nadd 2\n")
      #expect(
        outcome.errors == """
          h.db: no damage found
          passwright: error: history h.db: the file or its folder is read-only; make both \
          writable for this user

          """)
      #expect(firstDifference(try Data(contentsOf: folder["h.db"]), before) == nil)
      #expect(try folder.names == ["h.db", "key"])
    }
  }

  /// What makes a command run as a user who is not root, for whom modes mean nothing.
  private static let another =
    getuid() == 0 ? "setpriv --reuid 65534 --regid 65534 --clear-groups" : ""
  private static let canBeAnother =
    getuid() != 0 || Program.isInstalled("setpriv")

  // MARK: Input that is no password

  static let inputCases: [(String, String)] = [
    ("", "no password in standard input; write it as one line"),
    ("\n", "no password in standard input; write it as one line"),
    ("Zq7\nZq7\n", "several lines in standard input; give one password at a time"),
    ("Zq7\n\n", "several lines in standard input; give one password at a time"),
    (
      "Zq7\r",
      "the password in standard input ends in a carriage return; end the line with a line feed"
    ),
    (
      String(repeating: "Zq7", count: 5462),
      "the password in standard input is too long; use at most 16,384 bytes"
    ),
  ]

  @Test("refuse anything but a single line", arguments: inputCases)
  func input(text: String, message: String) async throws {
    for command in ["add", "check"] {
      let last = command == "check" ? ["--last", "1"] : []
      try folder.write("", to: "nothing")
      let outcome = try await Command.run(
        ["history", command, "--history", "h.db", "--account", "a"] + last, input: text,
        folder: folder.url)
      #expect(outcome.status == 64)
      #expect(outcome.errors == "passwright: error: \(message)\n")
      #expect(try folder.names == ["nothing"])
    }
  }

  @Test("accept a password of the maximum length")
  func longest() async throws {
    try await makeKey()
    let password = String(repeating: "x", count: 16_384)
    try await add(password + "\n")
    #expect(try await check(password, last: 1).status == 1)
    #expect(try await check(password.dropLast() + "y", last: 1).status == 0)
  }

  @Test("do not echo what is typed at a terminal")
  func terminal() async throws {
    try await makeKey()
    var (master, slave) = (0 as Int32, 0 as Int32)
    try #require(unsafe openpty(&master, &slave, nil, nil, nil) == 0)
    let terminal = FileHandle(fileDescriptor: slave, closeOnDealloc: true)
    let process = try ChildProcess(
      Command.path,
      ["history", "add", "--history", "h.db", "--history-key", "key", "--account", "alice"],
      environment: Command.environment, folder: folder.url.path,
      input: .descriptor(slave), errors: .descriptor(slave))
    // What is typed before the question is thrown away with its echo.
    var shown: [UInt8] = []
    func readShown() {
      var bytes = [UInt8](repeating: 0, count: 4096)
      let count = unsafe bytes.withUnsafeMutableBytes {
        unsafe read(master, $0.baseAddress, $0.count)
      }
      shown += bytes.prefix(max(0, count))
    }
    readShown()
    // The prompt comes before the terminal's echo is turned off.
    var settings = termios()
    repeat {
      await Task.yield()
      try #require(unsafe tcgetattr(master, &settings) == 0)
    } while settings.c_lflag & tcflag_t(ECHO) != 0
    let line = Array("\(Self.secret)\n".utf8)
    #expect(unsafe write(master, line, line.count) == line.count)
    let ending = await process.ending()
    readShown()
    close(master)
    try terminal.close()
    #expect(ending == .exited(status: 0))
    #expect(String(decoding: shown, as: UTF8.self) == "Password: \r\n")
    #expect(try await check(Self.secret, last: 1).status == 1)
  }

  // MARK: Listing and pruning

  @Test("list accounts, dates and kinds in byte order")
  func list() async throws {
    try await makeKey()
    for account in ["bob", #"a,"\#u{E9}\"#, "Bob"] { try await add(Self.secret, account: account) }
    try await add("second", account: "bob")
    let accounts = ["Bob", #"a,"\#u{E9}\"#, "bob", "bob"]

    let text = try await history("list", "--history", "h.db")
    #expect(text.status == 0)
    #expect(text.errors == "")
    let fields = try text.lines.map { $0.split(separator: "\t").map(String.init) }
    #expect(fields.map { $0[0] } == accounts)
    for record in fields {
      #expect(record.count == 3)
      #expect(record[1].wholeMatch(of: /20\d\d-\d\d-\d\dT\d\d:\d\d:\d\dZ/) != nil)
      #expect(record[2] == "blake2b")
    }

    let objects = try await history("list", "--history", "h.db", "--format", "ndjson").lines.map {
      try #require(try JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: String])
    }
    let expected = fields.map { ["account": $0[0], "date": $0[1], "kind": $0[2]] }
    #expect(objects == expected)

    let csv = try await history("list", "--history", "h.db", "--format", "csv")
    #expect(CSV.records(csv.text) == [["account", "date", "kind"]] + fields)
  }

  @Test("report when a list cannot be written", arguments: ["text", "ndjson", "csv"])
  func fullDisk(format: String) async throws {
    try await makeKey()
    try await add(Self.secret)
    let outcome = try await Command.shell(
      #"""
      "$PASSWRIGHT" history list --history h.db --format \#(format) >/dev/full
      """#, folder: folder.url)
    #expect(outcome.status == 2)
    #expect(
      outcome.errors == """
        passwright: error: cannot write standard output: No space left on device; free some space \
        or write elsewhere

        """)
  }

  @Test("remove the oldest values, except those still compared with")
  func prune() async throws {
    try await makeKey()
    for number in 1...4 { try await add("\(number)") }
    for account in ["bob", "eve"] { try await add("1", account: account) }
    #expect(try await check("1", last: 3).status == 0)
    let kept = try await history("prune", "--history", "h.db", "--keep", "2")
    #expect(kept.status == 0)
    #expect(kept.output.isEmpty)
    #expect(
      kept.errors == """
        removed 1 value; kept the newest 3 of each account
        passwords are compared with 3 values; to keep 2, add --forget-larger-use

        """)
    let pruned = try await history(
      "prune", "--history", "h.db", "--keep", "1", "--forget-larger-use")
    #expect(pruned.status == 0)
    #expect(pruned.errors == "removed 2 values; kept the newest 1 of each account\n")
    #expect(try await history("list", "--history", "h.db").lines.count == 3)
  }

  // MARK: Files and options

  @Test(
    "report what is wrong with a file",
    arguments: [
      ("missing", "history missing: no such file; check the path, or create the history first"),
      ("empty", "history empty: the file is empty, which a history never is"),
      ("text", "history text: not a database; check the path, or restore the file from a copy"),
    ])
  func unusable(name: String, message: String) async throws {
    try folder.write("", to: "empty")
    try folder.write(String(repeating: "text ", count: 1000), to: "text")
    let names = try folder.names
    for command in [["list"], ["verify"], ["prune", "--keep", "1"], ["check"]] {
      let more = command == ["check"] ? ["--account", "a", "--last", "1"] : []
      let outcome = try await Command.run(
        ["history"] + command + ["--history", name] + more, input: Self.secret, folder: folder.url)
      #expect(outcome.status == 2)
      #expect(outcome.output.isEmpty)
      #expect(outcome.errors.hasPrefix("passwright: error: \(message)"))
      #expect(outcome.errorLines.count == 1)
    }
    #expect(try folder.names == names)
  }

  @Test("notice damage")
  func damage() async throws {
    try await makeKey()
    try await add(Self.secret)
    let sound = try await history("verify", "--history", "h.db")
    #expect(sound.status == 0)
    #expect(sound.errors == "h.db: no damage found\n")
    var bytes = try Data(contentsOf: folder["h.db"])
    // One character of the one digest.
    let digest = try #require(bytes.range(of: Data("$blake2b$v=1$key=".utf8)))
    bytes[digest.upperBound + 20] ^= 1
    try bytes.write(to: folder["h.db"])
    for command in ["verify", "list"] {
      let outcome = try await history(command, "--history", "h.db")
      #expect(outcome.status == 2)
      #expect(outcome.errors.contains("history h.db: the file is damaged at account alice"))
    }
    #expect(try await check(Self.secret).status == 2)
  }

  @Test(
    "name the invalid option",
    arguments: [
      (["check", "--account", "a", "--last", "0"], "--last 0 is out of range; use 1 to 1,000"),
      (
        ["check", "--account", "a", "--last", "1001"], "--last 1001 is out of range; use 1 to 1,000"
      ),
      (["prune", "--keep", "-1"], "--keep -1 is out of range; use 1 or more"),
      (["add", "--account", ""], "account: empty; give an identifier"),
      (["add", "--account", "a\tb"], "account: contains a control character; remove it"),
      (["add", "--account", "a\u{FFFD}"], "account: contains U+FFFD, or was not UTF-8; write it"),
      (["add"], "Missing expected argument '--account <id>'"),
      (["list", "--format", "json"], "The value 'json' is invalid for '--format <format>'"),
    ])
  func options(arguments: [String], message: String) async throws {
    let outcome = try await Command.run(
      ["history"] + arguments + ["--history", "h.db"], input: Self.secret, folder: folder.url)
    #expect(outcome.status == 64)
    #expect(outcome.output.isEmpty)
    #expect(outcome.errors.hasPrefix("passwright: error: \(message)"))
    #expect(try folder.names == [])
  }
}
