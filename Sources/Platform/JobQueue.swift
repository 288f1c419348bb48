/// A first-in, first-out queue, whose readers wait while it is empty.
final class JobQueue<Job: Sendable>: Sendable {
  private struct State {
    var incoming: [Job] = []
    /// The oldest jobs, the oldest last.
    var outgoing: [Job] = []
    var isClosed = false
    var readerCount = 0

    mutating func pop() -> Job? {
      if outgoing.isEmpty {
        outgoing = incoming.reversed()
        incoming.removeAll(keepingCapacity: true)
      }
      return outgoing.popLast()
    }
  }

  private let state = Monitor(State())

  /// Adds a job.
  func append(_ job: Job) {
    state.change { $0.incoming.append(job) }
  }

  /// Ends the readers once the queue is empty.
  func close() {
    state.change { $0.isClosed = true }
  }

  /// Removes the oldest job, and waits for one if there is none.
  ///
  /// - Returns: the job; `nil` when the queue is empty and closed.
  func next() -> Job? {
    state.wait { state -> Job?? in
      let job = state.pop()
      return job == nil && !state.isClosed ? nil : .some(job)
    }
  }

  /// Removes the oldest job, if there is one.
  func take() -> Job? { state.change { $0.pop() } }

  /// Registers one more reader unless there are `limit` of them; returns whether it did.
  func admitReader(limit: Int) -> Bool {
    state.change { state in
      guard state.readerCount < limit else { return false }
      state.readerCount += 1
      return true
    }
  }

  /// Removes a reader; returns whether others are left.
  func dismissReader() -> Bool {
    state.change { state in
      state.readerCount -= 1
      return state.readerCount > 0
    }
  }
}
