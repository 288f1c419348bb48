import PasswordService
import ServiceTestSupport
import Synchronization
import Testing

@Suite("The audit")
struct AuditTests {
  private static func withEvents() async throws -> (ServiceFixture, TamperingStore) {
    let store = TamperingStore()
    let fixture = try await ServiceFixture.standard(store: store)
    let caller = Caller(key: fixture.systemKey, origin: "10.0.0.1", reason: "a ticket")
    let author = Author(userID: "u", firstName: "f", surname: "s")
    for _ in 1...3 {
      _ = try await fixture.service.createRecord(
        inList: 27, RecordChange(), author: author, by: caller)
    }
    _ = try await fixture.service.records(inList: 27, by: caller)
    return (fixture, store)
  }

  @Test("has an event for each record that is read, for each change and each failure")
  func events() async throws {
    let (fixture, _) = try await Self.withEvents()
    let caller = Caller(key: "wrong", origin: "10.0.0.2")
    await fixture.service.recordFailure(
      "password.read", "/api/passwords/1", by: caller, .unauthenticated("Invalid API key."))
    var events: [AuditEvent] = []
    let administration = Administration(fixture.service, command: "test")
    try await administration.visitAudit { events.append($0.event) }
    #expect(events.count { $0.action == "password.read" && $0.outcome == .success } == 3)
    #expect(events.count { $0.action == "password.create" && $0.detail == "a ticket" } == 3)
    let failure = try #require(events.last)
    #expect(failure.outcome == .failure && failure.actor == "unknown")
    #expect(failure.origin == "10.0.0.2" && failure.detail == "Invalid API key.")
    #expect(try await administration.verifyAudit() == .whole(count: events.count))
  }

  @Test("only the system-wide key prevents auditing")
  func preventAuditing() async throws {
    let (fixture, store) = try await Self.withEvents()
    var options = ReadOptions()
    options.preventsAuditing = true
    let before = try await store.eventCount()
    for key in [fixture.systemKey, ServiceFixture.Keys.list27] {
      _ = try await fixture.service.records(
        inList: 27, by: Caller(key: key, origin: "o"), options: options)
    }
    #expect(try await store.eventCount() == before + 3)
  }

  @Test(
    "shows the first event that was changed or is missing",
    arguments: TamperingStore.Tampering.allCases)
  func tampering(tampering: TamperingStore.Tampering) async throws {
    let (fixture, store) = try await Self.withEvents()
    store.tampering.withLock { $0 = tampering }
    let verdict = try await Administration(fixture.service, command: "test").verifyAudit()
    #expect(verdict == .broken(sequence: 4))
  }
}

/// A store in memory whose fourth event someone has changed.
final class TamperingStore: ServiceStore {
  enum Tampering: CaseIterable, Sendable {
    case removed, restCutOff, actor, time, detail, outcome, swappedFields, hash
  }

  private let store = InMemoryStore()
  let tampering = Mutex<Tampering?>(nil)

  func read<Result: Sendable>(
    _ body: @escaping @Sendable (any StoreTransaction) throws -> Result
  ) async throws -> Result {
    guard let tampering = tampering.withLock({ $0 }) else { return try await store.read(body) }
    let changed = InMemoryStore()
    let events = try await store.read { try $0.auditEvents(after: 0, limit: 1000) }
    let (configuration, keys, seal) = try await store.read {
      (try $0.configuration(), try $0.wrappedKeys(), try $0.auditSeal())
    }
    try await changed.write { transaction in
      try transaction.setConfiguration(configuration)
      try transaction.setWrappedKeys(keys)
      try transaction.setAuditSeal(seal)
      for link in events {
        if tampering == .restCutOff, link.sequence > 4 { break }
        if let link = link.sequence == 4 ? Self.tampered(link, tampering) : link {
          try transaction.append(link)
        }
      }
    }
    return try await changed.read(body)
  }

  func write<Result: Sendable>(
    _ body: @escaping @Sendable (any StoreTransaction) throws -> Result
  ) async throws -> Result {
    try await store.write(body)
  }

  func eventCount() async throws -> Int {
    try await store.read { try $0.lastAuditEvent()?.sequence ?? 0 }
  }

  private static func tampered(
    _ link: ChainedAuditEvent, _ tampering: Tampering
  ) -> ChainedAuditEvent? {
    var event = link.event
    var hash = link.hash
    switch tampering {
    case .removed, .restCutOff: return nil
    case .actor: event.actor += "x"
    case .time: event.time += 1
    case .detail: event.detail += "x"
    case .outcome: event.outcome = event.outcome == .success ? .failure : .success
    case .swappedFields: (event.actor, event.origin) = (event.actor + event.origin, "")
    case .hash: hash[0] ^= 1
    }
    return ChainedAuditEvent(sequence: link.sequence, event: event, hash: hash)
  }
}
