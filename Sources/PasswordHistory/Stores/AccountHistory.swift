/// The history of one account inside a transaction of a store.
///
/// All changes are recorded when the transaction ends, or none. Its methods compute digests where
/// they are called, Argon2id included.
///
/// ```swift
/// try await store.edit(accounts) { history throws(HistoryError) in
///   repeat { password = draw() }
///   while try history.acceptIfNew(password.bytes, last: 5, using: digester, at: .now) == .reused
/// }
/// ```
public struct AccountHistory: Sendable {
  /// A change for the store to write.
  public enum Change: Hashable, Sendable {
    /// Remove the entry with this sequence number.
    case remove(sequence: Int64)
    /// Add an entry.
    case insert(HistoryEntry)
  }

  /// The account.
  public let account: AccountID
  /// The entries, of distinct values, newest first.
  public private(set) var entries: [HistoryEntry]
  /// The maximum number of values that a password was ever compared with, in the whole store.
  public private(set) var largestLast: Int
  /// The changes, in order.
  public private(set) var changes: [Change] = []

  /// Makes a history, as a store does at the start of a transaction.
  ///
  /// - Parameters:
  ///   - account: the account.
  ///   - entries: its entries, newest first.
  ///   - largestLast: the maximum number of values that a password was ever compared with.
  public init(account: AccountID, entries: [HistoryEntry], largestLast: Int) {
    self.account = account
    self.entries = entries
    self.largestLast = largestLast
  }

  /// Records that passwords are compared with the newest `last` values from now on, so that pruning
  /// keeps them.
  public mutating func remember(last: Int) {
    largestLast = max(largestLast, last)
  }

  /// Removes the entries that meet a condition.
  public mutating func removeAll(where condition: (HistoryEntry) -> Bool) {
    for entry in entries where condition(entry) {
      changes.append(.remove(sequence: entry.sequence))
    }
    entries.removeAll(where: condition)
  }

  private mutating func remove(at position: Int) -> HistoryEntry {
    let entry = entries.remove(at: position)
    changes.append(.remove(sequence: entry.sequence))
    return entry
  }

  /// Replaces an entry with one that has the same sequence number.
  mutating func put(_ entry: HistoryEntry, at position: Int) {
    changes.append(.remove(sequence: entries[position].sequence))
    changes.append(.insert(entry))
    entries[position] = entry
  }

  private mutating func insertNewest(
    _ digest: PasswordDigest, date: HistoryDate, minting: Minting?
  ) {
    let entry = HistoryEntry(
      sequence: newestSequence + 1, digest: digest, date: date, minting: minting)
    entries.insert(entry, at: 0)
    changes.append(.insert(entry))
  }

  // The number of an entry that was just removed is not used again.
  private var newestSequence: Int64 {
    changes.reduce(entries.first?.sequence ?? 0) { newest, change in
      switch change {
      case .remove(let sequence): max(newest, sequence)
      case .insert(let entry): max(newest, entry.sequence)
      }
    }
  }
}

// MARK: - Checking and recording

extension AccountHistory {
  /// Whether the password is none of the newest `last` values.
  func check(
    _ comparison: inout Comparison, last: Int
  ) throws(HistoryError) -> ReuseAnswer {
    precondition(last >= 0, "PasswordHistory: a negative number of values")
    let window = entries.prefix(last)
    return try comparison.position(in: window, required: window.count) == nil
      ? .new : .reused
  }

  /// Makes the password the newest value, moving an existing one.
  @discardableResult
  mutating func record(
    _ comparison: inout Comparison, at date: HistoryDate, run: RunID? = nil
  ) throws(HistoryError) -> HistoryEntry? {
    let position = try comparison.position(in: entries, required: max(1, largestLast))
    let old = position.map { remove(at: $0) }
    var digest: PasswordDigest
    if let old, !comparison.digester.needsUpgrade(old.digest) {
      digest = old.digest
    } else {
      digest = try comparison.digest()
    }
    let minting =
      run.map { Minting(run: $0, state: old == nil ? .pending : .pendingAgain) } ?? old?.minting
    insertNewest(digest, date: date, minting: minting)
    return old
  }

  mutating func acceptIfNew(
    _ comparison: inout Comparison, last: Int, at date: HistoryDate, run: RunID? = nil
  ) throws(HistoryError) -> ReuseAnswer {
    let answer = try check(&comparison, last: last)
    remember(last: last)
    if answer == .new { try record(&comparison, at: date, run: run) }
    return answer
  }

  /// Whether the password is none of the newest `last` values, including the current one.
  ///
  /// - Throws: ``HistoryError/wrongKey(needed:given:)`` when one of those values is under a key
  ///   that the digester does not have; the errors of `PasswordDigester.matches`.
  /// - Complexity: one keyed hash, and Argon2id once for each value by Argon2id.
  public func check(
    _ password: Span<UInt8>, last: Int, using digester: PasswordDigester
  ) throws(HistoryError) -> ReuseAnswer {
    var comparison = try Comparison(password, account: account, digester: digester)
    return try check(&comparison, last: last)
  }

  /// Makes the password the newest value.
  ///
  /// An existing value moves, with a new digest if the old one needs an upgrade.
  ///
  /// - Throws: the errors of ``check(_:last:using:)``.
  /// - Complexity: that of ``check(_:last:using:)`` for all values kept.
  public mutating func record(
    _ password: Span<UInt8>, using digester: PasswordDigester, at date: HistoryDate
  ) throws(HistoryError) {
    var comparison = try Comparison(password, account: account, digester: digester)
    try record(&comparison, at: date)
  }

  /// Makes the password the newest value unless it is one of the newest `last`.
  ///
  /// - Throws: the errors of ``check(_:last:using:)``.
  /// - Complexity: that of ``check(_:last:using:)`` for all values kept.
  public mutating func acceptIfNew(
    _ password: Span<UInt8>, last: Int, using digester: PasswordDigester, at date: HistoryDate
  ) throws(HistoryError) -> ReuseAnswer {
    var comparison = try Comparison(password, account: account, digester: digester)
    return try acceptIfNew(&comparison, last: last, at: date)
  }
}
