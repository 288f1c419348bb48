public import Hummingbird
import NIOCore
public import PasswordService

extension Request {
  /// The most bytes that a body has: 1 MiB.
  public static let maximumBodyBytes = 1 << 20

  /// Collects the body.
  ///
  /// - Throws: ``ServiceError/invalid(_:)`` when it has too many bytes, or does not arrive.
  public func collectBody() async throws(ServiceError) -> [UInt8] {
    do {
      let buffer = try await body.collect(upTo: Self.maximumBodyBytes)
      return Array(buffer.readableBytesView)
    } catch {
      throw .invalid(["The body has more than \(Self.maximumBodyBytes) bytes, or is incomplete."])
    }
  }
}
