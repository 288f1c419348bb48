/// Why memory for secrets is unavailable.
@nonexhaustive
public enum SecretMemoryError: Error, Hashable, Sendable {
  /// libsodium reported that it could not be initialized.
  case sodiumUnavailable
  /// The system does not have this many bytes of the requested kind.
  case outOfMemory(byteCount: Int)
}

extension SecretMemoryError: CustomStringConvertible {
  /// What is wrong and what to do.
  public var description: String {
    switch self {
    case .sodiumUnavailable:
      "libsodium could not be initialized; check that the system's random device works"
    case .outOfMemory(let byteCount):
      "no memory for \(byteCount) secret bytes; raise the memory limit of this process"
    }
  }
}
