import HTTPTypes
import Hummingbird
import HummingbirdTesting
import PasswordService
import ServiceTestSupport
import Synchronization
import Testing
import TextTools

/// A store that fails once it is told to.
private final class FailingStore: ServiceStore {
  private let store = InMemoryStore()
  let fails = Mutex(false)

  private func check() throws {
    if fails.withLock({ $0 }) { throw StoreError("the disk is full of secrets") }
  }

  func read<Result: Sendable>(
    _ body: @escaping @Sendable (any StoreTransaction) throws -> Result
  ) async throws -> Result {
    try check()
    return try await store.read(body)
  }

  func write<Result: Sendable>(
    _ body: @escaping @Sendable (any StoreTransaction) throws -> Result
  ) async throws -> Result {
    try check()
    return try await store.write(body)
  }
}

@Suite("A store that fails")
struct ServerErrorTests {
  @Test("is the vendor's 500, which says nothing of the reason; generating goes on")
  func failingStore() async throws {
    let store = FailingStore()
    let fixture = try await ServiceFixture.standard(store: store)
    store.fails.withLock { $0 = true }
    try await fixture.test { client in
      let response = try await client.get("/api/passwords/1", key: fixture.systemKey)
      #expect(response.status == .internalServerError)
      let errors = try response.json.elements[0]["errors"]?.elements
      #expect(errors?.first?["message"] == "Server Error")
      #expect(!response.text.contains("secrets"))
      #expect(try await client.get("/api/generatepassword").status == .ok)
    }
  }
}
