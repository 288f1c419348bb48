public import PasswordGeneration
package import SecretMemory

/// Why no compliant password was drawn.
@nonexhaustive
public enum DrawingError: Error, Hashable, Sendable {
  /// No password of the recipe can comply.
  case impossible(PolicyConflict)
  /// Every attempt drew a password that does not comply; a service reports this as HTTP 403.
  case exhausted(ExhaustedRetries)
  /// No length has this min-entropy, in bits; `best` is the highest that was found.
  case weak(bits: Double, best: Double)
  /// No length is known to have this min-entropy, in bits, and at some lengths rules could not be
  /// counted; `best` is the highest that is known for a length, if any.
  case uncounted(bits: Double, best: Double?)
  /// Drawing failed.
  case generator(GeneratorError)
}

extension DrawingError: CustomStringConvertible {
  /// What is wrong and what to do; never contains a password.
  public var description: String {
    switch self {
    case .impossible(let conflict): conflict.description
    case .exhausted(let retries):
      "no compliant password in \(retries); "
        + "bring the recipe closer to the policy or allow more retries"
    case .weak(let bits, let best):
      "no length reaches \(bits) bits of min-entropy: the maximum is \(best); "
        + "draw from more characters or loosen the policy"
    case .uncounted(let bits, let best):
      "no length is known to reach \(bits) bits of min-entropy: "
        + (best.map { "the maximum that is known is \($0), and " } ?? "")
        + "not all rules can be counted; give a length, or loosen the policy"
    case .generator(let error): error.description
    }
  }
}

extension DrawingError {
  /// The error where memory for drawing cannot be allocated.
  package static func noMemory(_ error: SecretMemoryError) -> DrawingError {
    .generator(.noMemory(error))
  }
}
