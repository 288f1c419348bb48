/// Why memory for secrets cannot be had.
public enum SecretMemoryError: Error, Hashable, Sendable {
  /// libsodium reported that it could not be initialised.
  case sodiumUnavailable
  /// The system has no room for this many bytes of the kind asked for.
  case outOfMemory(byteCount: Int)
}

extension SecretMemoryError: CustomStringConvertible {
  /// What is wrong and what to do.
  public var description: String {
    switch self {
    case .sodiumUnavailable:
      "libsodium could not be initialised; check that the system's random device works"
    case .outOfMemory(let byteCount):
      "no memory for \(byteCount) secret bytes; raise the memory limit of this process"
    }
  }
}
