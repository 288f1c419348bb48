public import Platform
public import Randomness

/// Why a generator has no passwords to give.
public enum GeneratorError: Error, Hashable, Sendable {
  /// The recipe cannot be drawn from.
  case recipe(RecipeError)
  /// The byte source has no bytes to give.
  case source(ByteSourceError)
  /// The passwords could not be written out.
  case output(SystemError)
}

extension GeneratorError: CustomStringConvertible {
  /// What is wrong and what to do; never a password.
  public var description: String {
    switch self {
    case .recipe(let error): error.description
    case .source(let error): error.description
    case .output(let error): error.description
    }
  }
}
