public import CompliantDrawing
public import PasswordGeneration
public import PasswordHistory
public import PasswordPolicy

extension CompliantGenerator where Source: ~Copyable {
  /// Draws one password that complies and that the account has not used, and records it there.
  ///
  /// ```swift
  /// let password = try generator.next(recordedIn: reuse, at: .now)
  /// ```
  /// Whether it was used and that it now is are one step of the history: it is recorded before it
  /// is returned. Reuse is looked up for passwords that comply with all else; a password that was used
  /// is a failed attempt.
  ///
  /// - Parameters:
  ///   - reuse: the account and its history.
  ///   - date: when it was drawn.
  ///   - context: whose password it is, beside what the recipe knows.
  /// - Returns: the password.
  /// - Throws: ``ComplianceError/drawing(_:)`` with the violations of all attempts, or when nothing can
  ///   be drawn; ``ComplianceError/history(_:)``.
  public mutating func next(
    recordedIn reuse: ReuseCheck, at date: HistoryDate, context: PolicyContext? = nil
  ) throws(ComplianceError) -> Password {
    let last = recipe.policy.comparedPasswords
    do {
      return try next(context: context, unless: .reuse(last: last)) {
        (password: borrowing Password) throws(HistoryError) in
        try reuse.store.acceptIfNew(
          password.bytes, account: reuse.account, last: last, using: reuse.digester, at: date)
          == .new
      }
    } catch {
      throw ComplianceError(error)
    }
  }

  /// Draws one password that complies and that the account has not used, and makes it the pending
  /// one of a run, inside a transaction of a store.
  ///
  /// - Parameters:
  ///   - history: the account, which the run has minted nothing for.
  ///   - run: the run.
  ///   - digester: how digests are made.
  ///   - date: when it was drawn.
  ///   - context: whose password it is, beside what the recipe knows.
  /// - Returns: the password.
  /// - Throws: the errors of ``next(recordedIn:at:context:)``.
  public mutating func next(
    mintedIn history: inout AccountHistory, run: RunID, using digester: PasswordDigester,
    at date: HistoryDate, context: PolicyContext? = nil
  ) throws(ComplianceError) -> Password {
    let last = recipe.policy.comparedPasswords
    do {
      return try next(context: context, unless: .reuse(last: last)) {
        (password: borrowing Password) throws(HistoryError) in
        try history.mint(
          password.bytes, run: run, last: last, using: digester, at: date) == .new
      }
    } catch {
      throw ComplianceError(error)
    }
  }
}

extension ComplianceError {
  fileprivate init(_ error: AcceptanceError<HistoryError>) {
    self =
      switch error {
      case .drawing(let error): .drawing(error)
      case .acceptance(let error): .history(error)
      }
  }
}

extension CompiledPolicy {
  /// How many earlier passwords a password is compared with; 0 without a rule.
  var comparedPasswords: Int { policy.reuse?.last ?? 0 }
}
