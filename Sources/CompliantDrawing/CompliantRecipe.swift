import ExactIntegers
public import PasswordGeneration
public import PasswordPolicy

/// A recipe and the policy that its passwords comply with.
///
/// ```swift
/// let recipe = try CompliantRecipe(CompiledRecipe(PasswordRecipe(length: 16)), policy: policy)
/// var generator = try CompliantGenerator(recipe)
/// let password = try generator.next()
/// ```
/// Passwords have exactly the distribution of the recipe restricted to compliant passwords,
/// whichever ``strategy`` draws them. Immutable; threads can share it freely.
public struct CompliantRecipe: Sendable {
  /// The recipe to draw from.
  public let recipe: CompiledRecipe
  /// The policy that passwords comply with.
  public let policy: CompiledPolicy
  /// The names and values of the account that the password is for.
  public let context: PolicyContext?
  /// How passwords are drawn.
  public var strategy: DrawingStrategy {
    switch plan.sampler {
    case nil: .rejection
    case .automaton: .automaton
    case .counts: .counts
    }
  }
  /// The rules that draws can break beyond what is known in advance: words, patterns and names, and
  /// anything that an automaton has no room for.
  ///
  /// A draw that breaks one of them is a failed attempt, and the number of attempts is limited. A
  /// draw that breaks any other rule is drawn again without being counted, since it is known how
  /// rarely that happens.
  public var retriedRules: [Rule] { plan.retriedRules }
  /// The chance that an unrestricted draw of the recipe complies; `nil` when the share of some rule
  /// is not known.
  public var exactChance: ComplianceChance? { plan.exactChance }

  /// The rules whose share in the chance, the counts and the entropy is not known.
  public var uncountedRules: [Rule] { plan.unknown }
  /// The chance that an attempt meets the ``retriedRules``, where it is known; `nil` without such
  /// rules, and where ``estimatedChance(draws:)`` has to estimate it.
  public var attemptChance: ComplianceChance? {
    retriedRules.isEmpty ? nil : plan.attemptChance
  }

  let plan: CompliancePlan

  /// Counts the passwords that comply, and rejects a recipe that has none.
  ///
  /// - Parameters:
  ///   - recipe: the recipe to draw from.
  ///   - policy: the policy to comply with.
  ///   - context: the names and values of the account that the password is for.
  /// - Throws: ``DrawingError/impossible(_:)`` when no password meets the rules that can be
  ///   counted.
  /// - Complexity: bounded by about 1.3 s of counting and 48 MiB; milliseconds for common policies.
  public init(
    _ recipe: CompiledRecipe, policy: CompiledPolicy, context: PolicyContext? = nil
  ) throws(DrawingError) {
    try self.init(recipe, policy: policy, context: context, limits: PlanLimits())
  }

  /// Makes a recipe within custom limits.
  package init(
    _ recipe: CompiledRecipe, policy: CompiledPolicy, context: PolicyContext? = nil,
    limits: PlanLimits
  ) throws(DrawingError) {
    self.recipe = recipe
    self.policy = policy
    self.context = context
    let rules = policy.definition.rules + (context == nil ? [] : [.contextWord])
    plan = CompliancePlan(recipe, policy, rules: rules, context: context, limits: limits)
    let isImpossible =
      plan.listed?.isImpossible ?? plan.known?.isImpossible
      ?? CountConflict.isCertain(recipe, policy, rules: rules)
    if isImpossible {
      throw .impossible(
        PolicyConflict(recipe, policy, rules: rules, context: context, limits: limits))
    }
  }
}

/// How compliant passwords are drawn.
@nonexhaustive
public enum DrawingStrategy: String, CaseIterable, Hashable, Sendable {
  /// Draws from the recipe and draws again what does not comply: the fastest strategy where most
  /// draws comply.
  case rejection
  /// Walks through an automaton in which every path complies, choosing each with its exact share:
  /// no draw is wasted, however few passwords comply.
  case automaton
  /// Draws the number of characters of each class, each choice with its exact share, then their
  /// order and the characters: no draw is wasted, for bounds that are too many for an automaton.
  case counts
}
