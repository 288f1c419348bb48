import Foundation
import PasswordHistory
import PasswordHistorySQLite
import Platform
import SQLite
import Testing
import _TestSupport

@Suite("History files")
struct FileTests {
  let folder: TemporaryFolder
  let path: String
  let keyed: PasswordDigester
  let account: AccountID

  init() throws {
    folder = try TemporaryFolder()
    path = folder.path("history.db")
    keyed = try .keyed()
    account = try AccountID("account 7")
  }

  func open(_ opening: SQLiteHistoryStore.Opening = .existing) async throws {
    _ = try await SQLiteHistoryStore(path: path, opening: opening)
  }

  @Test(arguments: [SQLiteHistoryStore.Opening.new, .orCreate])
  func `a new file has mode 0600 and no other file beside it`(opening: SQLiteHistoryStore.Opening)
    async throws
  {
    try await open(opening)
    let attributes = try FileManager.default.attributesOfItem(atPath: path)
    #expect(attributes[.posixPermissions] as? Int == 0o600)
    #expect(try folder.names == ["history.db"])
  }

  @Test func `records are there when the file is opened again`() async throws {
    try await makeHistory(at: path)
    for opening in [SQLiteHistoryStore.Opening.existing, .orCreate, .readOnly] {
      let store = try await SQLiteHistoryStore(path: path, opening: opening)
      #expect(try await store.entries(of: account).count == 3)
      #expect(try await store.check("1", account, last: 3, keyed) == .reused)
      #expect(try await store.largestLast() == 3)
      try await store.verify()
    }
    #expect(await problem { try await open(.new) } == .exists)
  }

  @Test(arguments: [SQLiteHistoryStore.Opening.existing, .readOnly])
  func `a missing file is not made`(opening: SQLiteHistoryStore.Opening) async throws {
    #expect(await problem { try await open(opening) } == .missing)
    #expect(try folder.names.isEmpty)
  }

