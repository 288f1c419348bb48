/// A failed call to the operating system, with its `errno`.
public struct SystemError: Error, Hashable, Sendable {
  /// The call that failed, such as `write`.
  public let call: String
  /// The value of `errno` after it.
  public let code: Int32

  /// Records a failed call.
  public init(call: String, code: Int32) {
    self.call = call
    self.code = code
  }
}

extension SystemError: CustomStringConvertible {
  /// The call and the system's own message for the error, for example `write: No space left on
  /// device`.
  public var description: String { "\(call): \(Platform.message(forErrorCode: code))" }

  /// Whether the reader of a pipe or socket is gone (`EPIPE`).
  public var isBrokenPipe: Bool { code == Platform.brokenPipe }
}
