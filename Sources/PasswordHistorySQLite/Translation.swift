import GRDB
import GRDBSQLite
import PasswordHistory
import Platform

/// A problem on its way out of a database call, where the path of the file is added to it.
struct StoreFailure: Error {
  let problem: StoreProblem

  init(_ problem: StoreProblem) { self.problem = problem }
}

/// Runs `body` and says in the module's own words what failed in it.
func translating<Result>(
  at path: String, _ body: () throws -> Result
) throws(HistoryError) -> Result {
  do {
    return try body()
  } catch {
    throw translated(error, at: path)
  }
}

func translated(_ error: any Error, at path: String) -> HistoryError {
  switch error {
  case let error as HistoryError: error
  case let error as StoreFailure: .store(error.problem, place: path)
  case let error as SystemError: .store(problem(error), place: path)
  case let error as DatabaseError: .store(problem(error), place: path)
  // GRDB throws nothing else where requests are fixed texts and rows are read by type.
  default: .store(.corrupt(account: nil), place: path)
  }
}

private func problem(_ error: SystemError) -> StoreProblem {
  switch error.code {
  case Platform.fileIsMissing: .missing
  case Platform.accessIsDenied: .permissionDenied
  case Platform.fileSystemIsReadOnly: .readOnly
  case Platform.deviceIsFull, Platform.quotaIsExceeded, Platform.fileIsTooLarge: .full
  default: .system(error)
  }
}

private func problem(_ error: DatabaseError) -> StoreProblem {
  switch error.extendedResultCode {
  case .SQLITE_READONLY_ROLLBACK, .SQLITE_READONLY_RECOVERY: return .unfinishedWrite
  case .SQLITE_READONLY_DBMOVED: return .missing
  default: break
  }
  return switch error.resultCode {
  case .SQLITE_NOTADB: .notADatabase
  case .SQLITE_CORRUPT: .corrupt(account: nil)
  // Without its table, a wrong type or a duplicate: nothing that this code writes.
  case .SQLITE_ERROR, .SQLITE_CONSTRAINT, .SQLITE_MISMATCH, .SQLITE_FORMAT:
    .corrupt(account: nil)
  case .SQLITE_READONLY: .readOnly
  case .SQLITE_PERM, .SQLITE_AUTH, .SQLITE_CANTOPEN: .permissionDenied
  case .SQLITE_FULL: .full
  case .SQLITE_BUSY, .SQLITE_LOCKED: .busy
  default: .sqlite(code: Int(error.extendedResultCode.rawValue))
  }
}

extension DatabaseQueue {
  /// Runs `body` in a transaction that has the lock from its start.
  ///
  /// - Throws: what `body` and SQLite throw; ``SystemError`` in place of an error of reading or
  ///   writing for which SQLite has no other words.
  func inImmediateTransaction(_ body: (Database) throws -> Void) throws {
    try writeWithoutTransaction { database in
      do {
        try database.inTransaction(.immediate) {
          try body(database)
          return .commit
        }
      } catch let error as DatabaseError where error.resultCode == .SQLITE_IOERR {
        throw database.systemError ?? error
      }
    }
  }
}

extension Database {
  /// What the system last said when the file could not be read or written; SQLite keeps it, and
  /// tells of a full disk in a code of its own, but not of a limit on the file or a quota.
  fileprivate var systemError: (any Error)? {
    var code: CInt = 0
    let outcome = unsafe sqlite3_file_control(
      sqliteConnection, "main", SQLITE_FCNTL_LAST_ERRNO, &code)
    if outcome != SQLITE_OK || code == 0 { code = unsafe sqlite3_system_errno(sqliteConnection) }
    return code == 0 ? nil : SystemError(call: "write", code: code)
  }
}
