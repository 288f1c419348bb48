import NIOPosix
public import PasswordService
import SQLite
import Synchronization

/// A store in one SQLite file with a write-ahead log.
///
/// Writers are answered once what they wrote is on the disk (`synchronous=FULL`). Those that wait
/// while the disk works are committed together, each still all or nothing. Several processes may use
/// one file: they wait for one another.
public final class SQLiteServiceStore: ServiceStore {
  private let readers: [SQLiteTransaction]
  private let idle: Mutex<[Int]>
  private let readerPool: NIOThreadPool
  private let writer: GroupWriter
  private let path: String

  /// Whether a file is to be there already.
  public enum Opening: Hashable, Sendable {
    /// A file that exists.
    case existing
    /// A file that does not exist yet.
    case new
  }

  /// Opens a store.
  ///
  /// - Parameters:
  ///   - path: the file; SQLite keeps two more beside it while it is open.
  ///   - opening: whether it exists.
  ///   - readerCount: how many reads run at once.
  /// - Throws: `StoreError` when the file is missing, cannot be opened, is no store, or was written
  ///   by a later version.
  public init(path: String, opening: Opening, readerCount: Int = 4) throws(StoreError) {
    try FilePreparation.prepare(path, opening)
    let transaction = try SQLiteTransaction(path: path, access: .readWrite)
    try transaction.prepareTables(path, opening)
    self.path = path
    var readers: [SQLiteTransaction] = []
    for _ in 0..<readerCount {
      readers.append(try SQLiteTransaction(path: path, access: .readWrite))
    }
    self.readers = readers
    idle = Mutex(Array(readers.indices))
    readerPool = NIOThreadPool(numberOfThreads: readerCount)
    readerPool.start()
    writer = GroupWriter(transaction)
  }

  /// Waits for what runs, and takes no more.
  public func close() async throws {
    try await writer.close()
    try await readerPool.shutdownGracefully()
  }

  /// Runs `body` as one transaction that reads, on a thread for it.
  public func read<Result: Sendable>(
    _ body: @escaping @Sendable (any StoreTransaction) throws -> Result
  ) async throws -> Result {
    try await readerPool.runIfActive { try self.withReader(body) }
  }

  private func withReader<Result>(
    _ body: (any StoreTransaction) throws -> Result
  ) throws -> Result {
    guard let index = idle.withLock({ $0.popLast() }) else {
      throw StoreError("no reader is idle")
    }
    defer { idle.withLock { $0.append(index) } }
    let reader = readers[index]
    try reader.run("BEGIN DEFERRED")
    defer { try? reader.run("ROLLBACK") }
    return try body(reader)
  }

  /// Runs `body` as one transaction, on the thread that writes.
  public func write<Result: Sendable>(
    _ body: @escaping @Sendable (any StoreTransaction) throws -> Result
  ) async throws -> Result {
    try await writer.write(body)
  }

  /// Writes a copy of the store as it is now to a file that does not exist yet, while others read
  /// and write; the file appears when it is complete and on the disk.
  ///
  /// - Throws: `StoreError`.
  public func backup(to copy: String) async throws {
    let path = path
    try await readerPool.runIfActive {
      try PrivateFile.requireAbsence(of: copy)
      let source = try SQLiteTransaction(path: path, access: .readWrite)
      try PrivateFile.make(at: copy) { _, name throws(StoreError) in
        try source.run("VACUUM INTO ?", [.text(name)])
      }
    }
  }
}
