public import SecretMemory

/// Why a byte source cannot provide bytes.
///
/// There is no fallback: the draw fails.
@nonexhaustive
public enum ByteSourceError: Error, Hashable, Sendable {
  /// libsodium or its guarded memory is unavailable.
  case unavailable(SecretMemoryError)
  /// The source ended or failed, for the reason that it reports.
  case failed(reason: String)
}

extension ByteSourceError: CustomStringConvertible {
  /// What is wrong and what to do.
  public var description: String {
    switch self {
    case .unavailable(let error): "no randomness: \(error)"
    case .failed(let reason): "no randomness: \(reason)"
    }
  }
}
