public import Platform

/// Why a store cannot do what it was asked to do; its contents are unchanged.
@nonexhaustive
public enum StoreProblem: Hashable, Sendable {
  /// There is no such file.
  case missing
  /// The path is a symbolic link to nothing.
  case danglingLink
  /// The path for a new history already exists.
  case exists
  /// The file is empty, which no history ever is.
  case empty
  /// The file is not a database.
  case notADatabase
  /// The file is a database for another purpose.
  case notAHistory
  /// The history was written by a later version.
  case newerSchema(found: Int, supported: Int)
  /// The file is damaged; `account` is given when one account's record is known to be damaged.
  case corrupt(account: AccountID?)
  /// The file, its folder or the opened store does not allow writing.
  case readOnly
  /// A writer was interrupted, and this read-only store may not repair that.
  case unfinishedWrite
  /// The file may not be opened.
  case permissionDenied
  /// No space is left on the disk or in the quota, or the file has reached its maximum size.
  case full
  /// Another process kept the file locked for longer than the timeout.
  case busy
  /// The system rejected a call on the file.
  case system(SystemError)
  /// SQLite failed with this extended result code.
  case sqlite(code: Int)
}

extension StoreProblem: CustomStringConvertible {
  /// What is wrong and what to do.
  public var description: String {
    switch self {
    case .missing: "no such file; check the path, or create the history first"
    case .danglingLink: "a symbolic link to nothing; remove it, or name another file"
    case .exists: "the file already exists; open it instead, or choose another path"
    case .empty:
      "the file is empty, which a history never is; restore it from a copy, or remove it"
    case .notADatabase: "not a database; check the path, or restore the file from a copy"
    case .notAHistory: "a database, but not a password history; check the path"
    case .newerSchema(let found, let supported):
      "written by a later version (schema \(found), this version knows \(supported)); "
        + "update this program; the file was left as it is"
    case .corrupt(let account):
      "the file is damaged\(account.map { " at account \($0)" } ?? ""); nothing was written; "
        + "restore it from a copy"
    case .readOnly: "the file or its folder is read-only; make both writable for this user"
    case .unfinishedWrite:
      "a writer was interrupted; open the history once with permission to write, which undoes it"
    case .permissionDenied: "permission denied; run as the owner of the file"
    case .full:
      "no space is left, or the file may not grow; nothing was recorded; free some space and try again"
    case .busy: "another process keeps the file locked; nothing was recorded; try again"
    case .system(let error): error.description
    case .sqlite(let code): "SQLite result code \(code); see https://sqlite.org/rescode.html"
    }
  }
}
