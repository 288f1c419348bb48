import Hummingbird

/// Answers each request in a task of its own.
///
/// A task keeps the memory of its deepest call until it ends. A connection's task lives as long as the
/// connection does, so that without this each idle connection would keep what its requests have used:
/// some 4 KiB.
struct TaskPerRequest<Responder: HTTPResponder>: HTTPResponder where Responder.Context: Sendable {
  let responder: Responder

  func respond(to request: Request, context: Responder.Context) async throws -> Response {
    let responder = responder
    return try await Task { try await responder.respond(to: request, context: context) }.value
  }
}
