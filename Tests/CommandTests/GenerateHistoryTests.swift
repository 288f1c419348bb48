import Foundation
import PasswordHistory
import PasswordHistorySQLite
import Testing
import _TestSupport

@Suite("Generating into a history")
struct GenerateHistoryTests {
  let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    try folder.writePrivately(String(repeating: "5a", count: 32) + "\n", to: "key")
    try folder.write(#"{"reuse":{"last":3}}"#, to: "policy.json")
  }

  private var history: SQLiteHistoryStore {
    get async throws {
      try await SQLiteHistoryStore(path: folder["history.db"].path, opening: .existing)
    }
  }

  private var digester: PasswordDigester {
    get throws { try PasswordDigester(.keyedBLAKE2b(HistoryKey.read(from: folder["key"].path))) }
  }

  private func isNewest(_ password: String, of account: String) async throws -> Bool {
    try await history.check(
      Array(password.utf8).span, account: AccountID(account), last: 1, using: digester) == .reused
  }

  private static let options = [
    "generate", "--history", "history.db", "--history-key", "key", "--policy", "policy.json",
  ]

  @Test("what is printed is recorded")
  func account() async throws {
    for format in ["text", "csv"] {
      let outcome = try await Command.run(
        Self.options + ["--account", "alice", "-n", "3", "--format", format], folder: folder.url)
      #expect(outcome.status == 0)
      #expect(outcome.errors == "")
      let last = try #require(try outcome.lines.last)
      let password =
        format == "text"
        ? String(last)
        : try #require(last.firstMatch(of: /"(.*)",/).map { String($0.1) })
          .replacingOccurrences(of: "\"\"", with: "\"")
      #expect(try await isNewest(password, of: "alice"))
    }
    #expect(try await history.entries(of: AccountID("alice")).count == 6)
  }

