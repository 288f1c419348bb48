import NIOCore
import NIOPosix

/// Connections on which requests are written as they stand.
enum RawConnection {
  static func open(_ port: Int) async throws -> NIOAsyncChannel<ByteBuffer, ByteBuffer> {
    try await ClientBootstrap(group: MultiThreadedEventLoopGroup.singleton)
      .connect(host: "127.0.0.1", port: port) { channel in
        channel.eventLoop.makeCompletedFuture {
          try NIOAsyncChannel(wrappingChannelSynchronously: channel)
        }
      }
  }

  /// Sends a request for the target, in bytes that no client library would let pass, and returns the
  /// whole answer.
  static func get(_ target: String, port: Int) async throws -> String {
    try await open(port).executeThenClose { inbound, outbound in
      try await outbound.write(
        ByteBuffer(string: "GET \(target) HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"))
      var received = ""
      for try await part in inbound { received += String(buffer: part) }
      return received
    }
  }
}
