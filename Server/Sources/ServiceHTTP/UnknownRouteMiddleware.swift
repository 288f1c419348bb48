import HTTPTypes
public import Hummingbird

/// Answers requests that no route takes, and those whose method it does not take, in the vendor's
/// words.
public struct UnknownRouteMiddleware: RouterMiddleware {
  private let notFound: @Sendable () -> Response

  /// - Parameter notFound: makes the answer.
  public init(notFound: @escaping @Sendable () -> Response) {
    self.notFound = notFound
  }

  /// Passes the request on, and answers where that finds no route.
  public func handle(
    _ request: Request, context: ServiceContext,
    next: (Request, ServiceContext) async throws -> Response
  ) async throws -> Response {
    do {
      return try await next(request, context)
    } catch let error as HTTPError where error.status == .notFound {
      return notFound()
    }
  }
}
