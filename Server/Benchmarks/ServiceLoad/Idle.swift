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
      let group = MultiThreadedEventLoopGroup.singleton
      let answer = group.next().makePromise(of: Void.self)
      let bootstrap = ClientBootstrap(group: group).channelInitializer { channel in
        channel.eventLoop.makeCompletedFuture {
          try channel.pipeline.syncOperations.addHandler(FirstAnswer(answer))
        }
      }
      do {
        let channel = try await bootstrap.connect(host: "127.0.0.1", port: port).get()
        channels.append(channel)
        let request = "GET /healthz HTTP/1.1\r\nHost: x\r\n\r\n"
        try await channel.writeAndFlush(ByteBuffer(string: request))
        try await answer.futureResult.get()
        served += 1
      } catch {
        answer.fail(error)
      }
    }
    print(served)
    // A pipe would get it only at the end.
    fflush(nil)
    while readLine() != nil {}
  }
}

/// Keeps a promise with the first bytes that arrive.
private final class FirstAnswer: ChannelInboundHandler {
  typealias InboundIn = ByteBuffer

  private let answer: EventLoopPromise<Void>

  init(_ answer: EventLoopPromise<Void>) {
    self.answer = answer
  }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) { answer.succeed() }

  func channelInactive(context: ChannelHandlerContext) {
    answer.fail(ChannelError.eof)
    context.fireChannelInactive()
  }
}
