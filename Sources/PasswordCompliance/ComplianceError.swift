public import CompliantDrawing
public import PasswordHistory

/// Why no password was drawn that complies and is new.
@nonexhaustive
public enum ComplianceError: Error, Hashable, Sendable {
  /// No compliant password was drawn.
  case drawing(DrawingError)
  /// The history could not be read or written.
  case history(HistoryError)
}

extension ComplianceError: CustomStringConvertible {
  /// What is wrong and what to do; never contains a password.
  public var description: String {
    switch self {
    case .drawing(let error): error.description
    case .history(let error): error.description
    }
  }
}
