import HTTPTypes
import NIOCore
import NIOHTTPTypes

/// Closes connections whose request has no end, in bytes or in time, and those whose client does not
/// read its answer.
///
/// The routes refuse such bodies, but what a client sends after the answer would be read for as long
/// as it sends; and an answer that nobody reads is kept in memory.
final class RequestGuard: ChannelInboundHandler, RemovableChannelHandler {
  typealias InboundIn = HTTPRequestPart
  typealias InboundOut = HTTPRequestPart

  private let maximumBodyBytes: Int
  private let timeLimit: TimeAmount
  private var bytes = 0
  /// When the request that is being read must have ended; `nil`: none is.
  private var deadline: NIODeadline?
  /// Looks at the deadline; one serves many requests.
  private var timer: Scheduled<Void>?
  /// Ends a connection whose answer is not read.
  private var writeTimer: Scheduled<Void>?

  init(maximumBodyBytes: Int, timeLimit: TimeAmount) {
    self.maximumBodyBytes = maximumBodyBytes
    self.timeLimit = timeLimit
  }

  func handlerAdded(context: ChannelHandlerContext) {
    // Each idle connection keeps a buffer, and heads are short; it grows for those that send more.
    let allocator = AdaptiveRecvByteBufferAllocator(minimum: 256, initial: 256, maximum: 65_536)
    context.channel.setOption(.recvAllocator, value: allocator).assumeIsolated().whenFailure {
      context.fireErrorCaught($0)
    }
  }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    switch unwrapInboundIn(data) {
    case .head:
      bytes = 0
      deadline = .now() + timeLimit
    case .body(let part):
      bytes += part.readableBytes
      if bytes > maximumBodyBytes { return context.close(promise: nil) }
    case .end:
      deadline = nil
    }
    context.fireChannelRead(data)
  }

  func channelReadComplete(context: ChannelHandlerContext) {
    // Requests that arrive whole need no timer.
    if let deadline, timer == nil { startTimer(deadline, context.channel) }
    context.fireChannelReadComplete()
  }

  private func startTimer(_ deadline: NIODeadline, _ channel: any Channel) {
    timer = channel.eventLoop.assumeIsolated().scheduleTask(deadline: deadline) {
      self.timer = nil
      guard let deadline = self.deadline else { return }
      if deadline <= .now() {
        channel.close(promise: nil)
      } else {
        self.startTimer(deadline, channel)
      }
    }
  }

  func channelWritabilityChanged(context: ChannelHandlerContext) {
    writeTimer?.cancel()
    writeTimer = nil
    if !context.channel.isWritable {
      let channel = context.channel
      writeTimer = channel.eventLoop.assumeIsolated().scheduleTask(in: timeLimit) {
        channel.close(promise: nil)
      }
    }
    context.fireChannelWritabilityChanged()
  }

  func channelInactive(context: ChannelHandlerContext) {
    timer?.cancel()
    writeTimer?.cancel()
    context.fireChannelInactive()
  }
}
