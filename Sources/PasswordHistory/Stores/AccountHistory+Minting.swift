// A run writes a password to its output after recording it, so it can be interrupted in between. A
// password is first recorded as pending, then written, then confirmed: after an interruption the
// pending ones are known, and the caller, who alone knows what arrived, confirms, releases or
// withdraws each of them.
extension AccountHistory {
  /// Returns the state of a run for the account; `nil` when it has minted nothing for it.
  public func minting(in run: RunID) -> Minting? {
    entries.lazy.compactMap(\.minting).first { $0.run == run }
  }

  mutating func mint(
    _ comparison: inout Comparison, run: RunID, last: Int, at date: HistoryDate
  ) throws(HistoryError) -> MintAnswer {
    if let minting = minting(in: run) { return .minted(minting.state) }
    return switch try acceptIfNew(&comparison, last: last, at: date, run: run) {
    case .new: .new
    case .reused: .reused
    }
  }

  /// Makes the password the newest value, pending in the run, unless the run has already minted one
  /// for the account or the password is one of the newest `last`.
  ///
  /// - Throws: the errors of ``check(_:last:using:)``.
  public mutating func mint(
    _ password: Span<UInt8>, run: RunID, last: Int, using digester: PasswordDigester,
    at date: HistoryDate
  ) throws(HistoryError) -> MintAnswer {
    var comparison = try Comparison(password, account: account, digester: digester)
    return try mint(&comparison, run: run, last: last, at: date)
  }

  /// Confirms that the password that the run minted was written to its output.
  public mutating func confirm(_ run: RunID) {
    replace(pendingIn: run) { entry in
      HistoryEntry(
        sequence: entry.sequence, digest: entry.digest, date: entry.date,
        minting: Minting(run: run, state: .handedOut))
    }
  }

  /// Releases the pending password, which may have been written, so that the run mints another: it
  /// stays in the history, and no longer counts for the run.
  public mutating func release(_ run: RunID) {
    replace(pendingIn: run) { entry in
      HistoryEntry(
        sequence: entry.sequence, digest: entry.digest, date: entry.date, minting: nil)
    }
  }

  /// Withdraws the pending password, which was certainly not written: removes it from the history,
  /// unless its value was there before.
  public mutating func withdraw(_ run: RunID) {
    removeAll { $0.minting == Minting(run: run, state: .pending) }
    release(run)
  }

  private mutating func replace(
    pendingIn run: RunID, with replacement: (HistoryEntry) -> HistoryEntry
  ) {
    for position in entries.indices {
      guard let minting = entries[position].minting, minting.run == run, minting.isPending else {
        continue
      }
      put(replacement(entries[position]), at: position)
    }
  }
}

/// Whether a password was used before.
public enum ReuseAnswer: Hashable, Sendable {
  /// It is not among the values that it was compared with.
  case new
  /// It is one of them.
  case reused
}

/// The result of minting a password for an account.
public enum MintAnswer: Hashable, Sendable {
  /// It is recorded as pending: write it to the output, then confirm it.
  case new
  /// It was used before: draw another.
  case reused
  /// The run has already minted another for the account, which is in this state.
  case minted(Minting.State)
}
