public import PasswordService
public import SQLite

extension StoreError: SQLiteFailure {
  /// Translates an error of SQLite.
  public init(_ error: SQLiteError) {
    self =
      switch error.code {
      case .full: StoreError("no space is left for the store; free some")
      case .busy: StoreError("another process keeps the store locked; try again")
      case .readOnly, .permission, .cannotOpen:
        StoreError("the store or its folder cannot be opened to write: \(error)")
      case .corrupt, .notADatabase:
        StoreError("the store is damaged; restore it from a backup: \(error)")
      default: StoreError("the store failed: \(error)")
      }
  }

  static func damaged(_ what: String) -> StoreError {
    StoreError("the store is damaged: \(what) is not what it should be; restore it from a backup")
  }
}
