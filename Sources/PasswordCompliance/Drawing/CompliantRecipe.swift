public import PasswordGeneration
public import PasswordPolicy
import Platform

/// A recipe and a policy that its passwords comply with, drawn until they do.
///
/// ```swift
/// let recipe = try CompliantRecipe(CompiledRecipe(PasswordRecipe(length: 16)), policy: policy)
/// var generator = try CompliantGenerator(recipe)
/// ```
/// What is drawn has exactly the distribution of the recipe restricted to compliant passwords:
/// drawing until one complies is rejection sampling. Immutable, and shared freely between threads.
public struct CompliantRecipe: Sendable {
  /// What is drawn.
  public let recipe: CompiledRecipe
  /// What it complies with.
  public let policy: CompiledPolicy
  /// Whose password it is.
  public let context: PolicyContext?
  /// The chance that one attempt complies, where rules of length, kinds, runs and position (and the
  /// strength that they make) decide that; `nil` where words, patterns, sequences or names do, or
  /// where the count would take too long: see ``estimatedChance(draws:)``.
  public let exactChance: ComplianceChance?

  /// Counts the chance of complying and refuses what has none.
  ///
  /// - Parameters:
  ///   - recipe: what to draw.
  ///   - policy: what it is to comply with.
  ///   - context: whose password it is.
  /// - Throws: ``ComplianceError/impossible(_:)`` when the rules that can be counted leave nothing.
  /// - Complexity: bounded by half a second of counting; milliseconds for common policies.
  public init(
    _ recipe: CompiledRecipe, policy: CompiledPolicy, context: PolicyContext? = nil
  ) throws(ComplianceError) {
    self.recipe = recipe
    self.policy = policy
    self.context = context
    let rules = policy.policy.rules + (context == nil ? [] : [.contextWord])
    let counted = ComplianceChance.counted(recipe, policy, rules: rules)
    if let counted, counted.chance.isNone {
      throw .impossible(ComplianceChance.conflict(recipe, policy, among: rules))
    }
    exactChance = counted.flatMap { $0.isComplete ? $0.chance : nil }
  }

  /// Estimates the chance that one attempt complies from draws of its own.
  ///
  /// - Parameter draws: how many, at least 1. With 10,000, one estimate in a million is too high by
  ///   0.026 or more.
  /// - Returns: the estimate.
  /// - Throws: `ComplianceError.generator`.
  /// - Complexity: O(`draws`); 10,000 take some milliseconds.
  public func estimatedChance(draws: Int = 10_000) throws(ComplianceError) -> ComplianceChance {
    precondition(draws > 0, "estimatedChance: no draws")
    do {
      return try .estimated(recipe, policy, context: context, draws: draws)
    } catch {
      throw .generator(error)
    }
  }

  /// A lower bound of the min-entropy and so of the Shannon entropy of what is drawn, in bits.
  ///
  /// A compliant password is 1/*p* times as likely as without the policy, *p* being the chance of
  /// complying: −log₂ of that costs log₂ 1/*p* bits. For recipes of one length and equal weights,
  /// and an exact chance, both entropies are just this.
  ///
  /// - Returns: the bits; 0 when an estimate leaves open whether anything complies.
  public func minEntropyBits(_ chance: ComplianceChance) -> Double {
    guard chance.lowerBound > 0 else { return 0 }
    return max(0, recipe.entropy().minEntropyBits + Platform.log2(chance.lowerBound))
  }
}
