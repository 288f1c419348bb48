public import Hummingbird
import NIOCore

/// What a route knows of a request beyond the request itself.
public struct ServiceContext: RequestContext {
  /// What Hummingbird needs.
  public var coreContext: CoreRequestContextStorage
  /// The address that the request comes from, without the port; `local` where there is none.
  public let origin: String

  /// Makes the context of a request.
  public init(source: ApplicationRequestContextSource) {
    coreContext = CoreRequestContextStorage(source: source)
    origin = source.channel.remoteAddress?.ipAddress ?? "local"
  }
}
