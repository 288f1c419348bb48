public import PasswordHistory
public import PasswordPolicy

/// The check whether a password may be used: bad passwords, then mandatory strength, then reuse,
/// then the other rules of one policy.
///
/// ```swift
/// let reuse = ReuseCheck(account: alice, store: store, digester: digester)
/// let compliance = Compliance(policy, reuse: reuse)
/// let violations = try await compliance.accept(password.bytes, at: .now)
/// ```
/// A password that a person chose gets one check; generated passwords get a `CompliantGenerator`.
public struct Compliance: Sendable {
  /// The rules.
  public let policy: CompiledPolicy
  /// The names of the account, no part of which may occur in a password.
  public let context: PolicyContext?
  /// The earlier passwords; with `nil` none are looked up, whatever the policy requires.
  public let reuse: ReuseCheck?

  /// Combines the checks.
  public init(
    _ policy: CompiledPolicy, context: PolicyContext? = nil, reuse: ReuseCheck? = nil
  ) {
    self.policy = policy
    self.context = context
    self.reuse = reuse
  }

  private var last: Int { policy.comparedPasswords }

  /// Returns all rules that a password breaks, in the order of the checks.
  ///
  /// Nothing is recorded; see ``accept(_:at:)-(Span<UInt8>,_)``.
  ///
  /// - Parameter password: the password in UTF-8.
  /// - Returns: the violations; none when the password complies.
  /// - Throws: `HistoryError` when the history cannot be read.
  /// - Complexity: that of the policy's check and of the history's.
  public func violations(of password: Span<UInt8>) async throws(HistoryError) -> [Violation] {
    var violations = policy.violations(of: password, context: context)
    guard let reuse, last > 0, password.count <= CompiledPolicy.maximumBytes else {
      return violations
    }
    let answer = try await reuse.store.check(
      password, account: reuse.account, last: last, using: reuse.digester)
    if answer == .reused { violations.insertReuse(last: last) }
    return violations
  }

  /// Atomically checks a password and, if it complies, makes it the newest of the account: when two
  /// callers do this with the same password at once, one gets a reuse violation.
  ///
  /// - Parameters:
  ///   - password: the password in UTF-8.
  ///   - date: when the password was accepted.
  /// - Returns: all violations; when there are any, nothing was recorded.
  /// - Throws: `HistoryError` when the history cannot be read or written.
  public func accept(
    _ password: Span<UInt8>, at date: HistoryDate
  ) async throws(HistoryError) -> [Violation] {
    guard policy.isCompliant(password, context: context), let reuse else {
      return try await violations(of: password)
    }
    let answer = try await reuse.store.acceptIfNew(
      password, account: reuse.account, last: last, using: reuse.digester, at: date)
    return answer == .new ? [] : [Violation(rule: .reuse(last: last))]
  }
}

extension Compliance {
  /// All rules that a password breaks; see ``violations(of:)-(Span<UInt8>)``.
  ///
  /// A `String` cannot be wiped: prefer bytes where you have them.
  public func violations(of password: String) async throws(HistoryError) -> [Violation] {
    try await violations(of: password.utf8Span.span)
  }

  /// Checks a password and, if it complies, makes it the newest of the account; see
  /// ``accept(_:at:)-(Span<UInt8>,_)``.
  ///
  /// A `String` cannot be wiped: prefer bytes where you have them.
  public func accept(
    _ password: String, at date: HistoryDate
  ) async throws(HistoryError) -> [Violation] {
    try await accept(password.utf8Span.span, at: date)
  }
}

extension [Violation] {
  /// Inserts reuse in its position: after bad passwords and mandatory strength.
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
