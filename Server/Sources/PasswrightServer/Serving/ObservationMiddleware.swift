import HTTPTypes
import Hummingbird
import Logging
import ServiceHTTP

/// Counts and logs requests, and gives each answer the number of its request.
///
/// Neither paths as they were sent nor queries are logged: old clients put keys there.
struct ObservationMiddleware: RouterMiddleware {
  let metrics: RequestMetrics

  private static let requestID = HTTPField.Name("X-Request-Id")

  func handle(
    _ request: Request, context: ServiceContext,
    next: (Request, ServiceContext) async throws -> Response
  ) async throws -> Response {
    let start = ContinuousClock.now
    var response: Response
    do {
      response = try await next(request, context)
    } catch let error as HTTPError {
      response = Response(status: error.status)
    }
    if let name = Self.requestID { response.headers[name] = context.id }
    let route = context.endpointPath ?? "none"
    let duration = ContinuousClock.now - start
    let method =
      RequestMetrics.knownMethods.contains(request.method.rawValue)
      ? request.method.rawValue : "other"
    metrics.record(method: method, route: route, status: response.status.code, duration)
    context.logger.info(
      "request",
      metadata: [
        "method": "\(method)", "route": "\(route)", "status": "\(response.status.code)",
        "microseconds": "\(duration.microseconds)", "origin": "\(context.origin)",
      ])
    return response
  }
}

extension Duration {
  /// The whole microseconds.
  var microseconds: Int64 {
    components.seconds * 1_000_000 + components.attoseconds / 1_000_000_000_000
  }
}
