import AsyncHTTPClient
import NIOCore
import NIOHTTP1

/// A client of a running server, whose connections close with it.
struct TestClient: Sendable {
  private let http = HTTPClient()
  private let server: RunningServer

  init(_ server: RunningServer) {
    self.server = server
  }

  /// Sends a request and returns the status and the body.
  func send(
    _ method: HTTPMethod, _ path: String, headers: [String: String] = [:], form: String? = nil
  ) async throws -> (status: UInt, body: String) {
    var request = HTTPClientRequest(url: server.url(path))
    request.method = method
    for (name, value) in headers { request.headers.add(name: name, value: value) }
    if let form {
      request.headers.add(name: "Content-Type", value: "application/x-www-form-urlencoded")
      request.body = .bytes(ByteBuffer(string: form))
    }
    let response = try await http.execute(request, timeout: .seconds(120))
    let body = try await response.body.collect(upTo: 1 << 24)
    return (response.status.code, String(buffer: body))
  }

  /// Closes all connections.
  func close() async throws { try await http.shutdown() }
}
