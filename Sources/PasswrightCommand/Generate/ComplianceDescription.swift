import Passwright
import TextTools

/// What is known about compliance before anything is drawn, for people.
struct ComplianceDescription {
  let policyName: String
  let recipe: CompliantRecipe
  let retries: Int
  let figures: ComplianceFigures
  let hasHistory: Bool

  func lines(count: Int) -> [String] {
    var lines = ["policy: \(policyName)"]
    let undrawn = recipe.recipe.undrawn(under: recipe.policy.definition)
    if !undrawn.isEmpty {
      lines.append("named by the policy but never drawn: \(undrawn.printable)")
    }
    if let exact = recipe.exactChance {
      lines.append("chance that a draw of the recipe complies: \(exact.value.significant) (exact)")
    }
    switch recipe.strategy {
    case .rejection: lines.append("drawn by: rejection, again until a draw complies")
    case .automaton: lines.append("drawn by: an automaton, in which no draw is wasted")
    case .counts: lines.append("drawn by: counts of characters, in which no draw is wasted")
    }
    if let chance = figures.chance { lines += retryLines(chance, count: count) }
    lines += entropyLines
    if let reuse = recipe.policy.definition.reuse, !hasHistory {
      lines.append(
        "reuse of the last \(String.counting(reuse.last, "password")): not checked without --history"
      )
    }
    return lines
  }

  private var entropyLines: [String] {
    let (entropy, method) = (figures.entropy, figures.method)
    return [
      "entropy under the policy: \(method.text(entropy.shannonBits, kind: " (Shannon)"))",
      "min-entropy under the policy: \(method.text(entropy.minEntropyBits))",
      "different passwords under the policy: \(entropy.isExact ? "" : "at most ")\(entropy.count)",
    ]
  }

  private func retryLines(_ chance: ComplianceChance, count: Int) -> [String] {
    let exhaustion = chance.chanceOfExhaustion(retries: retries)
    var lines = [
      "checked and retried: \(recipe.retriedRules.map(\.code).joined(separator: ", "))",
      "chance that an attempt complies: \(chance.value.significant) \(chance.origin)",
      """
      retries: \(retries.grouped); they run out for at most a fraction of \
      \(exhaustion.significant) of the passwords
      """,
    ]
    if exhaustion * Double(count) > 0.01 {
      lines.append(
        """
        the retries are likely to run out: allow more with --compliance-retries, or bring the \
        recipe closer to the policy
        """)
    }
    return lines
  }
}

extension ComplianceChance {
  /// How the chance was found.
  fileprivate var origin: String {
    switch method {
    case .exact: "(exact)"
    case .estimated(let draws): "(estimated: the share of \(draws.grouped) draws)"
    }
  }
}

extension EntropyMethod {
  /// How the entropy of a recipe without a policy is found.
  init(_ entropy: Entropy) { self = entropy.isExact ? .counted : .bounded }

  /// Bits, and how far they can be relied on.
  func text(_ bits: Double, kind: String = "") -> String {
    let bits = bits.rounded(toPlaces: 2)
    return switch self {
    case .counted: "\(bits) bits\(kind)"
    case .bounded: "at least \(bits) bits\(kind)"
    case .estimated(let draws):
      """
      at least \(bits) bits\(kind), estimated from \(draws.grouped) draws with 99.9999 % \
      confidence
      """
    case .notCounted: "not counted"
    }
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
