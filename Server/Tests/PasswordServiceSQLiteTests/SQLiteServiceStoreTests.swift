import Foundation
import PasswordService
import PasswordServiceSQLite
import SQLite
import ServiceTestSupport
import Testing

@Suite("The store in SQLite")
struct SQLiteServiceStoreTests {
  private static var record: PasswordRecord {
    var record = PasswordRecord(id: 7, listID: 27)
    for field in RecordField.allCases { record.contents.texts[field] = "\(field) é\u{1F511}" }
    record.contents.texts[.notes] = ""
    record.contents.accountTypeID = 3
    record.contents.password = SealedValue(bytes: Array(0...255))
    record.contents.genericPasswords = [
      .genericField1: SealedValue(bytes: [1]),
      .genericField10: SealedValue(bytes: [UInt8](repeating: 9, count: 70_000)),
    ]
    record.contents.expiryDate = CalendarDate(iso: "2012-08-23")
    record.resetSchedule = ResetSchedule("1:2:3:4")
    record.allowExport = false
    record.isRecycled = true
    record.handledExpiry = CalendarDate(iso: "0001-01-01")
    return record
  }

  @Test("gives back what was put in, after it was closed and opened again")
  func roundTrip() async throws {
    let folder = try TemporaryFolder()
    let path = folder.file("store.db")
    var job = Job(
      kind: .reset, recordID: 7, password: SealedValue(bytes: [1, 2]), notBefore: 123)
    let row = HistoryRow(
      recordID: 7, change: .created, contents: Self.record.contents, time: 5, listName: "l",
      author: Author(userID: "u", firstName: "f", surname: "s"))
    let event = ChainedAuditEvent(
      sequence: 1,
      event: AuditEvent(
        time: 1, actor: "a", origin: "o", action: "x", object: "y", outcome: .failure, detail: "d"),
      hash: [1])
    let key = WrappedKey(id: 1, masterID: [2], bytes: [3])
    let store = try SQLiteServiceStore(path: path, opening: .new)
    job.id = try await store.write { [job] transaction in
      try transaction.put(Self.record)
      try transaction.append(row)
      try transaction.append(event)
      try transaction.setWrappedKeys([key])
      return try transaction.append(job)
    }
    try await store.close()
    let opened = try SQLiteServiceStore(path: path, opening: .existing)
    let record = try await opened.read { try $0.record(7) }
    let rows = try await opened.read { try $0.history(ofRecord: 7) }
    var stored = row
    stored.id = 1
    #expect(record == Self.record && rows == [stored])
    let last = try await opened.read { try $0.lastAuditEvent() }
    let keys = try await opened.read { try $0.wrappedKeys() }
    let jobs = try await opened.read { try $0.jobs(in: .pending) }
    let version = try await opened.read { try $0.configurationVersion() }
    #expect(last == event && keys == [key] && jobs == [job] && version == 1)
    #expect(try await opened.write { try $0.allocateRecordID() } == 8)
    try await opened.close()
  }

  @Test("keeps the configuration, keys included")
  func configuration() async throws {
    let folder = try TemporaryFolder()
    let store = try SQLiteServiceStore(path: folder.file("store.db"), opening: .new)
    let fixture = try await ServiceFixture.standard(store: store)
    let configuration = try await store.read { try $0.configuration() }
    #expect(try await fixture.service.configuration == configuration)
    #expect(configuration.lists.count == 5 && configuration.keys.count == 5)
    try await store.close()
  }

  @Test("writes nothing of a transaction that throws, while others beside it are kept")
  func rollBack() async throws {
    struct Refused: Error {}
    let folder = try TemporaryFolder()
    let store = try SQLiteServiceStore(path: folder.file("store.db"), opening: .new)
    await withTaskGroup(of: Void.self) { group in
      for id in 1...200 {
        group.addTask {
          try? await store.write { transaction in
            try transaction.put(PasswordRecord(id: id, listID: 1))
            if id.isMultiple(of: 3) { throw Refused() }
          }
        }
      }
    }
    let records = try await store.read { try $0.records(inList: 1, after: 0, limit: 1000) }
    #expect(records.map(\.id) == (1...200).filter { !$0.isMultiple(of: 3) })
    try await store.close()
  }

  @Test("is made for its owner alone, with a write-ahead log that is synced in full")
  func file() async throws {
    let folder = try TemporaryFolder()
    let path = folder.file("store.db")
    let store = try SQLiteServiceStore(path: path, opening: .new)
    for name in [path, "\(path)-wal"] {
      let mode = try FileManager.default.attributesOfItem(atPath: name)[.posixPermissions] as? Int
      #expect(mode == 0o600)
    }
    try await store.close()
  }

