import Platform

/// A store of histories: digests of the passwords that accounts have had.
///
/// ```swift
/// let store = try await SQLiteHistoryStore(path: "history.db", opening: .orCreate)
/// let answer = try await store.acceptIfNew(
///   password.bytes, account: AccountID("alice"), last: 5, using: digester, at: .now)
/// ```
/// A store has three tasks: read, edit in a transaction, prune. Everything else follows from them,
/// and is the same for every store. The requirements are asynchronous, so that a store may wait for
/// a disk or a server without keeping a thread of the cooperative pool; synchronous methods satisfy
/// them too.
///
/// The methods that take a password copy it to memory that is wiped when they return, and compute
/// Argon2id on threads of its own.
public protocol PasswordHistoryStore: Sendable {
  /// Returns the entries of an account, newest first; none for an unknown account.
  ///
  /// - Throws: ``HistoryError/store(_:place:)``, ``HistoryError/unknownDigest``.
  func entries(of account: AccountID) async throws(HistoryError) -> [HistoryEntry]

  /// Edits the histories of accounts in one transaction that is isolated from other writers.
  ///
  /// The changes by `body` are recorded for all accounts before this returns; when `body` or the
  /// store throws, nothing is recorded.
  ///
  /// - Parameters:
  ///   - accounts: the accounts, in the order in which `body` receives them.
  ///   - body: changes the history of one account, where the store runs it. It is called exactly
  ///     once for each account, in this order, and not again after an error: a store that would have
  ///     to retry a transaction throws instead. It must not use the store. A closure that an actor
  ///     passes must be `@Sendable`.
  /// - Throws: what `body` throws; ``HistoryError/store(_:place:)``,
  ///   ``HistoryError/unknownDigest``.
  func edit(
    _ accounts: [AccountID], _ body: (inout AccountHistory) throws(HistoryError) -> Void
  ) async throws(HistoryError)

  /// Calls `body` with every entry: accounts in byte order, and the newest entry of each account
  /// first.
  ///
  /// - Throws: what `body` throws; ``HistoryError/store(_:place:)``,
  ///   ``HistoryError/unknownDigest``.
  func visitEntries(
    _ body: (AccountID, HistoryEntry) throws(HistoryError) -> Void
  ) async throws(HistoryError)

  /// Returns the maximum number of values that a password was compared with since the store was
  /// made.
  func largestLast() async throws(HistoryError) -> Int

  /// Removes the oldest entries of every account, and keeps a given number of the newest.
  ///
  /// - Parameters:
  ///   - count: the number of entries to keep. More are kept while a larger number is in use, that
  ///     is while ``largestLast()`` is larger; one is always kept.
  ///   - forgetsLargerUse: whether `count` is the largest number in use from now on, for instance
  ///     after a policy was relaxed.
  /// - Returns: the number of entries removed.
  /// - Throws: ``HistoryError/store(_:place:)``.
  @discardableResult
  func prune(keeping count: Int, forgetsLargerUse: Bool) async throws(HistoryError) -> Int
}

// MARK: - One account

extension PasswordHistoryStore {
  /// Whether the password is none of the newest `last` values of the account, including the current
  /// one; byte for byte, hence case-sensitive.
  ///
  /// Records nothing except `last`, if it is the largest so far, the store is writable and the
  /// comparison succeeds. Between this answer and a later ``record(_:account:using:at:)`` another
  /// process may record the same password; ``acceptIfNew(_:account:last:using:at:)`` does both in
  /// one step.
  ///
  /// - Throws: ``HistoryError/wrongKey(needed:given:)`` when one of those values is under a key
  ///   that the digester does not have; ``HistoryError/digestTooCostly(_:ceiling:)``;
  ///   ``HistoryError/noMemoryForArgon2id(byteCount:)``; the errors of ``entries(of:)``.
  /// - Complexity: one keyed hash, and Argon2id once for each value by Argon2id.
  public func check(
    _ password: Span<UInt8>, account: AccountID, last: Int, using digester: PasswordDigester
  ) async throws(HistoryError) -> ReuseAnswer {
    var comparison = try Comparison(password, account: account, digester: digester)
    let history = AccountHistory(
      account: account, entries: try await entries(of: account),
      largestLast: try await largestLast())
    let answer =
      comparison.needsArgon2id(for: history.entries)
      ? try await PasswordDigester.threads.run { () throws(HistoryError) in
        try history.check(&comparison, last: last)
      } : try history.check(&comparison, last: last)
    if last > history.largestLast {
      do {
        try await edit([account]) { history throws(HistoryError) in history.remember(last: last) }
      } catch .store(.readOnly, _) {
        // Such a store cannot be pruned either.
      } catch .store(.full, _) {
        // Neither can one on a full disk, and the answer does not depend on it.
      }
    }
    return answer
  }

  /// Makes the password the newest value of the account.
  ///
  /// An existing value moves, with a new digest if the old one needs an upgrade.
  ///
  /// - Throws: the errors of ``check(_:account:last:using:)`` and ``edit(_:_:)``.
  public func record(
    _ password: Span<UInt8>, account: AccountID, using digester: PasswordDigester,
    at date: HistoryDate
  ) async throws(HistoryError) {
    try await compare(password, account, digester) { history, comparison throws(HistoryError) in
      try history.record(&comparison, at: date)
    }
  }

