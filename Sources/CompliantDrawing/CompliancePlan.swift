import ExactIntegers
import PasswordGeneration
import PasswordPolicy

/// How the passwords of a recipe that comply with a policy are drawn, and what is known about them.
struct CompliancePlan: Sendable {
  /// What can be counted; `nil` when nothing can.
  let known: KnownCompliance?
  /// The list of all draws, where counting leaves something open and the recipe has few draws.
  let listed: ListedCompliance?
  /// Draws passwords that meet the counted rules; `nil` to draw from the recipe itself.
  let sampler: Sampler?
  /// The rules that are not counted.
  let unknown: [Rule]
  /// The rules whose failed attempts are limited: those that are not counted, or all rules where
  /// most draws break one.
  let retriedRules: [Rule]
  /// ``retriedRules`` as a set.
  let retried: Set<Rule>
  /// The chance that an attempt meets the counted rules.
  let knownInAttempts: Double
  /// Whether a drawn password can break any rule.
  let checks: Bool
  /// The chance that a draw of the recipe complies, if it is known in full.
  let exactChance: ComplianceChance?
  /// The chance that an attempt complies, if it is known in full and attempts are limited.
  let attemptChance: ComplianceChance?

  /// Draws passwords that meet the counted rules.
  enum Sampler: Sendable {
    case automaton(AutomatonSampler)
    case counts(CountSampler)
  }

  /// The smallest chance at which attempts are unlimited, where that chance is known in full:
  /// 100,000 attempts take tens of milliseconds.
  private static let minimumKnown = 1e-5

  init(
    _ recipe: CompiledRecipe, _ policy: CompiledPolicy, rules: [Rule], context: PolicyContext?,
    limits: PlanLimits
  ) {
    let isShort = recipe.maximumBytes <= CompiledPolicy.maximumBytes
    let uncountable: [Rule] = isShort ? [] : [.lengthBytes(max: CompiledPolicy.maximumBytes)]
    let held = KnownCompliance(recipe, policy, rules: rules, limits: limits)
    known = held?.withoutListedWords(of: policy) ?? held
    let uncounted = (known?.unknown ?? rules) + uncountable
    let isExact = known.map { !$0.mayListLikeliest } ?? false
    let isSettled = isExact && uncounted.isEmpty && recipe.isDecodable
    listed =
      isSettled
      ? nil : ListedCompliance(recipe, policy, context: context, drawBudget: limits.listedDraws)
    let chance = (listed?.shares ?? known?.shares).map { ComplianceChance($0) }
    let unknown = listed == nil ? uncounted : []
    self.unknown = unknown
    exactChance = unknown.isEmpty ? chance : nil
    let acceptance = chance?.value ?? 0
    if let held, let known, acceptance > 0, acceptance < limits.minimumAcceptance,
      !known.isImpossible,
      let drawn = Self.sampler(recipe, policy, rules: rules, from: held, limits)
    {
      let rest = drawn.held.unknown.filter { !unknown.contains($0) }
      let drawnAcceptance = ComplianceChance(drawn.held.shares).value
      sampler = drawn.sampler
      // Below 2⁻¹⁰²² the quotient of the chances is meaningless.
      let isUnknown = !rest.isEmpty && drawnAcceptance < .leastNormalMagnitude
      let isSeldomMet = isUnknown || acceptance / drawnAcceptance < Self.minimumKnown
      retriedRules = isSeldomMet ? unknown + rest : unknown
      retried = Set(retriedRules)
      attemptChance =
        isUnknown ? nil : exactChance.map { ComplianceChance($0, over: drawnAcceptance) }
      checks = !unknown.isEmpty || !rest.isEmpty
      knownInAttempts = 1
      return
    }
    sampler = nil
    checks = !rules.isEmpty
    attemptChance = exactChance
    let isLikely =
      acceptance >= limits.minimumAcceptance || unknown.isEmpty && acceptance >= Self.minimumKnown
    retriedRules = isLikely ? unknown : rules + uncountable
    retried = Set(retriedRules)
    knownInAttempts = isLikely ? 1 : acceptance
  }

  /// Returns the sampler that enforces the most rules, and what is known about them.
  ///
  /// It starts from `first`, which has the fewest omissions that fit the limits of counting:
  /// drawing needs more memory and may omit more.
  private static func sampler(
    _ recipe: CompiledRecipe, _ policy: CompiledPolicy, rules: [Rule], from first: KnownCompliance,
    _ limits: PlanLimits
  ) -> (sampler: Sampler, held: KnownCompliance)? {
    for omissions in AutomatonRules.Omissions.inOrder.drop(while: { $0 != first.omissions }) {
      let held =
        omissions == first.omissions
        ? first
        : KnownCompliance(
          recipe, policy, rules: rules, all: first.all, omitting: omissions, limits: limits)
      if let held, let sampler = sampler(held, recipe, limits) { return (sampler, held) }
    }
    guard let tree = CountTree(recipe, policy, rules: rules),
      let held = KnownCompliance(tree, all: first.all, limits: limits),
      let sampler = sampler(held, recipe, limits)
    else { return nil }
    return (sampler, held)
  }

  private static func sampler(
    _ held: KnownCompliance, _ recipe: CompiledRecipe, _ limits: PlanLimits
  ) -> Sampler? {
    switch held.model {
    case .automaton(let automaton):
      AutomatonSampler(
        automaton, recipe, shares: held.shares, thresholdBudget: limits.thresholds,
        digits: limits.digits
      ).map { .automaton($0) }
    case .counts(let tree, let weights):
      weights.flatMap {
        CountSampler(
          tree, $0, shares: held.shares, thresholdBudget: limits.thresholds, digits: limits.digits)
      }.map { .counts($0) }
    }
  }
}
