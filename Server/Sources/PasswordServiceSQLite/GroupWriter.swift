import NIOPosix
import PasswordService
import SQLite
import Synchronization

/// The one thread that writes: it commits all that waits in one transaction of SQLite, each write in
/// a savepoint of its own.
final class GroupWriter: Sendable {
  private struct Work: Sendable {
    /// Runs the write; what it returns answers the writer once it is committed.
    let run: @Sendable (SQLiteTransaction) throws -> @Sendable () -> Void
    let fail: @Sendable (any Error) -> Void
  }

  private struct Queue {
    var waiting: [Work] = []
    var isRunning = false
  }

  private let transaction: SQLiteTransaction
  private let queue = Mutex(Queue())
  private let pool = NIOThreadPool(numberOfThreads: 1)

  /// The most writes of one transaction.
  private static let maximumGroup = 256

  init(_ transaction: SQLiteTransaction) {
    self.transaction = transaction
    pool.start()
  }

  func close() async throws { try await pool.shutdownGracefully() }

  func write<Result: Sendable>(
    _ body: @escaping @Sendable (any StoreTransaction) throws -> Result
  ) async throws -> Result {
    try await withCheckedThrowingContinuation { continuation in
      let work = Work(
        run: { transaction in
          let result = try body(transaction)
          return { continuation.resume(returning: result) }
        },
        fail: { continuation.resume(throwing: $0) })
      enqueue(work)
    }
  }

  private func enqueue(_ work: Work) {
    let starts = queue.withLock { queue in
      queue.waiting.append(work)
      defer { queue.isRunning = true }
      return !queue.isRunning
    }
    guard starts else { return }
    pool.submit { state in
      guard case .active = state else {
        for work in self.takeAll() { work.fail(StoreError("the store is closed")) }
        return
      }
      while case let group = self.nextGroup(), !group.isEmpty { self.commit(group) }
    }
  }

  private func takeAll() -> [Work] {
    queue.withLock { queue in
      defer { queue = Queue() }
      return queue.waiting
    }
  }

  /// The writes to commit next; none: the thread is done until there are more.
  private func nextGroup() -> [Work] {
    queue.withLock { queue in
      let group = Array(queue.waiting.prefix(Self.maximumGroup))
      queue.waiting.removeFirst(group.count)
      if group.isEmpty { queue.isRunning = false }
      return group
    }
  }

  private func commit(_ group: [Work]) {
    var answers: [@Sendable () -> Void] = []
    var refused: Set<Int> = []
    do {
      try transaction.run("BEGIN IMMEDIATE")
      for (index, work) in group.enumerated() {
        if let answer = try runInSavepoint(work) {
          answers.append(answer)
        } else {
          refused.insert(index)
        }
      }
      try transaction.run("COMMIT")
    } catch {
      if transaction.connection.isInTransaction { try? transaction.run("ROLLBACK") }
      for (index, work) in group.enumerated() where !refused.contains(index) { work.fail(error) }
      return
    }
    for answer in answers { answer() }
  }

  /// Runs a write.
  ///
  /// - Returns: what answers it once it is committed; `nil` when it threw, and has been answered.
  /// - Throws: the error after which SQLite has given up the whole transaction, as on a full disk.
  private func runInSavepoint(_ work: Work) throws -> (@Sendable () -> Void)? {
    try transaction.run("SAVEPOINT work")
    do {
      let answer = try work.run(transaction)
      try transaction.run("RELEASE work")
      return answer
    } catch {
      guard transaction.connection.isInTransaction else { throw error }
      try transaction.run("ROLLBACK TO work")
      try transaction.run("RELEASE work")
      work.fail(error)
      return nil
    }
  }
}
