import ArgumentParser
import HTTPTypes
import Hummingbird
import NIOCore

/// A route of bare Hummingbird that answers a fixed string.
struct Bare: AsyncParsableCommand {
  @Option var port: Int
  @Option var bytes: Int

  func run() async throws {
    let router = Router()
    let body = ByteBuffer(string: String(repeating: "x", count: bytes))
    router.get("bare") { _, _ in
      Response(
        status: .ok, headers: [.contentType: "application/json; charset=utf-8"],
        body: ResponseBody(byteBuffer: body))
    }
    try await Application(
      router: router,
      configuration: ApplicationConfiguration(address: .hostname("127.0.0.1", port: port))
    ).runService()
  }
}
