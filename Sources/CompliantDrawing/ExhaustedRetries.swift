package import PasswordPolicy
import TextTools

/// The rules that the passwords of all attempts broke.
public struct ExhaustedRetries: Hashable, Sendable {
  /// The number of passwords drawn.
  public internal(set) var attempts = 0
  /// The number of passwords that broke each rule, by rule code; one password may break several.
  public internal(set) var violations: [String: Int] = [:]

  /// Starts with no attempts.
  package init() {}

  /// Adds an attempt that broke rules.
  package mutating func add(_ violations: [Violation]) {
    attempts += 1
    for violation in violations { self.violations[violation.code, default: 0] += 1 }
  }
}

extension ExhaustedRetries: CustomStringConvertible {
  /// The counts, most frequent first: `11 attempts: types.few 9, length.short 2`.
  public var description: String {
    let counts = violations.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
    let list = counts.map { "\($0.key) \($0.value)" }.joined(separator: ", ")
    return "\(attempts.counted("attempt")): \(list)"
  }
}
