public import CompliantDrawing
public import PasswordHistory
import TextTools

/// Why a run over many accounts cannot continue.
@nonexhaustive
public enum MintingError: Error, Hashable, Sendable {
  /// Passwords cannot be drawn at all.
  case drawing(DrawingError)
  /// The history could not be read or written.
  case history(HistoryError)
  /// Passwords of the run were delivered, and the history does not know it.
  case unknownRun(RunID)
  /// According to the history, passwords of these accounts were handed out, and they are not among
  /// those delivered.
  case lost([AccountID])
}

extension MintingError: CustomStringConvertible {
  /// What is wrong and what to do; never contains a password.
  public var description: String {
    switch self {
    case .drawing(let error): error.description
    case .history(let error): error.description
    case .unknownRun(let run):
      "the history has no record of run \(run); use the history that the run was begun in"
    case .lost(let accounts):
      "according to the history, \(accounts.count.counted("password")) "
        + "\(accounts.count == 1 ? "was" : "were") handed out that \(accounts.count.verb) not among "
        + "those delivered, the first for account \(accounts.first?.text ?? ""); restore what was "
        + "delivered, or begin another run"
    }
  }
}
