import AsyncHTTPClient
import Foundation
import NIOCore
import NIOHTTP1
import NIOPosix
import PasswordService
import ServiceTestSupport
import Testing

@Suite("Hostile connections")
struct HostileConnectionTests {
  /// Opens a connection, sends text and leaves it open.
  private static func connect(_ server: RunningServer, sending text: String) async throws
    -> any Channel
  {
    let channel = try await ClientBootstrap(group: MultiThreadedEventLoopGroup.singleton)
      .connect(host: "127.0.0.1", port: server.port).get()
    // The server may close it before all is sent.
    try? await channel.writeAndFlush(ByteBuffer(string: text))
    return channel
  }

  private static func isServed(_ server: RunningServer) async throws -> Bool {
    let response = try await HTTPClient.shared.execute(
      HTTPClientRequest(url: server.url("/api/generatepassword")), timeout: .seconds(60))
    return response.status == .ok
  }

  @Test(
    "a client that never finishes its request is closed, and others are served meanwhile",
    arguments: [
      "", "GET /api/gen", "GET /api/generatepassword HTTP/1.1\r\nHost: x\r\nX-Slow: ",
      "POST /api/passwords HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n\r\nTitle",
      "POST /api/passwords HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nTitle\r\n",
    ])
  func slowClients(text: String) async throws {
    let folder = try CommandFolder()
    _ = try folder.prepare()
    let server = try RunningServer(folder, ["--request-timeout", "1"])
    var channels: [any Channel] = []
    for _ in 1...50 { channels.append(try await Self.connect(server, sending: text)) }
    #expect(try await Self.isServed(server))
    // Each ends when the server closes it.
    for channel in channels { try await channel.closeFuture.get() }
    #expect(try await Self.isServed(server))
    #expect(server.stop().status == 0)
  }

  @Test("a body without end is refused after a mebibyte, and others are served")
  func endlessBody() async throws {
    let folder = try CommandFolder()
    _ = try folder.prepare()
    let server = try RunningServer(folder)
    let head = "POST /api/passwords HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n"
    let channel = try await Self.connect(server, sending: head)
    let chunk = "10000\r\n" + String(repeating: "x", count: 0x10000) + "\r\n"
    // Ends when the server has closed the connection.
    while channel.isActive {
      do {
        try await channel.writeAndFlush(ByteBuffer(string: chunk))
      } catch {
        break
      }
    }
    #expect(try await Self.isServed(server))
    #expect(server.stop().status == 0)
  }

  @Test("many bodies without end take bounded memory, and others are served meanwhile")
  func manyEndlessBodies() async throws {
    let folder = try CommandFolder()
    _ = try folder.prepare()
    let server = try RunningServer(folder)
    let before = try Self.peakMebibytes(of: server)
    let chunk = ByteBuffer(string: "10000\r\n" + String(repeating: "x", count: 0x10000) + "\r\n")
    let head = "POST /api/passwords HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n"
    try await withThrowingTaskGroup(of: Void.self) { group in
      for _ in 1...100 {
        group.addTask {
          let channel = try await Self.connect(server, sending: head)
          while channel.isActive, (try? await channel.writeAndFlush(chunk)) != nil {}
        }
      }
      #expect(try await Self.isServed(server))
      try await group.waitForAll()
    }
    #expect(try await Self.isServed(server))
    // A mebibyte for each that is read, as much that is passed over, and as much again for the
    // buffers of the way.
    #expect(try Self.peakMebibytes(of: server) - before < 300)
    #expect(server.stop().status == 0)
  }

  /// The most memory that the process has had at once.
  private static func peakMebibytes(of server: RunningServer) throws -> Int {
    let status = try String(
      contentsOfFile: "/proc/\(server.process.processIdentifier)/status", encoding: .utf8)
    let match = try #require(status.firstMatch(of: /VmHWM:\s+([0-9]+) kB/))
    return try #require(Int(match.1)) / 1024
  }

  @Test("connections beyond the maximum wait for one to end")
  func maximumConnections() async throws {
    let folder = try CommandFolder()
    _ = try folder.prepare()
    let server = try RunningServer(
      folder, ["--maximum-connections", "5", "--request-timeout", "1"])
    var channels: [any Channel] = []
    for _ in 1...20 { channels.append(try await Self.connect(server, sending: "GET /")) }
    #expect(try await Self.isServed(server))
    for channel in channels { try await channel.closeFuture.get() }
    #expect(server.stop().status == 0)
  }

  @Test(
    "what is no HTTP, or too much of it, is refused, and others are served",
    arguments: [
      "\u{16}\u{3}\u{1}\u{2}\u{0}\r\n\r\n", "GET\r\n\r\n", "GET / HTTP/9.9\r\n\r\n",
      "GET /\u{0} HTTP/1.1\r\nHost: x\r\n\r\n",
      "GET / HTTP/1.1\r\nHost: x\r\nX: " + String(repeating: "x", count: 40_000) + "\r\n\r\n",
      "GET /" + String(repeating: "x", count: 200_000) + " HTTP/1.1\r\nHost: x\r\n\r\n",
      "POST /api/passwords HTTP/1.1\r\nHost: x\r\nContent-Length: -1\r\n\r\n",
      "POST /api/passwords HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n",
      "POST /api/passwords HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\nZZ\r\n",
    ])
  func malformed(text: String) async throws {
    let folder = try CommandFolder()
    _ = try folder.prepare()
    let server = try RunningServer(folder, ["--request-timeout", "1"])
    let channel = try await Self.connect(server, sending: text)
    try await channel.closeFuture.get()
    #expect(try await Self.isServed(server))
    #expect(server.stop().status == 0)
  }
}
