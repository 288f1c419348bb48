import PasswordPolicy

/// What was wrong with the passwords of all attempts.
public struct ExhaustedRetries: Hashable, Sendable {
  /// How many passwords were drawn.
  public internal(set) var attempts = 0
  /// How many of them broke a rule, by the code of the rule; one password may break several.
  public internal(set) var violations: [String: Int] = [:]

  /// Counts no attempt.
  init() {}

  mutating func add(_ violations: [Violation]) {
    attempts += 1
    for violation in violations { self.violations[violation.code, default: 0] += 1 }
  }
}

extension ExhaustedRetries: CustomStringConvertible {
  /// The counts, the most frequent first: `11 attempts: types.few 9, length.short 2`.
  public var description: String {
    let counts = violations.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
    let list = counts.map { "\($0.key) \($0.value)" }.joined(separator: ", ")
    return "\(attempts) \(attempts == 1 ? "attempt" : "attempts"): \(list)"
  }
}
