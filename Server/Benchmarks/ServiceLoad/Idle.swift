import ArgumentParser
import CServerPlatform
import NIOCore
import NIOPosix

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// Connections that have been served once and stay open until standard input ends; prints how many
/// were served.
struct Idle: AsyncParsableCommand {
  @Option var port: Int
  @Option var count: Int

  func run() async throws {
    passwright_raise_open_file_limit()
    var served = 0
    var channels: [any Channel] = []
    for _ in 0..<count {
      guard
        let channel = try? await ClientBootstrap(group: MultiThreadedEventLoopGroup.singleton)
          .connect(host: "127.0.0.1", port: port).get()
      else { continue }
      channels.append(channel)
      let request = "GET /healthz HTTP/1.1\r\nHost: x\r\n\r\n"
      if (try? await channel.writeAndFlush(ByteBuffer(string: request))) != nil { served += 1 }
    }
    print(served)
    // A pipe would get it only at the end.
    fflush(nil)
    while readLine() != nil {}
  }
}
