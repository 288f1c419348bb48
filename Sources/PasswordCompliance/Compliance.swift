public import PasswordHistory
public import PasswordPolicy

/// Whether a password may be used: bad passwords, then mandatory strength, then reuse, then the
/// other rules of one policy.
///
/// ```swift
/// let compliance = Compliance(policy, reuse: ReuseCheck(account: alice, store: store, digester: digester))
/// let violations = try compliance.accept(password.bytes, at: .now)
/// ```
/// A person's own password gets one check; what a generator draws gets a `CompliantGenerator`.
public struct Compliance: Sendable {
  /// The rules.
  public let policy: CompiledPolicy
  /// The names of the account, of which a password may hold no part.
  public let context: PolicyContext?
  /// The earlier passwords; `nil`: none are looked up, whatever the policy says of reuse.
  public let reuse: ReuseCheck?

  /// Puts the checks together.
  public init(
    _ policy: CompiledPolicy, context: PolicyContext? = nil, reuse: ReuseCheck? = nil
  ) {
    self.policy = policy
    self.context = context
    self.reuse = reuse
  }

  private var last: Int { policy.comparedPasswords }

  /// All rules that a password breaks, in the order of the checks.
  ///
  /// Nothing is recorded; see ``accept(_:at:)``.
  ///
  /// - Parameter password: its UTF-8.
  /// - Returns: the violations; none when it complies.
  /// - Throws: `HistoryError` when the history cannot be read.
  /// - Complexity: that of the policy's check and of the history's.
  public func violations(of password: Span<UInt8>) throws(HistoryError) -> [Violation] {
    var violations = policy.violations(of: password, context: context)
    guard let reuse, last > 0, password.count <= CompiledPolicy.maximumBytes else {
      return violations
    }
    let answer = try reuse.store.check(
      password, account: reuse.account, last: last, using: reuse.digester)
    if answer == .reused { violations.insertReuse(last: last) }
    return violations
  }

  /// Checks a password and, if it complies, makes it the newest of the account, as one step: of two
  /// that do this with the same password at once, one is told that it is reused.
  ///
  /// - Parameters:
  ///   - password: its UTF-8.
  ///   - date: when it was accepted.
  /// - Returns: the violations, all of them; when there are any, nothing was recorded.
  /// - Throws: `HistoryError` when the history cannot be read or written.
  public func accept(
    _ password: Span<UInt8>, at date: HistoryDate
  ) throws(HistoryError) -> [Violation] {
    guard policy.isCompliant(password, context: context), let reuse else {
      return try violations(of: password)
    }
    let answer = try reuse.store.acceptIfNew(
      password, account: reuse.account, last: last, using: reuse.digester, at: date)
    return answer == .new ? [] : [Violation(rule: .reuse(last: last))]
  }
}

extension [Violation] {
  /// Puts reuse in its place: after bad passwords and mandatory strength.
  fileprivate mutating func insertReuse(last: Int) {
    let place = firstIndex { violation in
      switch violation.rule {
      case .badWord, .badPattern, .strengthLow: false
      default: true
      }
    }
    insert(Violation(rule: .reuse(last: last)), at: place ?? endIndex)
  }
}
