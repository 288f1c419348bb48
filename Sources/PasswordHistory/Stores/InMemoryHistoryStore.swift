import Synchronization

/// A history in memory, which ends with the process.
public final class InMemoryHistoryStore: MintingStore {
  private struct State {
    var entries: [AccountID: [HistoryEntry]] = [:]
    var largestLast = 0
    var unfinishedRuns: Set<RunID> = []
  }

  private let state = Mutex(State())

  /// Makes an empty history.
  public init() {}

  /// Returns the entries of an account, newest first.
  public func entries(of account: AccountID) -> [HistoryEntry] {
    state.withLock { $0.entries[account] ?? [] }
  }

  /// Edits the histories of accounts atomically; see ``PasswordHistoryStore/edit(_:_:)``.
  public func edit(
    _ accounts: [AccountID], _ body: (inout AccountHistory) throws(HistoryError) -> Void
  ) throws(HistoryError) {
    try state.withLock { state throws(HistoryError) in
      // Set aside until all edits have succeeded.
      var edited: [AccountID: [HistoryEntry]] = [:]
      var largestLast = state.largestLast
      for account in accounts {
        var history = AccountHistory(
          account: account, entries: edited[account] ?? state.entries[account] ?? [],
          largestLast: largestLast)
        try body(&history)
        edited[account] = history.entries
        largestLast = history.largestLast
      }
      state.largestLast = largestLast
      for (account, entries) in edited {
        state.entries[account] = entries.isEmpty ? nil : entries
      }
    }
  }

  /// Calls `body` with every entry as of the time of the call.
  ///
  /// - Complexity: O(*a* log *a* + *n*) for *a* accounts and *n* entries.
  public func visitEntries(
    _ body: (AccountID, HistoryEntry) throws(HistoryError) -> Void
  ) throws(HistoryError) {
    let all = state.withLock { $0.entries }
    for account in all.keys.sorted() {
      for entry in all[account] ?? [] { try body(account, entry) }
    }
  }

  /// Returns the maximum number of values that a password was ever compared with.
  public func largestLast() -> Int { state.withLock { $0.largestLast } }

  /// Records that a run has begun; nothing changes if it has begun before.
  public func begin(_ run: RunID) { state.withLock { _ = $0.unfinishedRuns.insert(run) } }

  /// Whether a run has begun and not ended.
  public func isUnfinished(_ run: RunID) -> Bool {
    state.withLock { $0.unfinishedRuns.contains(run) }
  }

  /// Records that a run has ended; nothing changes if it never began.
  public func end(_ run: RunID) { state.withLock { _ = $0.unfinishedRuns.remove(run) } }

  /// Removes the oldest entries of every account; see
  /// ``PasswordHistoryStore/prune(keeping:forgetsLargerUse:)``.
  @discardableResult
  public func prune(keeping count: Int, forgetsLargerUse: Bool) -> Int {
    precondition(count >= 0, "PasswordHistory: a negative number of values")
    return state.withLock { state in
      if forgetsLargerUse { state.largestLast = count }
      let kept = max(1, count, state.largestLast)
      var removed = 0
      for (account, entries) in state.entries where entries.count > kept {
        removed += entries.count - kept
        state.entries[account] = Array(entries.prefix(kept))
      }
      return removed
    }
  }
}
