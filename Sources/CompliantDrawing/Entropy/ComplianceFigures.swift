public import PasswordGeneration

/// What is known of the passwords of a recipe under a policy.
public struct ComplianceFigures: Hashable, Sendable {
  /// The chance that an attempt meets the rules that are retried; `nil` when there are none.
  public let chance: ComplianceChance?
  /// The entropy of what is drawn.
  public let entropy: Entropy
  /// How the bits of ``entropy`` were found.
  public let method: EntropyMethod
}

extension CompliantRecipe {
  /// Finds the chance that an attempt complies, and with it the entropy of what is drawn.
  ///
  /// The chance is counted where it can be, and otherwise estimated from 10,000 draws, so that the
  /// figures then differ a little from call to call.
  ///
  /// - Returns: the figures.
  /// - Throws: ``DrawingError/generator(_:)`` when nothing can be drawn for an estimate.
  /// - Complexity: a pass over what is counted, and where the chance is estimated 10,000 checks.
  public func figures() throws(DrawingError) -> ComplianceFigures {
    let chance: ComplianceChance? =
      if retriedRules.isEmpty { nil } else if let attemptChance { attemptChance } else {
        try estimatedChance()
      }
    return ComplianceFigures(
      chance: chance, entropy: entropy(chance), method: entropyMethod(chance))
  }
}
