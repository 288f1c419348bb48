public import CompliantDrawing
public import PasswordGeneration
public import PasswordHistory
public import PasswordPolicy

extension CompliantGenerator where Source: ~Copyable {
  /// Draws one password that complies and that the account has not used, and records it there.
  ///
  /// ```swift
  /// var generator = try CompliantGenerator(recipe)
  /// let password = try generator.next(recordedIn: reuse, at: .now)
  /// ```
  /// The history checks and records it atomically, before it is returned. Reuse is looked up only
  /// for passwords that comply with everything else; a password that was used is a failed attempt.
  ///
  /// - Parameters:
  ///   - reuse: the account and its history.
  ///   - date: when the password was drawn.
  ///   - context: the account's names, in addition to those of the recipe.
  /// - Returns: the password.
  /// - Throws: ``ComplianceError/drawing(_:)`` with the violations of all attempts, or when drawing
  ///   fails; ``ComplianceError/history(_:)``.
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
  ///   - history: the history of the account, for which the run has minted nothing.
  ///   - run: the run.
  ///   - digester: how digests are made.
  ///   - date: when the password was drawn.
  ///   - context: the account's names, in addition to those of the recipe.
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
  /// The number of earlier passwords that a password is compared with; 0 without a rule.
  var comparedPasswords: Int { policy.reuse?.last ?? 0 }
}