  @Test func `a missing folder is an error`() async {
    #expect(
      await problem { _ = try await SQLiteHistoryStore(path: folder.path("a/b"), opening: .new) }
        == .missing)
  }

  @Test func `no password is in the file as plain text`() async throws {
    let store = try await SQLiteHistoryStore(path: path, opening: .new)
    try await store.record("correct horse battery staple", account, keyed)
    #expect(try Data(contentsOf: URL(fileURLWithPath: path)).range(of: Data("horse".utf8)) == nil)
  }

  @Test func `pruned entries are overwritten`() async throws {
    try await makeHistory(at: path, accountCount: 1)
    let store = try await SQLiteHistoryStore(path: path, opening: .existing)
    let oldest = try #require(try await store.entries(of: AccountID("account 0")).last)
    #expect(try Data(bytes(path)).range(of: Data(oldest.digest.text.utf8)) != nil)
    try await store.prune(keeping: 1, forgetsLargerUse: true)
    #expect(try Data(bytes(path)).range(of: Data(oldest.digest.text.utf8)) == nil)
  }

  // MARK: Read-only

  @Test func `a read-only store answers, and records nothing`() async throws {
    try await makeHistory(at: path)
    let before = try bytes(path)
    let store = try await SQLiteHistoryStore(path: path, opening: .readOnly)
    #expect(try await store.check("1", account, last: 9, keyed) == .reused)
    #expect(await problem { try await store.record("x", account, keyed) } == .readOnly)
    #expect(await problem { _ = try await store.prune(keeping: 1) } == .readOnly)
    #expect(firstDifference(try bytes(path), before) == nil)
    #expect(try folder.names == ["history.db"])
  }

  // Root may write any file, so the driver runs as a user who may not.
  @Test(
    .enabled(
      if: getuid() != 0 || FileManager.default.fileExists(atPath: "/usr/bin/setpriv"),
      "root, and setpriv is not installed"), arguments: [(0o444, 0o755), (0o666, 0o555)])
  func `a file or folder that is not writable gives an error and is unchanged`(
    mode: Int, folderMode: Int
  ) async throws {
    try await makeHistory(at: path)
    let before = try bytes(path)
    let manager = FileManager.default
    try manager.setAttributes([.posixPermissions: mode], ofItemAtPath: path)
    try manager.setAttributes([.posixPermissions: folderMode], ofItemAtPath: folder.url.path)
    let prefix =
      getuid() != 0
      ? [] : ["/usr/bin/setpriv", "--reuid", "65534", "--regid", "65534", "--clear-groups"]
    let lines = try Driver(["probe", path, "x", "0"], prefix: prefix).lines()
    try manager.setAttributes([.posixPermissions: 0o755], ofItemAtPath: folder.url.path)
    #expect(lines.first == "entries 0")
    #expect(
      lines.dropFirst().first
        == "error: \(HistoryError.store(.readOnly, place: path))")
    #expect(firstDifference(try bytes(path), before) == nil)
  }

  @Test(
    .enabled(
      if: getuid() != 0 || FileManager.default.fileExists(atPath: "/usr/bin/setpriv"),
      "root, and setpriv is not installed"))
  func `a file that is not readable gives an error`() async throws {
    try await makeHistory(at: path)
    try FileManager.default.setAttributes([.posixPermissions: 0], ofItemAtPath: path)
    let prefix =
      getuid() != 0
      ? [] : ["/usr/bin/setpriv", "--reuid", "65534", "--regid", "65534", "--clear-groups"]
    let lines = try Driver(["probe", path, "x", "0"], prefix: prefix).lines()
    #expect(lines == ["error: \(HistoryError.store(.permissionDenied, place: path))"])
  }

  // MARK: Full

  @Test func `when the file may not grow, an edit records nothing and reports that`() async throws {
    try await makeHistory(at: path)
    let pages = try bytes(path).count / 4096
    let store = try await SQLiteHistoryStore(
      path: path, opening: .existing, patience: .zero, maximumPageCount: pages + 1,
      executor: ThreadExecutor(threadCount: 1))
    let accounts = try (0..<500).map { try AccountID("more \($0)") }
    let found = await problem {
      try await store.edit(accounts) { history throws(HistoryError) in
        try history.record(
          Array("x".utf8).span, using: keyed, at: HistoryDate(secondsSince1970: 0))
      }
    }
    #expect(found == .full)
    try await store.verify()
    #expect(try await store.summaries().count == 100)
    #expect(try await store.entries(of: account).count == 3)
    // A small edit still has room, and pruning makes more.
    try await store.record("x", account, keyed)
  }

  @Test func `when a limit keeps the file from growing, an edit records nothing`() async throws {
    try await makeHistory(at: path)
    let size = try FileManager.default.attributesOfItem(atPath: path)[.size] as? Int ?? 0
    // Of 512 bytes each, a page more than the file has.
    let limit = "trap '' XFSZ; ulimit -f \(size / 512 + 8); exec \"$0\" \"$@\""
    let driver = try Driver(
      ["record", path, "0", "10000"], prefix: ["/bin/sh", "-c", limit])
    let lines = driver.lines()
    #expect(lines.last?.contains("the file may not grow; nothing was recorded") == true)
    let store = try await SQLiteHistoryStore(path: path, opening: .existing)
    try await store.verify()
    #expect(try await store.summaries().map(\.lines.count).reduce(0, +) == 300 + lines.count - 1)
  }

  @Test(.enabled(if: getuid() == 0, "only root can mount a small disk"))
  func `when the disk is full, an edit records nothing and reports that`() async throws {
    let disk = folder.path("disk")
    let manager = FileManager.default
    try manager.createDirectory(atPath: disk, withIntermediateDirectories: false)
    let isMounted = run("/bin/mount", "-t", "tmpfs", "-o", "size=256k", "tmpfs", disk) == 0
    guard isMounted else { try Test.cancel("this container lets no disk be mounted") }
    defer { _ = run("/bin/umount", disk) }
    let path = disk + "/history.db"
    try await makeHistory(at: path)
    let store = try await SQLiteHistoryStore(path: path, opening: .existing)
    var recorded = 0
    let found = await problem {
      while true {
        try await store.record("x", AccountID("more \(recorded)"), keyed)
        recorded += 1
      }
    }
    #expect(found == .full)
    try await store.verify()
    #expect(try await store.summaries().count == 100 + recorded)
    #expect(try await store.check("1", account, last: 100, keyed) == .reused)
    // Nor is a history begun that cannot be finished.
    let filler = disk + "/filler"
    try write([], to: filler)
    let handle = try #require(FileHandle(forWritingAtPath: filler))
    while (try? handle.write(contentsOf: Data(count: 1024))) != nil {}
    #expect(
      await problem { _ = try await SQLiteHistoryStore(path: disk + "/other.db", opening: .new) }
        == .full)
    #expect(try manager.contentsOfDirectory(atPath: disk).sorted() == ["filler", "history.db"])
  }

  private func run(_ command: String...) -> Int32 {
    let process = try? ChildProcess(command[0], Array(command.dropFirst()))
    guard case .exited(let status)? = process?.waitForEnding() else { return -1 }
    return status
  }

  // MARK: Other files

  @Test func `an empty file is not mistaken for a new history`() async throws {
    try write([], to: path)
    for opening in [SQLiteHistoryStore.Opening.existing, .orCreate, .readOnly] {
      #expect(await problem { try await open(opening) } == .empty)
    }
    #expect(try bytes(path).isEmpty)
  }

  @Test(arguments: ["x", String(repeating: "password,account\n", count: 1000)])
  func `a text file is not a database`(text: String) async throws {
    try write(Array(text.utf8), to: path)
    for opening in [SQLiteHistoryStore.Opening.existing, .orCreate, .readOnly] {
      #expect(await problem { try await open(opening) } == .notADatabase)
    }
    #expect(firstDifference(try bytes(path), Array(text.utf8)) == nil)
  }

  @Test func `a folder is not a database`() async {
    #expect(
      await problem { _ = try await SQLiteHistoryStore(path: folder.url.path, opening: .orCreate) }
        == .notADatabase)
  }

  @Test func `a database for another purpose is left unchanged`() async throws {
    try tamper(path, "CREATE TABLE entry (account TEXT); INSERT INTO entry VALUES ('x')")
    let before = try bytes(path)
    #expect(await problem { try await open(.orCreate) } == .notAHistory)
    #expect(firstDifference(try bytes(path), before) == nil)
  }

  @Test func `a history of a later version is left unchanged`() async throws {
    try await makeHistory(at: path)
    try tamper(path, "PRAGMA user_version = 2; ALTER TABLE entry ADD COLUMN novelty TEXT")
    let before = try bytes(path)
    for opening in [SQLiteHistoryStore.Opening.existing, .orCreate, .readOnly] {
      #expect(await problem { try await open(opening) } == .newerSchema(found: 2, supported: 1))
    }
    #expect(firstDifference(try bytes(path), before) == nil)
    let text = "\(StoreProblem.newerSchema(found: 2, supported: 1))"
    #expect(text.contains("schema 2") && text.contains("update"))
  }

  @Test(arguments: [
    "PRAGMA user_version = 0", "PRAGMA user_version = -3", "DROP TABLE setting",
    "CREATE TABLE another (x)",
  ])
  func `a history with tables that do not match its version is damaged`(sql: String) async throws {
    try await makeHistory(at: path)
    try tamper(path, sql)
    #expect(await problem { try await open() } == .corrupt(account: nil))
  }

  @Test func `a digest of a later version is an error, not a difference`() async throws {
    try await makeHistory(at: path, accountCount: 1)
    let account = try AccountID("account 0")
    let text = "$blake3$v=1$AAAA"
    let checksum = RowChecksum.of(
      text: text, sequence: 1, seconds: 0, minting: nil, account: account)
    try tamper(
      path, "UPDATE entry SET digest = '\(text)', checksum = \(checksum) WHERE sequence = 1")
    let store = try await SQLiteHistoryStore(path: path, opening: .existing)
    await #expect(throws: HistoryError.unknownDigest) { try await store.entries(of: account) }
    await #expect(throws: HistoryError.unknownDigest) {
      try await store.record("x", account, keyed)
    }
    await #expect(throws: HistoryError.unknownDigest) { try await store.verify() }
  }

  // MARK: Damage

  @Test(arguments: [
    "account = 'account 8'", "sequence = 9", "date = 1", "run = 'x', state = 0",
    "checksum = checksum + 1", "digest = upper(digest)", "digest = ''",
    "digest = '$argon2id$v=19$m=256,t=2,p=1$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4'",
    "run = 'x', state = 3", "run = 'x'", "account = ''",
  ])
  func `a changed row is detected`(change: String) async throws {
    try await makeHistory(at: path, accountCount: 8)
    try tamper(path, "UPDATE entry SET \(change) WHERE account = 'account 7' AND sequence = 2")
    let store = try await SQLiteHistoryStore(path: path, opening: .existing)
    guard case .corrupt = await problem({ try await store.verify() }) else {
      Issue.record("not found")
      return
    }
    #expect(try await store.check("1", AccountID("account 6"), last: 3, keyed) == .reused)
  }

  @Test(arguments: [1, 99, 100, 512, 4095, 4096, 4097, 8192, 12_000])
  func `a truncated file is an error, and nothing is written to it`(count: Int) async throws {
    try await makeHistory(at: path)
    let whole = try bytes(path)
    try #require(whole.count > 12_000)
    try write(Array(whole[..<count]), to: path)
    let found = await problem {
      let store = try await SQLiteHistoryStore(path: path, opening: .orCreate)
      try await store.verify()
    }
    #expect(found == .notADatabase || found == .corrupt(account: nil))
    #expect(firstDifference(try bytes(path), Array(whole[..<count])) == nil)
  }

  @Test(arguments: 0..<300)
  func `a file with a flipped bit is reported as damaged, or has the original records`(
    seed: UInt64
  ) async throws {
    try await makeHistory(at: path, accountCount: 40)
    let whole = try bytes(path)
    let recorded = try await SQLiteHistoryStore(path: path, opening: .readOnly).summaries()
    var numbers = SeededNumbers(state: seed)
    var damaged = whole
    // Half of them in the first 100 bytes, where SQLite has its header.
    let place = Int.random(in: 0..<(seed % 2 == 0 ? 100 : whole.count), using: &numbers)
    damaged[place] ^= 1 << UInt8.random(in: 0..<8, using: &numbers)
    try write(damaged, to: path)
    do {
      let store = try await SQLiteHistoryStore(path: path, opening: .existing, patience: .zero)
      try await store.verify()
      #expect(try await store.summaries() == recorded, "byte \(place)")
    } catch HistoryError.store(_, _) {
    } catch HistoryError.unknownDigest {
    }
  }

  @Test(arguments: [18, 19])
  func `a damaged version of the file format is reported as damage, not as a read-only file`(
    place: Int
  ) async throws {
    try await makeHistory(at: path)
    var damaged = try bytes(path)
    damaged[place] = 3
    try write(damaged, to: path)
    let found = await problem { try await open() }
    #expect(found == .corrupt(account: nil) || found == .notADatabase)
  }

  // MARK: Keys

  @Test(arguments: [false, true])
  func `a key is recorded at the first admission, or when entries name it`(
    isOldHistory: Bool
  ) async throws {
    let store = try await SQLiteHistoryStore(path: path, opening: .new)
    #expect(try await store.keys() == [])
    try await store.admit(keyed)
    try await store.record("x", account, keyed)
    if isOldHistory { try tamper(path, "DELETE FROM setting WHERE name <> 'largest_last'") }
    let key = try HistoryKey.random()
    let other = try PasswordDigester(.keyedBLAKE2b(key))
    await #expect(throws: HistoryError.self) { try await store.requireKeys(of: other) }
    await #expect(throws: HistoryError.self) { try await store.admit(other) }
    guard case .keyedBLAKE2b(let first) = keyed.method else { return }
    #expect(try await store.keys() == [first.id])
    let both = try PasswordDigester(.keyedBLAKE2b(key), otherKeys: [first])
    try await store.admit(both)
    #expect(try await Set(store.keys()) == [first.id, key.id])
    await #expect(throws: HistoryError.self) { try await store.requireKeys(of: keyed) }
    // One that makes digests by Argon2id has no key to be wrong.
    try await store.admit(PasswordDigester(.argon2id(.interactive)))
    try await store.verify()
  }

  @Test func `checking whether a key is the right one records none`() async throws {
    let store = try await SQLiteHistoryStore(path: path, opening: .new)
    try await store.requireKeys(of: keyed)
    #expect(try await store.keys() == [])
  }

  // MARK: Unfinished writes

  @Test func `an interrupted write is undone, and a reader reports that it must be`()
    async throws
  {
    try await makeHistory(at: path)
    let recorded = try await SQLiteHistoryStore(path: path, opening: .existing).summaries()
    // With next to no memory, SQLite writes pages to the file before the end of the transaction.
    var connection = try Connection(path: path, access: .readWrite)
    let copy = folder.path("copy.db")
    try connection.execute("PRAGMA cache_size = 1; BEGIN IMMEDIATE; UPDATE entry SET digest = 'x'")
    try FileManager.default.copyItem(atPath: path, toPath: copy)
    try FileManager.default.copyItem(atPath: path + "-journal", toPath: copy + "-journal")
    try connection.execute("ROLLBACK")
    #expect(try bytes(copy) != bytes(path), "the write has not begun")
    #expect(
      await problem { _ = try await SQLiteHistoryStore(path: copy, opening: .readOnly) }
        == .unfinishedWrite)
    let store = try await SQLiteHistoryStore(path: copy, opening: .existing)
    try await store.verify()
    #expect(try await store.summaries() == recorded)
    #expect(try await SQLiteHistoryStore(path: copy, opening: .readOnly).summaries() == recorded)
    #expect(try folder.names == ["copy.db", "history.db"])
  }

  // MARK: Size

  @Test func `many records are written, read, pruned and listed`() async throws {
    let store = try await SQLiteHistoryStore(path: path, opening: .new)
    let keyed = keyed
    let accountCount = scaled(20_000)
    try await store.edit((0..<accountCount).map { try AccountID("account \($0)") }) {
      history throws(HistoryError) in
      for number in 0..<5 {
        try history.record(
          Array("\(number)".utf8).span, using: keyed, at: HistoryDate(secondsSince1970: 0))
      }
    }
    #expect(
      try await store.check("4", AccountID("account \(accountCount - 1)"), last: 1, keyed)
        == .reused)
    #expect(try await store.summaries().map(\.lines.count).reduce(0, +) == 5 * accountCount)
    #expect(try await store.prune(keeping: 1, forgetsLargerUse: true) == 4 * accountCount)
    try await store.verify()
  }
}
