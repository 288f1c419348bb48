import PasswordService
import ServiceTestSupport
import Synchronization
import Testing

/// A target that notes what it gets, and confirms unless told otherwise.
private final class TestTarget: HandOverTarget {
  private let state = Mutex((deliveries: [Delivery](), failures: 0))

  var deliveries: [Delivery] { state.withLock { $0.deliveries } }

  /// Makes the next deliveries fail after they have arrived.
  func failNext(_ count: Int) { state.withLock { $0.failures = count } }

  func deliver(_ delivery: Delivery) async throws(DeliveryFailure) {
    let fails = state.withLock { state in
      state.deliveries.append(delivery)
      defer { state.failures = max(0, state.failures - 1) }
      return state.failures > 0
    }
    if fails { throw DeliveryFailure("refused") }
  }
}

@Suite("Expiry, schedules and hand-over")
struct JobTests {
  private static let author = Author(userID: "u", firstName: "f", surname: "s")

  /// A record of list 31, whose passwords are reset once they have expired.
  private static func fixture(
    expiry: String, schedule: String? = nil
  ) async throws -> (ServiceFixture, TestTarget, JobWorker, Caller) {
    let fixture = try await ServiceFixture.standard(nextRecord: 1)
    let caller = Caller(key: fixture.systemKey, origin: "o")
    var change = RecordChange()
    change.password = .given("old password")
    change.expiryDate = CalendarDate(iso: expiry)
    change.resetSchedule = schedule.map { ResetSchedule($0) }
    _ = try await fixture.service.createRecord(inList: 31, change, author: author, by: caller)
    let target = TestTarget()
    return (fixture, target, JobWorker(fixture.service, target: target), caller)
  }

  @Test("a password that has expired is drawn, delivered, and then the record's")
  func reset() async throws {
    let (fixture, target, worker, caller) = try await Self.fixture(expiry: "2026-03-09")
    try await worker.run()
    let delivery = try #require(target.deliveries.first)
    #expect(target.deliveries.count == 1 && delivery.kind == .reset)
    #expect(delivery.currentPassword == "old password")
    let record = try await fixture.service.record(1, by: caller)
    #expect(record.password == delivery.password && record.password != "old password")
    #expect(record.record.contents.expiryDate?.isoText == "2026-03-20")
    let rows = try await fixture.service.history(ofRecord: 1, by: caller).rows
    #expect(rows.map(\.password) == [delivery.password, "old password"])
    try await worker.run()
    #expect(target.deliveries.count == 1)
  }

  @Test(
    "a record is due once its day is past and its time has come, noon being now",
    arguments: [
      ("2026-03-10", nil, false), ("2026-03-11", nil, false), ("2026-03-09", nil, true),
      ("2026-03-09", "11:59", true), ("2026-03-09", "12:00", true), ("2026-03-09", "12:01", false),
      ("2026-03-08", "12:01", true), ("2026-03-09", "1:0:0:0", true),
      ("2026-03-09", "2:0:0:0", false),
      ("2026-03-08", "2:11:59:59", true), ("2026-03-08", "2:12:0:1", false),
      ("2026-03-09", "03:04", true),
    ] as [(String, String?, Bool)])
  func due(expiry: String, schedule: String?, isDue: Bool) async throws {
    let (_, target, worker, _) = try await Self.fixture(expiry: expiry, schedule: schedule)
    try await worker.run()
    #expect(target.deliveries.count == (isDue ? 1 : 0))
  }

  @Test(
    "a delivery that was not confirmed is repeated with the same password and number, later each time"
  )
  func retries() async throws {
    let (fixture, target, worker, caller) = try await Self.fixture(expiry: "2026-03-09")
    target.failNext(2)
    try await worker.run()
    try await worker.run()
    #expect(target.deliveries.count == 1)
    #expect(try await fixture.service.record(1, by: caller).password == "old password")
    fixture.clock.advance(seconds: 10)
    try await worker.run()
    fixture.clock.advance(seconds: 10)
    try await worker.run()
    #expect(target.deliveries.count == 2)
    fixture.clock.advance(seconds: 10)
    try await worker.run()
    #expect(Set(target.deliveries.map(\.password)).count == 1)
    #expect(target.deliveries.map(\.jobID) == [1, 1, 1])
    let password = try await fixture.service.record(1, by: caller).password
    #expect(password == target.deliveries[0].password)
  }

  @Test("a job is given up after its last attempt, and audited")
  func givenUp() async throws {
    let (fixture, target, worker, _) = try await Self.fixture(expiry: "2026-03-09")
    target.failNext(1000)
    for _ in 1...30 {
      try await worker.run()
      fixture.clock.advance(hours: 7)
    }
    #expect(target.deliveries.count == JobWorker.maximumAttempts)
    let jobs = try await fixture.service.store.read { try $0.jobs(in: .failed) }
    #expect(jobs.count == 1 && jobs[0].result.contains("refused"))
  }

  @Test("two workers that run at once deliver a job once")
  func twoWorkers() async throws {
    let (fixture, target, worker, _) = try await Self.fixture(expiry: "2026-03-09")
    let other = JobWorker(fixture.service, target: target)
    async let first: Void = worker.run()
    async let second: Void = other.run()
    _ = try await (first, second)
    #expect(target.deliveries.count == 1)
  }

  @Test(
    "a hand-over says which of its three conditions is missing",
    arguments: [
      (27, 0, "Account Type"), (30, 0, "Windows"), (30, 2, "Windows"), (30, 1, nil),
    ] as [(Int, Int, String?)])
  func conditions(list: Int, accountType: Int, missing: String?) async throws {
    let fixture = try await ServiceFixture.standard(nextRecord: 1)
    let caller = Caller(key: fixture.systemKey, origin: "o")
    var change = RecordChange()
    change.texts = [.genericField1: "server1", .userName: "admin"]
    change.accountTypeID = accountType
    change.password = .given("new")
    change.handsOver = true
    let refusal: String?
    do throws(ServiceError) {
      _ = try await fixture.service.createRecord(
        inList: list, change, author: Self.author, by: caller)
      refusal = nil
    } catch {
      refusal = error.description
    }
    let target = TestTarget()
    try await JobWorker(fixture.service, target: target).run()
    guard let missing else {
      #expect(refusal == nil)
      #expect(target.deliveries.map(\.host) == ["server1"])
      #expect(target.deliveries.map(\.password) == ["new"])
      #expect(target.deliveries.map(\.kind) == [.synchronize])
      return
    }
    #expect(refusal?.contains(missing) == true)
    #expect(target.deliveries.isEmpty)
    let count = try await fixture.service.store.read {
      try $0.records(inList: nil, after: 0, limit: 1).count
    }
    #expect(count == 0)
  }

  @Test("the passwords of one record arrive in their order")
  func order() async throws {
    let fixture = try await ServiceFixture.standard(nextRecord: 1)
    let caller = Caller(key: fixture.systemKey, origin: "o")
    var change = RecordChange()
    change.accountTypeID = 1
    change.handsOver = true
    change.password = .given("first")
    _ = try await fixture.service.createRecord(inList: 30, change, author: Self.author, by: caller)
    change.password = .given("second")
    _ = try await fixture.service.updateRecord(1, change, author: Self.author, by: caller)
    let target = TestTarget()
    target.failNext(1)
    let worker = JobWorker(fixture.service, target: target)
    try await worker.run()
    #expect(target.deliveries.map(\.password) == ["first"])
    fixture.clock.advance(seconds: 10)
    try await worker.run()
    try await worker.run()
    #expect(target.deliveries.map(\.password) == ["first", "first", "second"])
  }
}
