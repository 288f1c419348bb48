import PasswordHistory
import Platform
import SQLite

/// An error inside a call of the store, before the path of the file is added.
enum StoreFailure: SQLiteFailure {
  case store(StoreProblem)
  case history(HistoryError)
  case sqlite(SQLiteError)

  init(_ error: SQLiteError) { self = .sqlite(error) }

  /// Returns the error in the module's own terms.
  func translated(at path: String) -> HistoryError {
    switch self {
    case .store(let problem): .store(problem, place: path)
    case .history(let error): error
    case .sqlite(let error): .store(StoreProblem(error), place: path)
    }
  }
}

/// Runs `body` and translates its errors into the module's own terms.
func translating<Result: ~Copyable>(
  at path: String, _ body: () throws(StoreFailure) -> Result
) throws(HistoryError) -> Result {
  do {
    return try body()
  } catch {
    throw error.translated(at: path)
  }
}

extension StoreProblem {
  init(_ error: SystemError) {
    self =
      switch error.code {
      case Platform.fileIsMissing: .missing
      case Platform.accessIsDenied, Platform.operationIsNotPermitted: .permissionDenied
      case Platform.fileSystemIsReadOnly: .readOnly
      case Platform.deviceIsFull, Platform.quotaIsExceeded, Platform.fileIsTooLarge: .full
      default: .system(error)
      }
  }

  init(_ error: SQLiteError) {
    self =
      switch (error.code, error.extendedCode) {
      case (_, .readOnlyRollback), (_, .readOnlyRecovery): .unfinishedWrite
      case (_, .readOnlyDatabaseMoved): .missing
      case (.inputOutput, _), (.cannotOpen, _):
        error.systemCode == 0 ? Self.withoutSystemCode(error) : Self(error.systemError)
      case (.notADatabase, _): .notADatabase
      case (.corrupt, _): .corrupt(account: nil)
      // A missing table, a wrong type or a duplicate: nothing that this code writes.
      case (.error, _), (.constraint, _), (.mismatch, _), (.format, _): .corrupt(account: nil)
      case (.readOnly, _): .readOnly
      case (.permission, _), (.authorization, _): .permissionDenied
      case (.full, _): .full
      case (.busy, _), (.locked, _): .busy
      default: .sqlite(code: Int(error.extendedCode.rawValue))
      }
  }

  private static func withoutSystemCode(_ error: SQLiteError) -> StoreProblem {
    error.code == .cannotOpen
      ? .permissionDenied : .sqlite(code: Int(error.extendedCode.rawValue))
  }
}

extension SQLiteError {
  /// The system call that failed.
  fileprivate var systemError: SystemError {
    let call =
      switch (code, extendedCode) {
      case (.cannotOpen, _): "open"
      case (_, .failedRead): "read"
      default: "write"
      }
    return SystemError(call: call, code: systemCode)
  }
}
