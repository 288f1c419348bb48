import PasswordHistory
import PasswordHistorySQLite
import Platform
import SQLite
import Testing
import _TestSupport

#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

@Suite("Threads of stores")
struct ThreadTests {
  let folder: TemporaryFolder
  let path: String
  let keyed: PasswordDigester

  init() throws {
    folder = try TemporaryFolder()
    path = folder.path("history.db")
    keyed = try .keyed()
  }

  /// Lets every other task that can run do so many times.
  private func beat(_ count: Int = 1000) async {
    for _ in 0..<count { await Task.yield() }
  }

  // If calls waited in the cooperative pool, they would fill it, and the lock would only be released
  // once their patience has ended in an error.
  @Test
  func `while more calls wait for a lock than the pool has threads, other tasks make progress`()
    async throws
  {
    _ = try await SQLiteHistoryStore(path: path, opening: .new)
    let callCount = 4 * Platform.activeProcessorCount
    var stores: [SQLiteHistoryStore] = []
    for _ in 0..<callCount {
      stores.append(
        try await SQLiteHistoryStore(path: path, opening: .existing, patience: .seconds(600)))
    }
    var writer = try Connection(path: path, access: .readWrite)
    try writer.execute("BEGIN IMMEDIATE")
    let begun = Shared(0)
    let ended = Shared(0)
    try await withThrowingTaskGroup(of: Void.self) { group in
      for (number, store) in stores.enumerated() {
        let (keyed, account) = (keyed, try AccountID("account \(number)"))
        group.addTask {
          begun.change { $0 += 1 }
          try await store.record("password", account, keyed)
          ended.change { $0 += 1 }
        }
      }
      while begun.value < callCount { await Task.yield() }
      await beat()
      #expect(ended.value == 0)
      try writer.execute("ROLLBACK")
      try await group.waitForAll()
    }
    #expect(ended.value == callCount)
    #expect(try await stores[0].summaries().count == callCount)
  }

  @Test func `all calls of a store run on one thread, which is not the caller's`() async throws {
    let store = try await SQLiteHistoryStore(path: path, opening: .new)
    let threads = Shared<Set<UInt>>([])
    var own: Set<UInt> = []
    for number in 0..<20 {
      try await store.edit([AccountID("account \(number)")]) { _ in
        threads.change { _ = $0.insert(currentThread()) }
      }
      own.insert(currentThread())
      await Task.yield()
    }
    let used = threads.value
    #expect(used.count == 1)
    #expect(used.isDisjoint(with: own))
  }

  @Test func `Argon2id waits for its threads, not in the cooperative pool`() async throws {
    let store = InMemoryHistoryStore()
    let digester = try PasswordDigester(.argon2id(.init(operations: 1, byteCount: 8192)))
    let account = try AccountID("alice")
    try await store.record("first", account, digester)
    let threadCount = Platform.activeProcessorCount
    let occupied = Shared(0)
    let released = Shared(false)
    let ended = Shared(0)
    try await withThrowingTaskGroup(of: Void.self) { group in
      for _ in 0..<threadCount {
        group.addTask {
          await PasswordDigester.threads.run {
            occupied.change { $0 += 1 }
            while !released.value { sched_yield() }
          }
        }
      }
      while occupied.value < threadCount { await Task.yield() }
      let calls: [@Sendable () async throws -> Void] = [
        { try await store.record("second", account, digester) },
        { _ = try await store.check("first", account, last: 5, digester) },
        { _ = try await digester.digest(of: Array("x".utf8).span, account: account) },
        {
          let digest = store.entries(of: account)[0].digest
          _ = try await digester.matches(Array("x".utf8).span, digest, account: account)
        },
      ]
      for call in calls {
        group.addTask {
          try await call()
          ended.change { $0 += 1 }
        }
      }
      await beat()
      #expect(ended.value == 0)
      released.change { $0 = true }
      try await group.waitForAll()
      #expect(ended.value == calls.count)
    }
  }
}

@Suite("Executors of threads")
struct ThreadExecutorTests {
  @Test(arguments: [1, 4])
  func `work runs on at most as many threads as there are, and the task returns`(
    threadCount: Int
  ) async {
    let executor = ThreadExecutor(threadCount: threadCount)
    let threads = Shared<Set<UInt>>([])
    let sum = await withTaskGroup(of: Int.self) { group in
      for number in 0..<200 {
        group.addTask {
          await executor.run {
            threads.change { _ = $0.insert(currentThread()) }
            return number
          }
        }
      }
      return await group.reduce(0, +)
    }
    #expect(sum == 199 * 100)
    #expect((1...threadCount).contains(threads.value.count))
  }

  @Test func `without a thread, work runs where it is`() async {
    let executor = ThreadExecutor(threadCount: 0)
    let sum = await withTaskGroup(of: Int.self) { group in
      for number in 0..<200 { group.addTask { await executor.run { number } } }
      return await group.reduce(0, +)
    }
    #expect(sum == 199 * 100)
  }

  @Test func `an error of the work is thrown`() async {
    let executor = ThreadExecutor(threadCount: 1)
    await #expect(throws: HistoryError.abandoned) {
      try await executor.run { () throws(HistoryError) in throw .abandoned }
    }
  }

  @Test func `an executor whose only owner is its last job ends with it`() async {
    await withTaskGroup(of: Int.self) { group in
      for number in 0..<4_000 {
        group.addTask { await ThreadExecutor(threadCount: 1).run { number } }
      }
      let sum = await group.reduce(0, +)
      #expect(sum == 4_000 * 3_999 / 2)
    }
  }

  @Test func `a calling thread runs all parts of its task`() async {
    // The tests run in the cooperative pool.
    let isOne = Shared(false)
    let executor = ThreadExecutor(threadCount: 1)
    await executor.run {
      let caller = currentThread()
      CallingThread.run {
        var threads = Set([currentThread()])
        await Task.yield()
        threads.insert(currentThread())
        let inline = await ThreadExecutor(threadCount: 0).run { currentThread() }
        threads.insert(inline)
        await Task.yield()
        threads.insert(currentThread())
        let isCaller = threads == [caller]
        isOne.change { $0 = isCaller }
      }
    }
    #expect(isOne.value)
  }
}

private func currentThread() -> UInt {
  #if canImport(Darwin)
  UInt(bitPattern: pthread_self())
  #else
  UInt(pthread_self())
  #endif
}
