import Foundation
import NIOCore
import PasswordService
import ServiceTestSupport
import Testing

@Suite("Stopping")
struct StopTests {
  @Test("SIGTERM lets a request that has begun finish, and lets none begin")
  func graceful() async throws {
    let folder = try CommandFolder()
    let key = try folder.prepare()
    let server = try RunningServer(folder)
    let form = "PasswordListID=27&Title=t&Password=finished&apikey=\(key)"
    let connection = try await RawConnection.open(server.port)
    try await connection.executeThenClose { inbound, outbound in
      var received = ""
      var parts = inbound.makeAsyncIterator()
      // Sent at once, so that the second request has begun when the first is answered.
      try await outbound.write(
        ByteBuffer(
          string: "GET /healthz HTTP/1.1\r\nHost: x\r\n\r\n"
            + "POST /api/passwords HTTP/1.1\r\nHost: x\r\nContent-Length: \(form.utf8.count)\r\n"
            + "Content-Type: application/x-www-form-urlencoded\r\n\r\n\(form.prefix(20))"))
      while !received.contains("ok\n"), let part = try await parts.next() {
        received += String(buffer: part)
      }
      server.process.terminate()
      while let refused = try? await RawConnection.open(server.port) {
        // The server may have closed it first.
        try? await refused.executeThenClose { _, _ in }
      }
      try await outbound.write(ByteBuffer(string: String(form.dropFirst(20))))
      while let part = try await parts.next() { received += String(buffer: part) }
      #expect(received.contains("HTTP/1.1 201 Created") && received.contains("finished"))
    }
    server.process.waitUntilExit()
    #expect(server.process.terminationStatus == 0)
    let events = try folder.run("audit", "list")
    #expect(events.output.contains("password.create"))
  }
}
