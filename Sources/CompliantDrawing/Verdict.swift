import PasswordPolicy

/// What becomes of a draw.
enum Verdict {
  /// It is a compliant password.
  case complies
  /// It breaks a rule of which it is known how often that happens: it is drawn anew.
  case notCounted
  /// It is an attempt that failed.
  case refused([Violation])
}

extension CompliantRecipe {
  /// What passwords are followed by in memory: no password holds it.
  static let terminator = UInt8(ascii: "\n")

  /// Judges a draw by the rules that draws can break; reuse is not looked at.
  func verdict(on password: Span<UInt8>) -> Verdict {
    if !plan.checks || policy.isCompliant(password, context: context) { return .complies }
    // Which rules it breaks need not be found out, which allocates.
    if retriedRules.isEmpty { return .notCounted }
    let violations = policy.violations(of: password, context: context)
    let isCounted = violations.allSatisfy { plan.retried.contains($0.rule) }
    return isCounted ? .refused(violations) : .notCounted
  }
}
