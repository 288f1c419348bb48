import HTTPTypes
import Hummingbird
import HummingbirdTesting
import ServiceHTTP
import Synchronization
import Testing

@testable import PasswrightServer

@Suite("The limit of generatepassword")
struct GenerateLimitTests {
  @Test("refuses an address that asks too often, for this route only")
  func limit() async throws {
    let router = Router(context: ServiceContext.self, options: .caseInsensitive)
    // All requests are of one minute, whatever the clock does meanwhile.
    router.add(middleware: GenerateLimitMiddleware(limit: 3, minute: { 1 }))
    router.get("api/generatepassword") { _, _ in HTTPResponse.Status.ok }
    router.get("api/passwords") { _, _ in HTTPResponse.Status.ok }
    try await Application(router: router).test(.router) { client in
      for path in [
        "/api/generatepassword", "/api/GeneratePassword/", "/api/generatepassword?Qty=1",
      ] {
        #expect(try await client.execute(uri: path, method: .get).status == .ok)
      }
      let response = try await client.execute(uri: "/api/generatepassword", method: .get)
      #expect(response.status == .forbidden)
      #expect(try await client.execute(uri: "/api/passwords", method: .get).status == .ok)
    }
  }

  @Test("begins again with the next minute")
  func nextMinute() async throws {
    let router = Router(context: ServiceContext.self, options: .caseInsensitive)
    let minutes = Minutes()
    router.add(middleware: GenerateLimitMiddleware(limit: 1, minute: { minutes.next() }))
    router.get("api/generatepassword") { _, _ in HTTPResponse.Status.ok }
    try await Application(router: router).test(.router) { client in
      for _ in 1...3 {
        let response = try await client.execute(uri: "/api/generatepassword", method: .get)
        #expect(response.status == .ok)
      }
    }
  }

  /// A clock on which each look is a minute later.
  private final class Minutes: Sendable {
    private let minute = Mutex(0)

    func next() -> Int {
      minute.withLock { minute in
        minute += 1
        return minute
      }
    }
  }
}