  /// Checks the password and makes it the newest value of the account if it is new, atomically:
  /// when two callers do this with the same password at once, one gets ``ReuseAnswer/reused``.
  ///
  /// - Throws: the errors of ``check(_:account:last:using:)`` and ``edit(_:_:)``.
  public func acceptIfNew(
    _ password: Span<UInt8>, account: AccountID, last: Int, using digester: PasswordDigester,
    at date: HistoryDate
  ) async throws(HistoryError) -> ReuseAnswer {
    var answer = ReuseAnswer.reused
    try await compare(password, account, digester) { history, comparison throws(HistoryError) in
      answer = try history.acceptIfNew(&comparison, last: last, at: date)
    }
    return answer
  }

  /// Atomically checks the password and records it as pending in the run, if it is new and the run
  /// has minted none for the account.
  ///
  /// Then write it to the output, and ``confirm(_:run:)``.
  ///
  /// - Throws: the errors of ``check(_:account:last:using:)`` and ``edit(_:_:)``.
  public func mint(
    _ password: Span<UInt8>, account: AccountID, run: RunID, last: Int,
    using digester: PasswordDigester, at date: HistoryDate
  ) async throws(HistoryError) -> MintAnswer {
    var answer = MintAnswer.reused
    try await compare(password, account, digester) { history, comparison throws(HistoryError) in
      answer = try history.mint(&comparison, run: run, last: last, at: date)
    }
    return answer
  }

  /// Compares outside the transaction first where that takes Argon2id, so that other writers only
  /// wait for the comparison with what was recorded in between.
  private func compare(
    _ password: Span<UInt8>, _ account: AccountID, _ digester: PasswordDigester,
    _ body: (inout AccountHistory, inout Comparison) throws(HistoryError) -> Void
  ) async throws(HistoryError) {
    var comparison = try Comparison(password, account: account, digester: digester)
    let known = try await entries(of: account)
    guard comparison.needsArgon2id(toRecordIn: known) else {
      return try await edit([account]) { history throws(HistoryError) in
        try body(&history, &comparison)
      }
    }
    // Also the transaction: what was recorded in between may take Argon2id, and a synchronous store
    // runs it where it is called.
    try await PasswordDigester.threads.run { () async throws(HistoryError) in
      try comparison.prepare(for: known)
      try await edit([account]) { history throws(HistoryError) in
        try body(&history, &comparison)
      }
    }
  }
}

// MARK: - Many accounts

extension PasswordHistoryStore {
  /// Confirms that the passwords that the run minted for these accounts were written to its output.
  public func confirm(_ accounts: [AccountID], run: RunID) async throws(HistoryError) {
    try await edit(accounts) { history throws(HistoryError) in history.confirm(run) }
  }

  /// Releases the pending passwords of these accounts, which may have been written, so that the run
  /// mints others: they stay in the history.
  public func release(_ accounts: [AccountID], run: RunID) async throws(HistoryError) {
    try await edit(accounts) { history throws(HistoryError) in history.release(run) }
  }

  /// Withdraws the pending passwords of these accounts, which were certainly not written: removes
  /// them from the history.
  public func withdraw(_ accounts: [AccountID], run: RunID) async throws(HistoryError) {
    try await edit(accounts) { history throws(HistoryError) in history.withdraw(run) }
  }

  /// Returns what a run has minted so far, by account: what a resumed run skips, and what it has to
  /// ask about.
  ///
  /// - Complexity: O(*n*), where *n* is the number of entries of the store.
  public func minted(in run: RunID) async throws(HistoryError) -> [AccountID: Minting.State] {
    var states: [AccountID: Minting.State] = [:]
    try await visitEntries { account, entry throws(HistoryError) in
      if let minting = entry.minting, minting.run == run, states[account] == nil {
        states[account] = minting.state
      }
    }
    return states
  }

  /// Removes everything that is known about these accounts.
  public func forget(_ accounts: [AccountID]) async throws(HistoryError) {
    try await edit(accounts) { history throws(HistoryError) in history.removeAll { _ in true } }
  }

  /// Removes the oldest entries of every account; see ``prune(keeping:forgetsLargerUse:)``.
  @discardableResult
  public func prune(keeping count: Int) async throws(HistoryError) -> Int {
    try await prune(keeping: count, forgetsLargerUse: false)
  }

  /// Returns every account with its dates and kinds of digest, in byte order.
  ///
  /// - Complexity: O(*n*), where *n* is the number of entries of the store.
  public func summaries() async throws(HistoryError) -> [AccountSummary] {
    var summaries: [AccountSummary] = []
    try await visitEntries { account, entry throws(HistoryError) in
      let line = AccountSummary.Line(date: entry.date, kind: entry.digest.kind)
      if let last = summaries.indices.last, summaries[last].account == account {
        summaries[last].lines.append(line)
      } else {
        summaries.append(AccountSummary(account: account, lines: [line]))
      }
    }
    return summaries
  }
}

/// A summary of an account without secrets.
public struct AccountSummary: Hashable, Sendable {
  /// A summary of one value.
  public struct Line: Hashable, Sendable {
    /// When the value was last recorded.
    public let date: HistoryDate
    /// How its digest was made.
    public let kind: PasswordDigest.Kind
  }

  /// The account.
  public let account: AccountID
  /// Its values, newest first.
  public internal(set) var lines: [Line]
}
