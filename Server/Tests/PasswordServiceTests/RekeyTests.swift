import PasswordService
import PasswordServiceSQLite
import ServiceTestSupport
import Synchronization
import Testing

@Suite("Changing the master key")
struct RekeyTests {
  private static let author = Author(userID: "u", firstName: "f", surname: "s")

  /// The place where the master key is kept.
  private final class Place: Sendable {
    let key: Mutex<MasterKey>

    init(key: MasterKey = MasterKey()) { self.key = Mutex(key) }

    var current: MasterKey { key.withLock { $0 } }
  }

  private static func service(_ store: any ServiceStore, _ place: Place) -> PasswordService {
    PasswordService(store: store, clock: TestClock().clock) { () throws(StoreError) in
      place.current
    }
  }

  @Test("seals everything again, and another process reads and writes on meanwhile")
  func rekey() async throws {
    let folder = try TemporaryFolder()
    let store = try SQLiteServiceStore(path: folder.file("store.db"), opening: .new)
    let place = Place()
    let service = Self.service(store, place)
    let administration = Administration(service, command: "test")
    let key = try await administration.initialize()
    _ = try await administration.apply(
      ServiceDocument(parsing: Array(ServiceFixture.standardDocument.utf8)))
    let caller = Caller(key: key, origin: "o")
    var change = RecordChange()
    change.password = .given("the password")
    change.texts = [.genericField2: "1234"]
    for _ in 1...30 {
      _ = try await service.createRecord(inList: 30, change, author: Self.author, by: caller)
    }
    let sealed = try await store.read { try $0.record(1)?.contents.password }
    // Another process, which has read the old keys.
    let other = Self.service(store, place)
    #expect(try await other.record(1, by: caller).password == "the password")
    // And one that does not see the new master key before it is started again.
    let stale = Self.service(store, Place(key: place.current))
    #expect(try await stale.record(1, by: caller).password == "the password")

    let old = place.current
    let new = MasterKey()
    let count = try await administration.rekey(to: new) { key in
      place.key.withLock { $0 = key }
    } settle: {
      try? await stale.checkStore()
    }
    #expect(count == 30 * 2 * 2)
    #expect(try await store.read { try $0.record(1)?.contents.password } != sealed)
    #expect(try await store.read { try $0.wrappedKeys() }.allSatisfy { $0.masterID == new.id })
    let record = try await other.record(1, by: caller)
    #expect(record.password == "the password" && record.texts[.genericField2] == "1234")
    _ = try await other.updateRecord(1, change, author: Self.author, by: caller)
    _ = try await stale.updateRecord(1, change, author: Self.author, by: caller)
    #expect(try await service.history(ofRecord: 1, by: caller).rows.count == 3)
    #expect(try await service.record(1, by: caller).password == "the password")
    if case .broken = try await administration.verifyAudit() { Issue.record("the chain is broken") }

    place.key.withLock { $0 = old }
    await #expect(throws: ServiceError.self) {
      try await Self.service(store, place).record(1, by: caller)
    }
    try await store.close()
  }

  @Test("finishes when it is called again after the new key could not be kept")
  func interrupted() async throws {
    struct Unkept: Error {}
    let place = Place()
    let store = InMemoryStore()
    let service = Self.service(store, place)
    let administration = Administration(service, command: "test")
    let caller = Caller(key: try await administration.initialize(), origin: "o")
    _ = try await administration.apply(
      ServiceDocument(parsing: Array(ServiceFixture.standardDocument.utf8)))
    var change = RecordChange()
    change.password = .given("the password")
    _ = try await service.createRecord(inList: 27, change, author: Self.author, by: caller)
    await #expect(throws: ServiceError.self) {
      _ = try await administration.rekey(to: MasterKey()) { _ in throw Unkept() }
    }
    #expect(try await service.record(1, by: caller).password == "the password")
    let count = try await administration.rekey(to: MasterKey()) { key in
      place.key.withLock { $0 = key }
    }
    #expect(count == 2)
    #expect(try await service.record(1, by: caller).password == "the password")
  }

  @Test("a value opens in its own record and column only")
  func associatedData() async throws {
    let fixture = try await ServiceFixture.standard(nextRecord: 1)
    let caller = Caller(key: fixture.systemKey, origin: "o")
    var change = RecordChange()
    change.password = .given("one")
    for _ in 1...2 {
      _ = try await fixture.service.createRecord(
        inList: 30, change, author: Self.author, by: caller)
    }
    try await fixture.service.store.write { transaction in
      var first = try #require(try transaction.record(1))
      let second = try #require(try transaction.record(2))
      first.contents.genericPasswords[.genericField2] = first.contents.password
      first.contents.password = second.contents.password
      try transaction.put(first)
    }
    await #expect(throws: ServiceError.self) {
      try await fixture.service.record(1, by: caller)
    }
    try await fixture.service.store.write { transaction in
      var second = try #require(try transaction.record(2))
      second.contents.genericPasswords[.genericField2] = second.contents.password
      try transaction.put(second)
    }
    await #expect(throws: ServiceError.self) {
      try await fixture.service.record(2, by: caller)
    }
  }
}
