import Hummingbird
import PasswordService
import PasswordstateAPI
import ServiceHTTP
import Synchronization

/// Limits how many passwords an address may ask for in a minute, since that needs no key.
struct GenerateLimitMiddleware: RouterMiddleware {
  private final class Counts: Sendable {
    let state = Mutex((minute: 0, counts: [String: Int]()))
  }

  private let limit: Int
  private let minute: @Sendable () -> Int
  private let counts = Counts()

  /// Allows an address `limit` requests in each minute of a clock.
  init(limit: Int, minute: @escaping @Sendable () -> Int = { ServiceClock.system.now() / 60_000 }) {
    self.limit = limit
    self.minute = minute
  }

  func handle(
    _ request: Request, context: ServiceContext,
    next: (Request, ServiceContext) async throws -> Response
  ) async throws -> Response {
    if context.endpointPath == "/api/generatepassword", !ServerSettings.isLoopback(context.origin),
      isOverLimit(context.origin)
    {
      return passwordstateTooManyRequests()
    }
    return try await next(request, context)
  }

  /// Counts by the minute of the clock: when it changes, all counts begin again.
  private func isOverLimit(_ origin: String) -> Bool {
    let minute = minute()
    return counts.state.withLock { state in
      if state.minute != minute { state = (minute, [:]) }
      state.counts[origin, default: 0] += 1
      return state.counts[origin, default: 0] > limit
    }
  }
}
