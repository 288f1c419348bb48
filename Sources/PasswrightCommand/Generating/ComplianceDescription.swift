import Passwright

/// What is known of complying before anything is drawn, for people.
struct ComplianceDescription {
  let policyName: String
  let recipe: CompliantRecipe
  let retries: Int
  let chance: ComplianceChance
  let hasHistory: Bool

  /// The chance of complying: exact, or estimated by draws.
  static func chance(_ recipe: CompliantRecipe) throws(CommandFailure) -> ComplianceChance {
    if let exact = recipe.exactChance { return exact }
    do {
      return try recipe.estimatedChance()
    } catch {
      throw .compliance(error, name: StandardOutput.name)
    }
  }

  func lines(count: Int) -> [String] {
    var lines = [
      "policy: \(policyName)", "chance that a draw complies: \(chanceText)",
      "retries: \(retries.grouped); \(exhaustionText)",
    ]
    if (chance.chanceOfExhaustion(retries: retries) * Double(count)) > 0.01 {
      lines.append(
        """
        the retries are likely to run out: allow more with --compliance-retries, or bring the \
        recipe nearer to the policy
        """)
    }
    let bits = recipe.minEntropyBits(chance).rounded(toPlaces: 2)
    lines.append("entropy under the policy: at least \(bits) bits (Shannon and min-entropy)")
    if let reuse = recipe.policy.policy.reuse, !hasHistory {
      lines.append(
        "reuse of the last \(reuse.last) passwords: not checked without --history")
    }
    return lines
  }

  private var chanceText: String {
    switch chance.method {
    case .exact: "\(chance.value.significant) (exact)"
    case .estimated(let draws):
      "\(chance.value.significant) (estimated: the share of \(draws.grouped) draws)"
    }
  }

  private var exhaustionText: String {
    let exhaustion = chance.chanceOfExhaustion(retries: retries)
    let bound = chance.lowerBound == chance.value ? "" : "at most "
    return "they run out for \(bound)a share of \(exhaustion.significant) of the passwords"
  }
}

extension Double {
  /// The number with four significant digits: `0.9135`, `1.3e-05`.
  fileprivate var significant: String {
    guard self != 0 else { return "0" }
    var scale = 1.0
    var digits = magnitude
    while digits < 1000 {
      digits *= 10
      scale *= 10
    }
    return ((self * scale).rounded() / scale).description
  }
}
