public import CompliantDrawing
public import PasswordGeneration
public import PasswordHistory
public import PasswordPolicy
import Platform

extension CompliantGenerator where Source: ~Copyable {
  /// Draws one password that complies and that the account has not used, and records it there.
  ///
  /// ```swift
  /// var generator = try CompliantGenerator(recipe)
  /// let password = try await generator.next(recordedIn: reuse, at: .now)
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
  ) async throws(ComplianceError) -> Password {
    let last = recipe.policy.comparedPasswords
    var failures = ExhaustedRetries()
    while true {
      let password = try nextCompliant(in: context, after: &failures)
      if try await reuse.accept(password, last: last, at: date) { return password }
      failures.add([Violation(rule: .reuse(last: last))])
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
    var failures = ExhaustedRetries()
    while true {
      let password = try nextCompliant(in: context, after: &failures)
      if try history.mint(password, run: run, last: last, using: digester, at: date) {
        return password
      }
      failures.add([Violation(rule: .reuse(last: last))])
    }
  }

  private mutating func nextCompliant(
    in context: PolicyContext?, after failures: inout ExhaustedRetries
  ) throws(ComplianceError) -> Password {
    try rethrowing(as: ComplianceError.drawing) { () throws(DrawingError) in
      try next(context: context, after: &failures)
    }
  }
}

extension ReuseCheck {
  /// Makes the password the newest of the account unless it is reused; returns whether it did.
  fileprivate func accept(
    _ password: borrowing Password, last: Int, at date: HistoryDate
  ) async throws(ComplianceError) -> Bool {
    try await rethrowing(as: ComplianceError.history) { () async throws(HistoryError) in
      try await store.acceptIfNew(
        password.bytes, account: account, last: last, using: digester, at: date) == .new
    }
  }
}

extension AccountHistory {
  /// Makes the password the pending one of a run unless it is reused; returns whether it did.
  fileprivate mutating func mint(
    _ password: borrowing Password, run: RunID, last: Int, using digester: PasswordDigester,
    at date: HistoryDate
  ) throws(ComplianceError) -> Bool {
    try rethrowing(as: ComplianceError.history) { () throws(HistoryError) in
      try mint(password.bytes, run: run, last: last, using: digester, at: date) == .new
    }
  }
}

extension CompiledPolicy {
  /// The number of earlier passwords that a password is compared with; 0 without a rule.
  var comparedPasswords: Int { definition.reuse?.last ?? 0 }
}
