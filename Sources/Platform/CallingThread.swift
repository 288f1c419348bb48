import Synchronization

/// Runs a task to its end on the thread that calls it, which must not be one of the cooperative
/// pool: for the main thread of a command, which needs no other.
package final class CallingThread: TaskExecutor {
  private let queue = JobQueue<UnownedJob>()

  private init() {}

  package func enqueue(_ job: consuming ExecutorJob) {
    // As in `ThreadExecutor`: the job may be the last one.
    let lifetime = unsafe Unmanaged.passRetained(self)
    defer { unsafe lifetime.release() }
    queue.append(UnownedJob(job))
  }

  /// Runs `body` and waits for it.
  package static func run(_ body: sending @escaping () async -> Void) {
    let executor = CallingThread()
    let queue = executor.queue
    Task(executorPreference: executor) {
      await body()
      queue.close()
    }
    while let job = queue.next() {
      unsafe job.runSynchronously(on: executor.asUnownedTaskExecutor())
    }
  }
}
