import Foundation
import ServiceTestSupport
import Testing

@testable import PasswordService
@testable import PasswrightServer

@Suite("Hand-over to a URL")
struct WebhookTargetTests {
  private let folder: TemporaryFolder
  private var secret: String { folder.file("secret") }

  init() throws {
    folder = try TemporaryFolder()
    try Data("secret\n".utf8).write(to: URL(filePath: secret))
  }

  @Test("a redirection is no confirmation, and is not followed")
  func redirection() async throws {
    let secret = secret
    let (requests, continuation) = AsyncStream.makeStream(of: WebhookRequest.self)
    try await WebhookReceiver.run(continuation) { port in
      let target = try WebhookTarget(
        url: "http://127.0.0.1:\(port)/redirect", secretFile: secret)
      let delivery = Delivery(
        jobID: 1, kind: .reset, recordID: 1, title: "t", userName: "u", host: "h", accountType: "",
        password: "new", currentPassword: "old")
      let failure = await #expect(throws: DeliveryFailure.self) {
        try await target.deliver(delivery)
      }
      #expect(failure?.reason == "the URL answered 302")
    }
    continuation.finish()
    for await _ in requests { Issue.record("the password was sent on") }
  }

  @Test(
    "must be https, or on this machine",
    arguments: [
      ("https://example.com/hook", true), ("HTTPS://example.com", true),
      ("http://127.0.0.1:8080/hook", true), ("http://localhost/hook", true),
      ("http://example.com/hook", false), ("http://127.0.0.1.example.com/hook", false),
      ("http://localhost@example.com/hook", false), ("http://localhost.example.com", false),
      ("ftp://localhost/hook", false), ("hook", false), ("", false),
    ])
  func urls(url: String, isAccepted: Bool) throws {
    let secret = secret
    if isAccepted {
      _ = try WebhookTarget(url: url, secretFile: secret)
    } else {
      #expect(throws: CommandFailure.self) { try WebhookTarget(url: url, secretFile: secret) }
    }
  }
}
