import HTTPTypes
import Hummingbird
import NIOCore

/// What a hand-over sent.
struct WebhookRequest: Sendable {
  let body: [UInt8]
  let signature: String
  let idempotencyKey: String
}

/// A server that notes what it is sent, and confirms.
enum WebhookReceiver {
  /// Runs the server while `body` runs, which gets its port.
  static func run(
    _ requests: AsyncStream<WebhookRequest>.Continuation,
    _ body: @escaping @Sendable (Int) async throws -> Void
  ) async throws {
    let router = Router()
    router.post("hook") { request, _ in
      let bytes = try await request.body.collect(upTo: 1 << 20)
      func header(_ name: String) -> String {
        request.headers.first { $0.name.canonicalName == name }?.value ?? ""
      }
      requests.yield(
        WebhookRequest(
          body: Array(bytes.readableBytesView), signature: header("x-passwright-signature"),
          idempotencyKey: header("idempotency-key")))
      return HTTPResponse.Status.noContent
    }
    router.post("redirect") { _, _ in
      Response(status: .found, headers: [.location: "/hook"])
    }
    router.get("hook") { _, _ in HTTPResponse.Status.ok }
    let (ports, continuation) = AsyncStream.makeStream(of: Int.self)
    let application = Application(
      router: router,
      configuration: ApplicationConfiguration(address: .hostname("127.0.0.1", port: 0)),
      onServerRunning: { channel in continuation.yield(channel.localAddress?.port ?? 0) })
    try await withThrowingTaskGroup(of: Void.self) { group in
      group.addTask { try await application.run() }
      var iterator = ports.makeAsyncIterator()
      let port = await iterator.next() ?? 0
      defer { group.cancelAll() }
      try await body(port)
    }
  }
}