  @Test("none of the last passwords is drawn again, and it is an error when all were used")
  func reuse() async throws {
    // Ten passwords in all; of the last three none again.
    let options =
      Self.options + [
        "--account", "bob", "-l", "1", "--no-lower", "--no-upper", "--no-symbols",
        "--compliance-retries", "500",
      ]
    let outcome = try await Command.run(options + ["-n", "40"], folder: folder.url)
    #expect(outcome.status == 0)
    let lines = try outcome.lines
    for index in lines.indices.dropFirst(3) {
      #expect(!lines[index - 3..<index].contains(lines[index]))
    }
    try folder.write(#"{"reuse":{"last":10}}"#, to: "policy.json")
    let used = try await Command.run(options + ["-n", "11"], folder: folder.url)
    #expect(used.status == 1)
    #expect(used.errors.contains("no compliant password in 501 attempts: reuse 501"))
  }

  @Test("a document whose passwords run out is complete, and one without any is not started")
  func exhaustedDocument() async throws {
    try folder.write(#"{"reuse":{"last":10}}"#, to: "policy.json")
    let options =
      Self.options + [
        "--account", "bob", "-l", "1", "--no-lower", "--no-upper", "--no-symbols",
        "--compliance-retries", "500", "--format", "json",
      ]
    let some = try await Command.run(options + ["-n", "11"], folder: folder.url)
    #expect(some.status == 1)
    struct Document: Decodable {
      struct Record: Decodable { let password: String }
      let passwords: [Record]
    }
    let document = try JSONDecoder().decode(Document.self, from: some.output)
    #expect(Set(document.passwords.map(\.password)) == Set((0...9).map(String.init)))
    let none = try await Command.run(options, folder: folder.url)
    #expect(none.status == 1)
    #expect(none.output.isEmpty)
  }

  @Test(
    "accounts and names that are not UTF-8 are refused, since different ones would be repaired alike",
    arguments: [
      #"--account "$(printf 'al\377ice')""#, #"--account a --context "user=$(printf 'b\377')""#,
    ])
  func notUTF8(option: String) async throws {
    let outcome = try await Command.shell(
      #""$PASSWRIGHT" \#(Self.options.joined(separator: " ")) \#(option)"#, folder: folder.url)
    #expect(outcome.status == 64)
    #expect(outcome.output.isEmpty)
    #expect(outcome.errors.contains(" is not UTF-8; give it as UTF-8"))
    #expect(try folder.names == ["key", "policy.json"])
  }

  @Test("the error of a missing key says how to make one")
  func missingKey() async throws {
    let outcome = try await Command.run(
      "generate", "--history", "history.db", "--history-key", "none", "--account", "a",
      folder: folder.url)
    #expect(outcome.status == 2)
    #expect(outcome.errors.contains("create one with: passwright history key none"))
    #expect(try folder.names == ["key", "policy.json"])
  }

  // MARK: Many accounts

  private func mint(_ more: String...) async throws -> Command.Outcome { try await mint(more) }

  private func mint(_ more: [String]) async throws -> Command.Outcome {
    try await Command.run(
      Self.options + ["--accounts", "ids", "-o", "out", "--format", "csv"] + more,
      folder: folder.url)
  }

  /// The passwords of the file, by account.
  private func minted(_ name: String = "out") throws -> [(account: String, password: String)] {
    try folder.text(of: name).split(separator: "\n").dropFirst().map { line in
      let match = try #require(line.wholeMatch(of: /"(.*)","(.*)",[0-9.]+,[0-9.]+,true/))
      return (
        String(match.1).replacingOccurrences(of: "\"\"", with: "\""),
        String(match.2).replacingOccurrences(of: "\"\"", with: "\"")
      )
    }
  }

  @Test("each account gets one password, recorded, in the order of the file")
  func accounts() async throws {
    let names = (1...600).map { "user \($0)" } + [#"O"Hara, Röd"#, "=cmd"]
    try folder.write(names.joined(separator: "\r\n") + "\r\n", to: "ids")
    let outcome = try await mint("-v")
    #expect(outcome.status == 0)
    let minted = try minted()
    #expect(minted.map(\.account) == names)
    for (account, password) in minted { #expect(try await isNewest(password, of: account)) }
    #expect(try folder.permissions(of: "out") == 0o600)
    #expect(try folder.names == ["history.db", "ids", "key", "out", "policy.json"])
    let again = try await mint()
    #expect(again.status == 2)
    #expect(again.errors.contains("out exists; name another file"))
  }

  @Test("a byte order mark is not part of the first account", arguments: ["ids", "-"])
  func byteOrderMark(source: String) async throws {
    let text = "\u{FEFF}alice\nbob\n"
    try folder.write(text, to: "ids")
    let outcome = try await Command.run(
      Self.options + ["--accounts", source, "-o", "out", "--format", "csv"],
      input: source == "-" ? text : "", folder: folder.url)
    #expect(outcome.errors == "")
    #expect(outcome.status == 0)
    #expect(try minted().map(\.account) == ["alice", "bob"])
    #expect(try await history.summaries().map(\.account.text) == ["alice", "bob"])
  }

  @Test("standard input is not read twice", arguments: ["--policy -", "--words 3 --wordlist -"])
  func standardInputTwice(option: String) async throws {
    let outcome = try await Command.run(
      [
        "generate", "--history", "history.db", "--history-key", "key", "--accounts", "-", "-o",
        "out",
      ]
        + ["--format", "csv"] + option.split(separator: " ").map(String.init), folder: folder.url)
    #expect(outcome.status == 64)
    #expect(outcome.errors.contains("both come from standard input"))
  }

  @Test("ndjson has one object for each account")
  func ndjson() async throws {
    try folder.write("a\"b\n", to: "ids")
    let outcome = try await Command.run(
      Self.options + ["--accounts", "ids", "-o", "out", "--format", "ndjson"], folder: folder.url)
    #expect(outcome.status == 0)
    struct Record: Decodable {
      let account: String
      let password: String
      let entropyBits: Double
      let isExact: Bool
    }
    let record = try JSONDecoder().decode(Record.self, from: Data(contentsOf: folder["out"]))
    #expect(record.account == "a\"b")
    #expect(record.isExact)
    #expect(try await isNewest(record.password, of: "a\"b"))
  }

  @Test("everything that is wrong with the accounts is reported by line")
  func wrongAccounts() async throws {
    try folder.write("alice\n\nbob\nalice\nto\u{7}m\n", to: "ids")
    let outcome = try await mint()
    #expect(outcome.status == 64)
    #expect(outcome.errorLines.count == 3)
    #expect(outcome.errors.contains("ids:2: "))
    #expect(outcome.errors.contains("ids:4: the account is already on line 1"))
    #expect(outcome.errors.contains("ids:5: "))
    #expect(try folder.names == ["ids", "key", "policy.json"])
  }

  @Test(
    "records of other accounts and of versions that recorded less are not resumed",
    arguments: [
      ("csv", "account,password,entropyBits,minEntropyBits,isExact\n\"bob\",\"x\",1.0,1.0,true\n"),
      ("csv", "account,password,entropyBits,minEntropyBits\n\"alice\",\"x\",1.0,1.0\n"),
      ("csv", "account,password,entropyBits,minEntropyBits,isExact\n\"alice\",\"x\",1.0,1.0\n"),
      (
        "ndjson",
        #"{"account":"alice","password":"x","entropyBits":1.0,"minEntropyBits":1.0}"# + "\n"
      ),
    ])
  func foreignRecords(format: String, records: String) async throws {
    try folder.write("alice\n", to: "ids")
    try folder.writePrivately(records, to: "out.partial")
    let outcome = try await Command.run(
      Self.options + ["--accounts", "ids", "-o", "out", "--format", format], folder: folder.url)
    #expect(outcome.status == 2)
    #expect(
      outcome.errors == """
        passwright: error: out.partial was started with different accounts, in another format or \
        by another version of passwright; use the same ones again, or name another file

        """)
    #expect(try folder.text(of: "out.partial") == records)
  }

  @Test(
    "files that others may use, links and what is not a file are not resumed",
    arguments: [
      (
        "printf '%s' \"$RECORDS\" >out.partial; chmod 644 out.partial",
        "is accessible to other users (mode 0644)"
      ),
      (": >out.partial; chmod 602 out.partial", "is accessible to other users (mode 0602)"),
      ("mkfifo -m 600 out.partial", "is not a file"),
      ("umask 077; : >elsewhere; ln -s elsewhere out.partial", "is a symbolic link"),
      ("ln -s nowhere out.partial", "is a symbolic link"),
    ])
  func exposed(making: String, message: String) async throws {
    try folder.write("alice\n", to: "ids")
    let made = try await Command.shell(
      "RECORDS=account,password,entropyBits,minEntropyBits,isExact; \(making)", folder: folder.url)
    try #require(made.status == 0, "\(made.errors)")
    let before = try folder.names
    let outcome = try await mint()
    #expect(outcome.status == 2)
    #expect(outcome.errors.hasPrefix("passwright: error: out.partial \(message)"))
    // The history was opened.
    #expect(try folder.names == (before + ["history.db"]).sorted())
    #expect(try await history.summaries().isEmpty)
  }

  @Test(
    "files of another user are not resumed",
    .enabled(if: geteuid() == 0, "only root can give files away"))
  func foreignOwner() async throws {
    try folder.write("alice\n", to: "ids")
    try folder.writePrivately("", to: "out.partial")
    try FileManager.default.setAttributes(
      [.ownerAccountID: 65_534], ofItemAtPath: folder["out.partial"].path)
    let outcome = try await mint()
    #expect(outcome.status == 2)
    #expect(outcome.errors.contains("out.partial belongs to another user"))
  }

  /// Begins a run over `a`, `b` and `c`, in which the retries run out: `b` has had all that could
  /// be drawn.
  private func beginExhausted(_ used: [String], _ options: [String]) async throws {
    try folder.write("a\nb\nc\n", to: "ids")
    try folder.write(#"{"reuse":{"last":10}}"#, to: "policy.json")
    let store = try await SQLiteHistoryStore(path: folder["history.db"].path, opening: .orCreate)
    for password in used {
      try await store.record(
        Array(password.utf8).span, account: AccountID("b"), using: digester, at: .now)
    }
    let outcome = try await mint(options)
    #expect(outcome.status == 1)
    #expect(outcome.errors.hasPrefix("passwright: error: ids:2: account b: no compliant password"))
    #expect(outcome.errors.contains("; the 1 account before it has its password; "))
    // What was minted before it is kept.
    #expect(try await history.summaries().map(\.account.text) == ["a", "b"])
    #expect(try minted("out.partial").map(\.account) == ["a"])
  }

  private static let oneDigit = ["-l", "1", "--no-lower", "--no-upper", "--no-symbols"]
  private static let digits = (0...9).map(String.init)

  @Test("when the retries run out, what was written stays and the next run resumes")
  func exhausted() async throws {
    try await beginExhausted(Self.digits, Self.oneDigit)
    try await history.forget([AccountID("b")])
    #expect(try await mint(Self.oneDigit).status == 0)
    #expect(try minted().map(\.account) == ["a", "b", "c"])
    #expect(try await history.summaries().map(\.lines.count) == [1, 1, 1])
  }

  @Test("a run resumes only with the recipe, policy and context that it began with")
  func otherRecipe() async throws {
    let digits = Self.oneDigit
    try await beginExhausted(Self.digits, digits)
    for (policy, options) in [
      (10, ["-l", "2"] + digits.dropFirst(2)), (9, digits), (10, digits + ["--max-digits", "1"]),
      (10, digits + ["--context", "user=someone"]),
    ] {
      try folder.write(#"{"reuse":{"last":\#(policy)}}"#, to: "policy.json")
      let outcome = try await mint(options)
      #expect(outcome.status == 64)
      #expect(
        outcome.errors == """
          passwright: error: out.run: the run was started with a different recipe, word list, \
          policy, context or history key; use the same ones again, or name another file

          """)
    }
    try await history.forget([AccountID("b")])
    #expect(try await mint(digits + ["--compliance-retries", "20"]).status == 0)
    #expect(try minted().map(\.account) == ["a", "b", "c"])
  }

  @Test("a run resumes after its entries were pruned or taken over by another run")
  func marksGone() async throws {
    try await beginExhausted(Self.digits, Self.oneDigit)
    let (account, password) = try #require(try minted("out.partial").first)
    try await history.forget([AccountID("b")])
    // Drawn again by another run, which then has the mark; and then pruned.
    _ = try await history.mint(
      Array(password.utf8).span, account: AccountID(account), run: RunID("other"), last: 0,
      using: digester, at: .now)
    try await history.record(
      Array("newer".utf8).span, account: AccountID(account), using: digester, at: .now)
    try await history.prune(keeping: 1, forgetsLargerUse: true)
    #expect(try await history.entries(of: AccountID(account)).count == 1)
    #expect(try await mint(Self.oneDigit).status == 0)
    #expect(try minted().map(\.account) == ["a", "b", "c"])
    #expect(try minted().first?.password == password)
  }

  @Test("a run resumes only with the history that it began with")
  func otherHistory() async throws {
    try await beginExhausted(Self.digits, Self.oneDigit)
    try FileManager.default.removeItem(at: folder["history.db"])
    let outcome = try await mint(Self.oneDigit)
    #expect(outcome.status == 2)
    #expect(
      outcome.errors == """
        passwright: error: history history.db has no record of the run that wrote out.partial; give \
        the history that the run was started with

        """)
    #expect(try minted("out.partial").map(\.account) == ["a"])
  }

  @Test("when retries run out, the message suggests a sufficient number")
  func retryAdvice() async throws {
    try folder.write("a\nb\n", to: "ids")
    try folder.write(#"{"badPasswords":{"patterns":["[0-8]"]}}"#, to: "policy.json")
    let outcome = try await mint(Self.oneDigit + ["--compliance-retries", "0"])
    // One in ten complies: at the first or second account it fails, or for one in a hundred never.
    guard outcome.status != 0 else { return }
    #expect(outcome.status == 1)
    let match = try #require(
      outcome.errors.firstMatch(
        of: /run the same command again with --compliance-retries ([0-9]+)\n/))
    let retries = try #require(Int(match.1))
    // 0.9 to the power of 1 + 93 is less than 0.001 / 10.
    #expect((60...200).contains(retries))
    #expect(try await mint(Self.oneDigit + ["--compliance-retries", "\(retries)"]).status == 0)
    #expect(try minted().map(\.password) == ["9", "9"])
  }

  // MARK: Names of accounts

  private static let threeOfABC = [
    "-l", "3", "--no-upper", "--no-digits", "--no-symbols", "-x", "defghijklmnopqrstuvwxyz",
    "--no-require-each", "--compliance-retries", "1000",
  ]

  @Test("under a policy no password contains the identifier of its account")
  func identifier() async throws {
    let outcome = try await Command.run(
      Self.options + ["--account", "ABC", "-n", "26"] + Self.threeOfABC, folder: folder.url)
    #expect(outcome.status == 0)
    #expect(try !outcome.lines.contains("abc"))
  }

  @Test("under a policy no password contains a part of a name that follows an identifier")
  func furtherColumns() async throws {
    let names = (0..<26).map { "user\($0)\tBCA Cab\taab@example.com" }
    try folder.write(names.joined(separator: "\n"), to: "ids")
    #expect(try await mint(Self.threeOfABC).status == 0)
    let minted = try minted()
    #expect(minted.map(\.account) == (0..<26).map { "user\($0)" })
    #expect(Set(minted.map(\.password)).isDisjoint(with: ["bca", "cab", "aab"]))
  }

  // MARK: Keys

  private func makeOtherKey() throws {
    try folder.writePrivately(String(repeating: "6b", count: 32) + "\n", to: "other")
  }

  @Test("a history is not written under another key unless the old key is given too")
  func otherKey() async throws {
    try makeOtherKey()
    let options = ["generate", "--history", "history.db", "--account"]
    #expect(
      try await Command.run(options + ["a", "--history-key", "key"], folder: folder.url).status == 0
    )
    for more in [
      options + ["b", "--history-key", "other"],
      ["history", "add", "--history", "history.db", "--account", "b", "--history-key", "other"],
      ["history", "check", "--history", "history.db", "--account", "b", "--history-key", "other"]
        + ["--last", "1"],
    ] {
      let outcome = try await Command.run(more, input: "x\n", folder: folder.url)
      #expect(outcome.status == 2)
      #expect(outcome.output.isEmpty)
      #expect(outcome.errors.contains("the history was written under key"))
      #expect(outcome.errors.contains("--previous-history-key"))
    }
    #expect(try await history.summaries().map(\.account.text) == ["a"])
    let both = ["--history-key", "other", "--previous-history-key", "key"]
    for account in ["a", "b"] {
      #expect(
        try await Command.run(options + [account] + both, folder: folder.url).status == 0)
    }
    #expect(try await history.keys().count == 2)
    #expect(try await history.entries(of: AccountID("a")).compactMap(\.digest.keyID).count == 2)
  }

  @Test("a run resumes only under the key that it began with")
  func otherKeyOfRun() async throws {
    try makeOtherKey()
    try await beginExhausted(Self.digits, Self.oneDigit)
    let command =
      ["generate", "--history", "history.db", "--policy", "policy.json", "--accounts", "ids"]
      + ["-o", "out", "--format", "csv", "--history-key", "other"] + Self.oneDigit
    #expect(try await Command.run(command, folder: folder.url).status == 2)
    let outcome = try await Command.run(
      command + ["--previous-history-key", "key"], folder: folder.url)
    #expect(outcome.status == 64)
    #expect(outcome.errors.contains("context or history key"))
    // The run that was refused has not put the history under its key.
    try folder.write("another\n", to: "password")
    let added = try await Command.run(
      "history", "add", "--history", "history.db", "--history-key", "key", "--account", "z",
      "--input", "password", folder: folder.url)
    #expect(added.status == 0, "\(added.errors)")
  }

  @Test("a run resumes only with the words that it began with")
  func otherWords() async throws {
    let options = ["--no-characters", "--words", "1", "--wordlist", "words"]
    try folder.write("alpha\nbravo\n", to: "words")
    try await beginExhausted(["alpha", "bravo"], options)
    try folder.write("alpha\nbravo\ncharlie\n", to: "words")
    #expect(try await mint(options).status == 64)
  }

  @Test("the run of a version that did not record what it draws is not resumed")
  func oldRun() async throws {
    try folder.write("a\n", to: "ids")
    try folder.write(String(repeating: "0", count: 32), to: "out.run")
    let outcome = try await mint()
    #expect(outcome.status == 2)
    #expect(
      outcome.errors.contains(
        "out.run does not hold the name of a run that this version of passwright knows"))
  }

  @Test("a run that was killed after its file was published is completed")
  func complete() async throws {
    try folder.write("a\nb\n", to: "ids")
    #expect(try await mint().status == 0)
    let text = try folder.text(of: "out")
    let files = FileManager.default
    for passing in [["out.partial", "out.run"], ["out.partial"]] {
      try files.linkItem(at: folder["out"], to: folder["out.partial"])
      if passing.contains("out.run") {
        try folder.write(String(repeating: "0", count: 32), to: "out.run")
      }
      let outcome = try await mint("-v")
      #expect(outcome.status == 0)
      #expect(outcome.errors.hasSuffix("out is already complete\n"))
      #expect(try folder.names == ["history.db", "ids", "key", "out", "policy.json"])
      #expect(try folder.text(of: "out") == text)
    }
    // Another file of that name is not taken for it.
    try folder.write(text, to: "out.partial")
    #expect(try await mint().errors.contains("move out away and run the same command again"))
    #expect(try folder.names.contains("out.partial"))
  }
}
