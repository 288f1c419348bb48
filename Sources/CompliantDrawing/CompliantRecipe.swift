import ExactIntegers
public import PasswordGeneration
public import PasswordPolicy

/// A recipe and a policy that its passwords comply with.
///
/// ```swift
/// let recipe = try CompliantRecipe(CompiledRecipe(PasswordRecipe(length: 16)), policy: policy)
/// var generator = try CompliantGenerator(recipe)
/// let password = try generator.next()
/// ```
/// What is drawn has exactly the distribution of the recipe restricted to compliant passwords,
/// whichever ``strategy`` draws it. Immutable, and shared freely between threads.
public struct CompliantRecipe: Sendable {
  /// What is drawn.
  public let recipe: CompiledRecipe
  /// What it complies with.
  public let policy: CompiledPolicy
  /// Whose password it is.
  public let context: PolicyContext?
  /// How passwords are drawn.
  public var strategy: DrawingStrategy {
    switch plan.sampler {
    case nil: .rejection
    case .automaton: .automaton
    case .counts: .counts
    }
  }
  /// The rules that draws can break beyond what is known beforehand: words, patterns and names, or
  /// whatever an automaton has no room for.
  ///
  /// A draw that breaks one of them is an attempt that failed, and the number of attempts is
  /// limited. A draw that breaks other rules is drawn anew without being counted, since it is
  /// known how seldom that happens.
  public var retriedRules: [Rule] { plan.retriedRules }
  /// The chance that a draw of the recipe as such complies; `nil` where some rule's share in that
  /// is not known.
  public var exactChance: ComplianceChance? { plan.exactChance }

  /// The rules whose share in the chance, the counts and the entropy is not known.
  public var uncountedRules: [Rule] { plan.unknown }
  /// The chance that an attempt meets the ``retriedRules``, where that is known; `nil` without such
  /// rules, and where ``estimatedChance(draws:)`` has to find it.
  public var attemptChance: ComplianceChance? {
    retriedRules.isEmpty ? nil : plan.attemptChance
  }

  let plan: CompliancePlan

  /// Counts the passwords that comply, and refuses what has none.
  ///
  /// - Parameters:
  ///   - recipe: what to draw.
  ///   - policy: what it is to comply with.
  ///   - context: whose password it is.
  /// - Throws: ``DrawingError/impossible(_:)`` when the rules that can be counted leave nothing.
  /// - Complexity: bounded by some 1.3 s of counting and 48 MiB; milliseconds for common policies.
  public init(
    _ recipe: CompiledRecipe, policy: CompiledPolicy, context: PolicyContext? = nil
  ) throws(DrawingError) {
    try self.init(recipe, policy: policy, context: context, limits: PlanLimits())
  }

  /// Makes a recipe within other limits than the usual ones.
  package init(
    _ recipe: CompiledRecipe, policy: CompiledPolicy, context: PolicyContext? = nil,
    limits: PlanLimits
  ) throws(DrawingError) {
    self.recipe = recipe
    self.policy = policy
    self.context = context
    let rules = policy.policy.rules + (context == nil ? [] : [.contextWord])
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
public enum DrawingStrategy: String, CaseIterable, Hashable, Sendable {
  /// Draws of the recipe, those that do not comply being drawn anew: the fastest way where most
  /// draws comply.
  case rejection
  /// Walks through an automaton of which every path complies, each with its share: no draw is in
  /// vain, however few passwords comply.
  case automaton
  /// Draws how many characters of each class there are, each choice with its share, then their
  /// order and the characters: no draw is in vain, for bounds that are too many for an automaton.
  case counts
}
