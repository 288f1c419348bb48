public import PasswordHistory
package import Platform
import SQLite

/// A history in a file that several processes may use at once.
///
/// ```swift
/// let store = try await SQLiteHistoryStore(path: "history.db", opening: .orCreate)
/// ```
/// What a call has recorded when it returns survives the end of the process and a loss of power; an
/// interrupted call has recorded nothing. The file is an SQLite database with a rollback journal:
/// at rest it is a single file, which can be copied, backed up or put on a read-only medium as a
/// whole, and which several machines must not write at once. It is made with mode 0600.
///
/// Each store has a thread of its own, which waits for the disk and for other writers, the latter as
/// long as the store's patience lasts; a task that calls the store is suspended meanwhile. Damage to
/// the record of an account is noticed when that record is read; ``verify(afterEntry:)`` checks all
/// of them.
public final class SQLiteHistoryStore: MintingStore {
  /// How to open the file.
  public enum Opening: Hashable, Sendable {
    /// Read and write an existing history.
    case existing
    /// Read and write a history, which is made if there is no such file.
    case orCreate
    /// Make a history; a file that exists is an error.
    case new
    /// Read an existing history. Nothing is written, not even a lock file.
    case readOnly
  }

  /// The path of the file.
  public let path: String

  let isReadOnly: Bool
  private let file: HistoryFile
  private let executor: ThreadExecutor

  /// Opens a history.
  ///
  /// - Parameters:
  ///   - path: the path of the file.
  ///   - opening: how to open the file.
  ///   - patience: how long a call waits for other writers.
  /// - Throws: `HistoryError.store`; the file is left unchanged.
  /// - Complexity: O(1): the file is not checked for damage.
  public convenience init(
    path: String, opening: Opening, patience: Duration = .seconds(10)
  ) async throws(HistoryError) {
    try await self.init(
      path: path, opening: opening, patience: patience, executor: ThreadExecutor(threadCount: 1))
  }

  /// Opens a history on an executor: where the store waits for the disk and for other writers.
  ///
  /// `maximumPageCount` is the maximum size of the file, for tests.
  ///
  /// - Throws: `HistoryError.store`.
  package init(
    path: String, opening: Opening, patience: Duration = .seconds(10),
    maximumPageCount: Int? = nil, executor: ThreadExecutor
  ) async throws(HistoryError) {
    self.path = path
    self.isReadOnly = opening == .readOnly
    self.executor = executor
    self.file = try await executor.run { () throws(HistoryError) in
      try HistoryFile(
        path: path, opening: opening, patience: patience, maximumPageCount: maximumPageCount)
    }
  }

  func reading<Result: Sendable>(
    _ body: (inout Connection) throws(StoreFailure) -> Result
  ) async throws(HistoryError) -> Result {
    try await executor.run { () throws(HistoryError) in
      try file.transaction(.deferred, body)
    }
  }

  func writing<Result: Sendable>(
    _ body: (inout Connection) throws(StoreFailure) -> Result
  ) async throws(HistoryError) -> Result {
    guard !isReadOnly else { throw .store(.readOnly, place: path) }
    // The lock is taken at the start: of two writers, one waits, and neither fails because of what
    // the other has changed since it began to read.
    return try await executor.run { () throws(HistoryError) in
      try file.transaction(.immediate, body)
    }
  }
}
