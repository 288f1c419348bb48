import HTTPTypes
import Hummingbird
import NIOCore
import PasswordService
import ServiceHTTP

/// Adds `/healthz`, `/readyz` and `/metrics`.
func addHealthRoutes(
  to router: Router<ServiceContext>, service: PasswordService, metrics: RequestMetrics
) {
  router.get("healthz") { _, _ in plainText("ok\n") }
  router.get("readyz") { _, _ in
    do throws(ServiceError) {
      try await service.checkStore()
      return plainText("ok\n")
    } catch {
      return plainText("the store does not answer\n", status: .serviceUnavailable)
    }
  }
  router.get("metrics") { _, _ in
    plainText(metrics.text, contentType: "text/plain; version=0.0.4; charset=utf-8")
  }
}

private func plainText(
  _ text: String, status: HTTPResponse.Status = .ok,
  contentType: String = "text/plain; charset=utf-8"
) -> Response {
  Response(
    status: status, headers: [.contentType: contentType],
    body: ResponseBody(byteBuffer: ByteBuffer(string: text)))
}
