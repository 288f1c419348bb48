import HTTPTypes
import Hummingbird
public import HummingbirdTesting
import NIOCore
public import PasswordService
import PasswordstateAPI
import ServiceHTTP
import Synchronization

/// A clock that tests set.
public final class TestClock: Sendable {
  private let milliseconds: Mutex<Int>

  /// Starts at a moment: noon of 2026-03-10, UTC, unless said otherwise.
  public init(milliseconds: Int = 1_773_144_000_000) {
    self.milliseconds = Mutex(milliseconds)
  }

  /// The clock as the service reads it.
  public var clock: ServiceClock { ServiceClock(now: { self.now }) }

  /// The moment.
  public var now: Int {
    get { milliseconds.withLock { $0 } }
    set { milliseconds.withLock { $0 = newValue } }
  }

  /// Moves the clock on.
  public func advance(days: Int = 0, hours: Int = 0, minutes: Int = 0, seconds: Int = 0) {
    now += (((days * 24 + hours) * 60 + minutes) * 60 + seconds) * 1000
  }
}

/// A service with a configuration, and a router without sockets.
public struct ServiceFixture: Sendable {
  /// The service.
  public let service: PasswordService
  /// Its clock.
  public let clock: TestClock
  /// The system-wide key.
  public let systemKey: String
  /// The milliseconds that answers had to wait.
  public let waits: Waits

  /// Collects waits instead of waiting.
  public final class Waits: Sendable {
    private let values = Mutex<[Int]>([])
    /// What was waited.
    public var all: [Int] { values.withLock { $0 } }
    func append(_ value: Int) { values.withLock { $0.append(value) } }
  }

  /// Makes a service over a store with what a document says.
  public init(
    document: String, store: any ServiceStore = InMemoryStore(), clock: TestClock = TestClock()
  ) async throws {
    let master = MasterKey()
    service = PasswordService(store: store, clock: clock.clock) { () throws(StoreError) in master }
    self.clock = clock
    waits = Waits()
    let administration = Administration(service, command: "test")
    systemKey = try await administration.initialize()
    _ = try await administration.apply(ServiceDocument(parsing: Array(document.utf8)))
  }

  /// Runs requests through the router.
  public func test<Value>(
    _ body: @escaping @Sendable (any TestClientProtocol) async throws -> Value
  ) async throws -> Value {
    let router = Router(context: ServiceContext.self, options: .caseInsensitive)
    router.add(middleware: UnknownRouteMiddleware(notFound: passwordstateNotFound))
    let waits = waits
    PasswordstateAPI(
      service: service, guesses: GuessLimiter(clock: clock.clock), wait: { waits.append($0) }
    ).addRoutes(to: router)
    return try await Application(router: router).test(.router, body)
  }
}
