import Foundation
import PasswordService
import PasswordServiceSQLite
import ServiceTestSupport
import Testing

@Suite("A service that is killed")
struct CrashTests {
  /// A store to copy: lists as the standard document has them, and two records that are due.
  private struct Template {
    let folder: TemporaryFolder
    let master: MasterKey
    let key: String

    var path: String { folder.file("template.db") }

    init() async throws {
      folder = try TemporaryFolder()
      let master = MasterKey()
      self.master = master
      let store = try SQLiteServiceStore(path: folder.file("template.db"), opening: .new)
      let service = PasswordService(store: store, clock: TestClock().clock) {
        () throws(StoreError) in master
      }
      let administration = Administration(service, command: "test")
      key = try await administration.initialize()
      _ = try await administration.apply(
        ServiceDocument(parsing: Array(ServiceFixture.standardDocument.utf8)))
      var change = RecordChange()
      change.password = .given("old")
      change.expiryDate = CalendarDate(iso: "2026-03-01")
      for _ in 1...2 {
        _ = try await service.createRecord(
          inList: 31, change, author: Author(userID: "", firstName: "", surname: ""),
          by: Caller(key: key, origin: "test"))
      }
      try await store.close()
    }
  }

  /// What the driver printed before it died.
  private struct Printed {
    var isWhole = false
    /// Records and passwords that a client was told.
    var records: [(id: Int, password: String)] = []
    /// Jobs that the target was given: number, record, kind and password.
    var jobs: [(id: Int, record: Int, kind: String, password: String)] = []

    init(_ text: String) {
      for line in text.split(separator: "\n") {
        let words = line.split(separator: " ", maxSplits: 4).map(String.init)
        switch (words.first, words.count) {
        case ("end", _): isWhole = true
        case ("record", 3): records.append((Int(words[1]) ?? 0, words[2]))
        case ("job", 5):
          jobs.append((Int(words[1]) ?? 0, Int(words[2]) ?? 0, words[3], words[4]))
        default: break
        }
      }
    }
  }

  @Test("leaves record, history, audit and outbox agreeing, wherever it is killed")
  func atEachStoreCall() async throws {
    let template = try await Template()
    var call = 1
    var kills = 0
    var isDone = false
    while !isDone {
      let folder = try TemporaryFolder()
      let path = folder.file("store.db")
      try FileManager.default.copyItem(atPath: template.path, toPath: path)
      let printed = try Self.run(path, template, killAt: call)
      try await Self.check(path, template, printed)
      if printed.isWhole {
        // Every third call once, or every call again and again.
        isDone = kills >= cases(1, long: 1000)
        call = 1
      } else {
        kills += 1
        call += cases(3, long: 1)
      }
    }
    #expect(kills >= cases(20, long: 1000))
  }

  private static func run(
    _ path: String, _ template: Template, killAt call: Int
  ) throws -> Printed {
    let process = Process()
    process.executableURL = URL(filePath: builtProduct("ServiceCrashDriver"))
    process.arguments = [path, template.master.reveal(), template.key, String(call)]
    let output = Pipe()
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    try process.run()
    let data = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return Printed(String(decoding: data, as: UTF8.self))
  }

  private static func check(_ path: String, _ template: Template, _ printed: Printed) async throws {
    let store = try SQLiteServiceStore(path: path, opening: .existing, readerCount: 1)
    // Later than the lease of a job whose worker was killed.
    let clock = TestClock()
    clock.advance(minutes: 5)
    let master = template.master
    let service = PasswordService(store: store, clock: clock.clock) { () throws(StoreError) in
      master
    }
    let caller = Caller(key: template.key, origin: "test")
    var events: [AuditEvent] = []
    let administration = Administration(service, command: "test")
    try await administration.visitAudit { events.append($0.event) }
    #expect(try await administration.verifyAudit() == .whole(count: events.count))

    let records = try await store.read { try $0.records(inList: nil, after: 0, limit: 1000) }
    var rowCount = 0
    for record in records {
      let rows = try await store.read { try $0.history(ofRecord: record.id) }
      rowCount += rows.count
      #expect(rows.first?.contents == record.contents)
    }
    let changes: Set = ["password.create", "password.update", "password.reset"]
    #expect(events.count { changes.contains($0.action) } == rowCount)
    var jobCount = 0
    for state in Job.State.allCases {
      jobCount += try await store.read { try $0.jobs(in: state).count }
    }
    #expect(events.count { $0.action == "job.create" } == jobCount)

    let target = CollectingTarget()
    let worker = JobWorker(service, target: target)
    for _ in 1...20 { try await worker.run() }
    #expect(try await store.read { try $0.jobs(in: .pending) }.isEmpty)
    for (id, password) in printed.records {
      let rows = try await service.history(ofRecord: id, by: caller).rows
      #expect(rows.contains { $0.password == password })
    }
    let jobs = printed.jobs + target.jobs
    for (id, deliveries) in Dictionary(grouping: jobs, by: \.id) {
      #expect(Set(deliveries.map(\.password)).count == 1, "job \(id)")
      guard deliveries[0].kind == "reset" else { continue }
      let rows = try await service.history(ofRecord: deliveries[0].record, by: caller).rows
      #expect(rows.count { $0.password == deliveries[0].password } == 1)
    }
    #expect(Set(jobs.filter { $0.kind == "reset" }.map(\.record)).count == 2)
    try await store.close()
  }
}
