import HTTPTypes
import NIOCore
import NIOHTTPTypes

/// Closes connections whose request has no end, in bytes or in time.
///
/// The routes refuse such bodies, but what a client sends after the answer would be read for as long
/// as it sends.
final class RequestGuard: ChannelInboundHandler, RemovableChannelHandler {
  typealias InboundIn = HTTPRequestPart
  typealias InboundOut = HTTPRequestPart

  private let maximumBodyBytes: Int
  private let timeLimit: TimeAmount
  private var bytes = 0
  private var deadline: Scheduled<Void>?

  init(maximumBodyBytes: Int, timeLimit: TimeAmount) {
    self.maximumBodyBytes = maximumBodyBytes
    self.timeLimit = timeLimit
  }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    switch unwrapInboundIn(data) {
    case .head:
      bytes = 0
      deadline?.cancel()
      let channel = context.channel
      deadline = context.eventLoop.scheduleTask(in: timeLimit) { channel.close(promise: nil) }
    case .body(let part):
      bytes += part.readableBytes
      if bytes > maximumBodyBytes { return context.close(promise: nil) }
    case .end:
      deadline?.cancel()
      deadline = nil
    }
    context.fireChannelRead(data)
  }

  func channelInactive(context: ChannelHandlerContext) {
    deadline?.cancel()
    context.fireChannelInactive()
  }
}
