import ExactIntegers
import PasswordGeneration
import PasswordPolicy

/// What of compliance can be counted: the passwords of a recipe that meet the rules of a policy,
/// all but those that are too much for an automaton.
struct KnownCompliance: Sendable {
  /// The automaton that holds the rules.
  let automaton: PasswordAutomaton
  /// What it leaves out.
  let omissions: AutomatonRules.Omissions
  /// The compliant draws of each length of the recipe that is allowed.
  private(set) var compliant: [LengthCount]
  /// All draws of each length of the recipe.
  let all: [LengthCount]
  /// The rules that are not counted.
  private(set) var unknown: [Rule]
  /// Whether the likeliest passwords may be among the listed words, so that the min-entropy is a
  /// lower bound.
  private(set) var mayListLikeliest = false

  /// Counts with as few omissions as the budgets allow.
  ///
  /// - Returns: `nil` when even the rules that take few states are too much, or for words that are
  ///   not ASCII.
  init?(
    _ recipe: CompiledRecipe, _ policy: CompiledPolicy, rules: [Rule], limits: PlanLimits
  ) {
    for omissions in AutomatonRules.Omissions.inOrder {
      let known = KnownCompliance(
        recipe, policy, rules: rules, omitting: omissions, limits: limits)
      if let known {
        self = known
        return
      }
    }
    return nil
  }

  /// Counts with some omissions.
  init?(
    _ recipe: CompiledRecipe, _ policy: CompiledPolicy, rules: [Rule],
    omitting omissions: AutomatonRules.Omissions, limits: PlanLimits
  ) {
    guard let all = Self.count(recipe, policy, rules: [], omitting: [], limits),
      let held = Self.count(recipe, policy, rules: rules, omitting: omissions, limits)
    else { return nil }
    self.all = all.counts
    self.omissions = omissions
    automaton = held.automaton
    compliant = held.counts
    unknown = held.automaton.rules.omitted
  }

  /// The words of a list that passwords must not be, taken off the count.
  ///
  /// Each is looked up in the automaton, which takes some tens of nanoseconds, or some microseconds
  /// for one that the recipe can draw.
  ///
  /// - Returns: `nil` when something else keeps the count from being exact anyhow.
  func withoutListedWords(of policy: CompiledPolicy) -> KnownCompliance? {
    guard unknown == [.badWord(match: .whole)], automaton.fixedSteps == 0 else { return nil }
    var listed = ListedWords()
    policy.forEachWholeWord { listed.add($0, automaton) }
    var result = self
    result.unknown = []
    result.compliant = compliant.map { count in
      guard let found = listed.found[count.length] else { return count }
      if found.greatestLogWeight > count.greatestLogWeight - 1e-9, count.meanLogWeight > 0 {
        result.mayListLikeliest = true
      }
      return count.subtracting(found)
    }
    return result
  }

  private static func count(
    _ recipe: CompiledRecipe, _ policy: CompiledPolicy, rules: [Rule],
    omitting: AutomatonRules.Omissions, _ limits: PlanLimits
  ) -> (automaton: PasswordAutomaton, counts: [LengthCount])? {
    let held = AutomatonRules(rules, policy, recipe, omitting: omitting)
    guard let automaton = PasswordAutomaton(recipe, held, edgeBudget: limits.edges),
      let counts = automaton.counts(budget: limits.additions)
    else { return nil }
    return (automaton, counts)
  }

  /// Whether it is certain that no password of a recipe meets rules.
  static func isImpossible(
    _ recipe: CompiledRecipe, _ policy: CompiledPolicy, rules: [Rule], limits: PlanLimits
  ) -> Bool {
    guard let held = KnownCompliance(recipe, policy, rules: rules, limits: limits) else {
      return CountConflict.isCertain(recipe, policy, rules: rules)
    }
    return (held.withoutListedWords(of: policy) ?? held).isImpossible
  }

  /// Whether no password meets the rules.
  var isImpossible: Bool { compliant.allSatisfy { $0.count == 0 } }

  /// The shares of the lengths of the recipe that comply.
  var shares: [(length: Int, share: LengthChoice.Share)] {
    all.map { all in
      let compliant = compliant.first { $0.length == all.length }?.weight ?? 0
      return (all.length, LengthChoice.Share(compliant: compliant, all: all.weight))
    }
  }
}
