/// Runs the parts of tasks that block on threads of its own, so that the cooperative pool, whose
/// few threads all other tasks share, never waits for a disk, a lock or a long calculation.
///
/// ```swift
/// let thread = ThreadExecutor(threadCount: 1)
/// let bytes = try await thread.run { try readSlowly() }
/// ```
/// Threads are started when they are first needed, and end with this object.
package final class ThreadExecutor: TaskExecutor {
  /// A part of a task, which keeps its executor alive until it has run.
  private struct Job: Sendable {
    let job: UnownedJob
    let executor: ThreadExecutor

    func run() { unsafe job.runSynchronously(on: executor.asUnownedTaskExecutor()) }
  }

  private let threadCount: Int
  private let queue = JobQueue<Job>()

  /// Makes an executor.
  ///
  /// - Parameter threadCount: the maximum number of threads. With 0, and where the system cannot
  ///   start a thread, a task continues where it is.
  package init(threadCount: Int) {
    self.threadCount = threadCount
  }

  deinit { queue.close() }

  /// Runs `body` on one of the threads, except for what it awaits from actors and other executors.
  package func run<Value, Failure: Error>(
    _ body: () async throws(Failure) -> Value
  ) async throws(Failure) -> Value {
    try await withTaskExecutorPreference(self) { () async throws(Failure) -> Value in
      try await body()
    }
  }

  package func enqueue(_ job: consuming ExecutorJob) {
    // The run time passes an executor without a reference of its own: once the job is in the queue
    // a thread may run it, and with it the last owner of this object may go.
    let lifetime = unsafe Unmanaged.passRetained(self)
    defer { unsafe lifetime.release() }
    queue.append(Job(job: UnownedJob(job), executor: self))
    guard queue.admitReader(limit: threadCount) else {
      if threadCount == 0 { queue.take()?.run() }
      return
    }
    let queue = queue
    let isStarted = Platform.startThread {
      while let job = queue.next() { job.run() }
    }
    guard !isStarted, !queue.dismissReader() else { return }
    while let job = queue.take() { job.run() }
  }
}
