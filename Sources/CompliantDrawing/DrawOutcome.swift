import PasswordPolicy

/// The outcome of a draw.
enum DrawOutcome {
  /// The password complies.
  case complies
  /// The draw breaks a rule whose chance of being broken is known: it is drawn again.
  case notCounted
  /// The draw is a failed attempt.
  case refused([Violation])
}

extension CompliantRecipe {
  /// The byte that follows each password in memory; no password contains it.
  static let terminator = UInt8(ascii: "\n")

  /// Checks a draw against the rules that draws can break; reuse is not checked.
  func outcome(of password: Span<UInt8>) -> DrawOutcome {
    if !plan.checks || policy.isCompliant(password, context: context) { return .complies }
    // Finding out which rules it breaks would allocate, and is not needed.
    if retriedRules.isEmpty { return .notCounted }
    let violations = policy.violations(of: password, context: context)
    let isCounted = violations.allSatisfy { plan.retried.contains($0.rule) }
    return isCounted ? .refused(violations) : .notCounted
  }
}
