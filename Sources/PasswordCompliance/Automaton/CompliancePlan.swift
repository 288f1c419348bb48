import ExactIntegers
import PasswordGeneration
import PasswordPolicy

/// How the passwords of a recipe that comply with a policy are drawn, and what is known of them.
struct CompliancePlan: Sendable {
  /// What is counted; `nil` when nothing can be.
  let known: KnownCompliance?
  /// Draws what an automaton holds; `nil`: draws are those of the recipe.
  let sampler: AutomatonSampler?
  /// The rules that are not counted.
  let unknown: [Rule]
  /// The rules that attempts are limited for: those that are not counted, or all, where most draws
  /// break some.
  let retriedRules: [Rule]
  /// The chance that an attempt meets the rules that are counted.
  let knownInAttempts: Double
  /// Whether what is drawn can break a rule at all.
  let checks: Bool
  /// The chance that a draw of the recipe complies, if all of it is known.
  let exactChance: ComplianceChance?
  /// The chance that an attempt complies, if all of it is known and attempts are limited.
  let attemptChance: ComplianceChance?

  /// Where all is known and an attempt complies with at least this chance, attempts are not
  /// limited: 10,000 of them take some milliseconds.
  private static let leastKnown = 1e-4

  init(
    _ recipe: CompiledRecipe, _ policy: CompiledPolicy, rules: [Rule], limits: PlanLimits
  ) {
    let isShort = recipe.maximumBytes <= CompiledPolicy.maximumBytes
    let uncountable: [Rule] = isShort ? [] : [.lengthBytes(max: CompiledPolicy.maximumBytes)]
    let held = KnownCompliance(recipe, policy, rules: rules, limits: limits)
    known = held?.withoutListedWords(of: policy) ?? held
    let chance = known.map { ComplianceChance($0.shares) }
    unknown = (known?.unknown ?? rules) + uncountable
    exactChance = unknown.isEmpty ? chance : nil
    let acceptance = chance?.value ?? 0
    if let held, let known, acceptance < limits.leastAcceptance, !known.isImpossible,
      let drawn = Self.sampler(recipe, policy, rules: rules, from: held, limits)
    {
      let rest = drawn.held.unknown.filter { !known.unknown.contains($0) }
      let drawnAcceptance = ComplianceChance(drawn.held.shares).value
      sampler = drawn.sampler
      let isSeldomMet = acceptance / drawnAcceptance < Self.leastKnown
      retriedRules = isSeldomMet ? unknown + rest : unknown
      attemptChance = exactChance.map { ComplianceChance($0, over: drawnAcceptance) }
      checks = !unknown.isEmpty || !rest.isEmpty
      knownInAttempts = 1
      return
    }
    sampler = nil
    checks = !rules.isEmpty
    attemptChance = exactChance
    let isLikely =
      acceptance >= limits.leastAcceptance || unknown.isEmpty && acceptance >= Self.leastKnown
    retriedRules = isLikely ? unknown : rules + uncountable
    knownInAttempts = isLikely ? 1 : acceptance
  }

  /// The sampler that holds most rules, and what is known of those.
  ///
  /// It begins with `first`, which has the fewest omissions that counting has room for: drawing
  /// takes more room and may omit more.
  private static func sampler(
    _ recipe: CompiledRecipe, _ policy: CompiledPolicy, rules: [Rule], from first: KnownCompliance,
    _ limits: PlanLimits
  ) -> (sampler: AutomatonSampler, held: KnownCompliance)? {
    for omissions in AutomatonRules.Omissions.inOrder.drop(while: { $0 != first.omissions }) {
      let held =
        omissions == first.omissions
        ? first
        : KnownCompliance(recipe, policy, rules: rules, omitting: omissions, limits: limits)
      guard let held,
        let sampler = AutomatonSampler(
          held.automaton, recipe, shares: held.shares, thresholdBudget: limits.thresholds,
          digits: limits.digits)
      else { continue }
      return (sampler, held)
    }
    return nil
  }
}