  @Test("refuses files that are missing, exist already, or are no store")
  func refusals() async throws {
    let folder = try TemporaryFolder()
    let missing = folder.file("missing.db")
    #expect(throws: StoreError.self) { try SQLiteServiceStore(path: missing, opening: .existing) }
    #expect(!FileManager.default.fileExists(atPath: missing))
    let other = folder.file("other.db")
    var connection = try Connection(path: other, access: .create)
    try connection.execute("CREATE TABLE t (x)")
    #expect(throws: StoreError.self) { try SQLiteServiceStore(path: other, opening: .existing) }
    #expect(throws: StoreError.self) { try SQLiteServiceStore(path: other, opening: .new) }
    try Data("not a database, but long enough to be one".utf8).write(
      to: URL(filePath: folder.file("text")))
    #expect(throws: StoreError.self) {
      try SQLiteServiceStore(path: folder.file("text"), opening: .existing)
    }
  }

  @Test("refuses a later version's file with a clear word, and leaves it as it is")
  func laterVersion() async throws {
    let folder = try TemporaryFolder()
    let path = folder.file("store.db")
    try await SQLiteServiceStore(path: path, opening: .new).close()
    do {
      var connection = try Connection(path: path, access: .readWrite)
      try connection.execute("PRAGMA user_version = 99")
    }
    let error = #expect(throws: StoreError.self) {
      try SQLiteServiceStore(path: path, opening: .existing)
    }
    #expect(error?.description.contains("later version") == true)
    var connection = try Connection(path: path, access: .readWrite)
    #expect(try connection.integer("PRAGMA user_version") == 99)
  }

  @Test(
    "migrates a file of every earlier version", arguments: SQLiteServiceStore.versions.dropLast())
  func migration(version: Int) async throws {
    let folder = try TemporaryFolder()
    let path = folder.file("store.db")
    try SQLiteServiceStore.create(at: path, version: version)
    let store = try SQLiteServiceStore(path: path, opening: .existing)
    #expect(try await store.write { try $0.allocateRecordID() } == 1)
    try await store.close()
    var connection = try Connection(path: path, access: .readWrite)
    #expect(try connection.userVersion() == SQLiteServiceStore.versions.last)
  }

  @Test(
    "keeps what was written, and nothing of what was not, when the disk is full",
    .enabled(if: getuid() == 0, "only root can mount a small disk"))
  func fullDisk() async throws {
    let folder = try TemporaryFolder()
    let disk = folder.file("disk")
    try FileManager.default.createDirectory(atPath: disk, withIntermediateDirectories: false)
    guard try run("mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", disk) == 0 else {
      try Test.cancel("this container lets no disk be mounted")
    }
    defer { _ = try? run("umount", disk) }
    let store = try SQLiteServiceStore(path: "\(disk)/store.db", opening: .new)
    var written = 0
    let error = await #expect(throws: StoreError.self) {
      while true {
        let id = written + 1
        try await store.write { transaction in
          var record = PasswordRecord(id: id, listID: 1)
          record.contents.texts[.notes] = String(repeating: "x", count: 10_000)
          try transaction.put(record)
        }
        written = id
      }
    }
    #expect(error?.description == "no space is left for the store; free some")
    #expect(written > 0)
    let kept = try await store.read { try $0.records(inList: 1, after: 0, limit: 1000) }
    #expect(kept.map(\.id) == Array(1...written))
    try await store.close()
    let opened = try SQLiteServiceStore(path: "\(disk)/store.db", opening: .existing)
    let found = try await opened.read { try $0.records(inList: 1, after: 0, limit: 1000) }
    #expect(found.map(\.id) == Array(1...written))
    try await opened.close()
  }

  private func run(_ command: String...) throws -> Int32 {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = command
    try process.run()
    process.waitUntilExit()
    return process.terminationStatus
  }

  @Test("backs up a consistent copy while it is written")
  func backup() async throws {
    let folder = try TemporaryFolder()
    let store = try SQLiteServiceStore(path: folder.file("store.db"), opening: .new)
    let writer = Task {
      for id in 1...300 {
        try await store.write { transaction in
          try transaction.put(PasswordRecord(id: 2 * id, listID: 1))
          try transaction.put(PasswordRecord(id: 2 * id + 1, listID: 1))
        }
      }
    }
    let copy = folder.file("copy.db")
    try await store.backup(to: copy)
    await #expect(throws: StoreError.self) { try await store.backup(to: copy) }
    try await writer.value
    try await store.close()
    let opened = try SQLiteServiceStore(path: copy, opening: .existing)
    #expect(try await opened.read { try $0.recordCount(inList: 1) }.isMultiple(of: 2))
    try await opened.close()
  }

  @Test("two stores on one file take turns, and neither loses a write")
  func twoStores() async throws {
    let folder = try TemporaryFolder()
    let path = folder.file("store.db")
    let first = try SQLiteServiceStore(path: path, opening: .new)
    let second = try SQLiteServiceStore(path: path, opening: .existing)
    try await withThrowingTaskGroup(of: Void.self) { group in
      for store in [first, second] {
        for _ in 1...100 {
          group.addTask { _ = try await store.write { try $0.allocateRecordID() } }
        }
      }
      try await group.waitForAll()
    }
    #expect(try await first.write { try $0.allocateRecordID() } == 201)
    try await first.close()
    try await second.close()
  }
}
