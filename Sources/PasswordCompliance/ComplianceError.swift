public import PasswordGeneration
public import PasswordHistory
import PasswordPolicy

/// Why there is no compliant password.
public enum ComplianceError: Error, Hashable, Sendable {
  /// No password of the recipe can comply.
  case impossible(PolicyConflict)
  /// All attempts drew passwords that do not comply; a service answers this with HTTP 403.
  case exhausted(ExhaustedRetries)
  /// No length gives so many bits of min-entropy: the most that was found is `best`.
  case weak(bits: Double, best: Double)
  /// No length is known to give so many bits of min-entropy, and at some lengths rules could not be
  /// counted; `best` is the most that is known of a length, if anything is.
  case uncounted(bits: Double, best: Double?)
  /// Nothing could be drawn.
  case generator(GeneratorError)
  /// The history could not be read or written.
  case history(HistoryError)
}

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

extension ComplianceError: CustomStringConvertible {
  /// What is wrong and what to do; never a password.
  public var description: String {
    switch self {
    case .impossible(let conflict): conflict.description
    case .exhausted(let retries):
      "no compliant password in \(retries); "
        + "bring the recipe nearer to the policy or allow more retries"
    case .weak(let bits, let best):
      "no length reaches \(bits) bits of min-entropy: the most is \(best); "
        + "draw from more characters or loosen the policy"
    case .uncounted(let bits, let best):
      "no length is known to reach \(bits) bits of min-entropy: "
        + (best.map { "the most that is known is \($0), and " } ?? "")
        + "not all rules can be counted; give a length, or loosen the policy"
    case .generator(let error): error.description
    case .history(let error): error.description
    }
  }
}
