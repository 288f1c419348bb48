import AsyncHTTPClient
import FoundationEssentials
import NIOCore
import NIOHTTP1
import PasswordService
import TextTools

/// Hands passwords over to a URL by POST, signed with HMAC-SHA-256; a status of 2xx confirms.
struct WebhookTarget: HandOverTarget {
  private let url: String
  private let secret: [UInt8]

  // For the life of the process. A redirection is an answer like any other: followed, it would take
  // the password elsewhere, or confirm with the status of a page that never saw it.
  private static let client = HTTPClient(
    eventLoopGroupProvider: .singleton,
    configuration: HTTPClient.Configuration(redirectConfiguration: .disallow))

  /// How long an answer may take.
  static let timeLimit = TimeAmount.seconds(60)

  /// - Throws: ``CommandFailure`` when the secret cannot be read.
  init(url: String, secretFile: String) throws {
    guard let data = FileManager.default.contents(atPath: secretFile), !data.isEmpty else {
      throw CommandFailure("the secret \(secretFile) cannot be read, or is empty")
    }
    let parsed = URL(string: url)
    let isLocal = ["127.0.0.1", "localhost", "::1", "[::1]"].contains(parsed?.host ?? "")
    guard let scheme = parsed?.scheme?.lowercased(),
      scheme == "https" || scheme == "http" && isLocal
    else { throw CommandFailure("--hand-over-url must be https, or on this machine") }
    self.url = url
    // An editor ends the file with a line feed, which is not a part of the secret.
    secret = Array(data.last == UInt8(ascii: "\n") ? data.dropLast() : data)
  }

  func deliver(_ delivery: Delivery) async throws(DeliveryFailure) {
    let body = delivery.json.bytes
    var request = HTTPClientRequest(url: url)
    request.method = .POST
    request.headers.add(name: "Content-Type", value: "application/json")
    request.headers.add(
      name: "X-Passwright-Signature", value: "sha256=\(delivery.signature(of: body, key: secret))")
    request.headers.add(name: "Idempotency-Key", value: String(delivery.jobID))
    request.body = .bytes(ByteBuffer(bytes: body))
    let status: HTTPResponseStatus
    do {
      status = try await Self.client.execute(request, timeout: Self.timeLimit).status
    } catch {
      throw DeliveryFailure("the URL did not answer")
    }
    guard (200..<300).contains(status.code) else {
      throw DeliveryFailure("the URL answered \(status.code)")
    }
  }
}
