// A run writes a password out after it is recorded, so an interruption can fall between the two.
// Recorded first as pending, written out, then confirmed: after an interruption the pending ones
// are known, and the caller, who alone knows what arrived, confirms, releases or withdraws each.
extension AccountHistory {
  /// How far a run has come with the account; `nil` when it has minted nothing for it.
  public func minting(in run: RunID) -> Minting? {
    entries.lazy.compactMap(\.minting).first { $0.run == run }
  }

  mutating func mint(
    _ comparison: inout Comparison, run: RunID, last: Int, at date: HistoryDate
  ) throws(HistoryError) -> MintAnswer {
    if let minting = minting(in: run) { return .minted(minting.state) }
    return switch try unsafe acceptIfNew(&comparison, last: last, at: date, run: run) {
    case .new: .new
    case .reused: .reused
    }
  }

  /// Makes the password the newest value, pending in the run, unless the run has minted one for the
  /// account already or the password is one of the newest `last`.
  ///
  /// - Throws: the errors of ``check(_:last:using:)``.
  public mutating func mint(
    _ password: Span<UInt8>, run: RunID, last: Int, using digester: PasswordDigester,
    at date: HistoryDate
  ) throws(HistoryError) -> MintAnswer {
    try unsafe password.withUnsafeBytes { password throws(HistoryError) in
      var comparison = unsafe Comparison(password: password, account: account, digester: digester)
      return try unsafe mint(&comparison, run: run, last: last, at: date)
    }
  }

  /// The password that the run minted was written out.
  public mutating func confirm(_ run: RunID) {
    replace(pendingIn: run) { entry in
      HistoryEntry(
        sequence: entry.sequence, digest: entry.digest, date: entry.date,
        minting: Minting(run: run, state: .handedOut))
    }
  }

  /// The pending password may have been written out, and the run is to mint another: it stays in
  /// the history, and no longer counts for the run.
  public mutating func release(_ run: RunID) {
    replace(pendingIn: run) { entry in
      HistoryEntry(
        sequence: entry.sequence, digest: entry.digest, date: entry.date, minting: nil)
    }
  }

  /// The pending password was surely not written out: it leaves the history, unless its value was
  /// there before.
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
  /// It is none of the values it was compared with.
  case new
  /// It is one of them.
  case reused
}

/// What became of a password that a run minted for an account.
public enum MintAnswer: Hashable, Sendable {
  /// It is recorded as pending: write it out, then confirm.
  case new
  /// It was used before: draw another.
  case reused
  /// The run minted another for the account before, which is in this state.
  case minted(Minting.State)
}
