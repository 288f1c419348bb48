public import Hummingbird
import NIOCore
public import PasswordService

extension Request {
  /// The most bytes that a body has: 1 MiB.
  public static let maximumBodyBytes = 1 << 20

  /// Collects the body.
  ///
  /// - Throws: ``ServiceError/invalid(_:)`` when it has too many bytes, or has not arrived in time.
  public func collectBody(within limit: Duration) async throws(ServiceError) -> [UInt8] {
    let body = body
    do {
      return try await withThrowingTaskGroup(of: [UInt8].self) { group in
        group.addTask {
          let buffer = try await body.collect(upTo: Self.maximumBodyBytes)
          return Array(buffer.readableBytesView)
        }
        group.addTask {
          try await Task.sleep(for: limit)
          throw CancellationError()
        }
        defer { group.cancelAll() }
        return try await group.next() ?? []
      }
    } catch {
      throw .invalid([
        "The body has more than \(Self.maximumBodyBytes) bytes, or did not arrive in time."
      ])
    }
  }
}
