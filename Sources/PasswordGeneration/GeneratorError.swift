public import Platform
public import Randomness
package import SecretMemory

/// Why a generator cannot generate passwords.
@nonexhaustive
public enum GeneratorError: Error, Hashable, Sendable {
  /// The recipe is invalid.
  case recipe(RecipeError)
  /// The byte source cannot provide bytes.
  case source(ByteSourceError)
  /// The passwords could not be written.
  case output(SystemError)
}

extension GeneratorError: CustomStringConvertible {
  /// What is wrong and what to do; never contains a password.
  public var description: String {
    switch self {
    case .recipe(let error): error.description
    case .source(let error): error.description
    case .output(let error): error.description
    }
  }
}

extension GeneratorError {
  /// The error where memory for drawing cannot be allocated.
  package static func noMemory(_ error: SecretMemoryError) -> GeneratorError {
    .source(.unavailable(error))
  }
}
