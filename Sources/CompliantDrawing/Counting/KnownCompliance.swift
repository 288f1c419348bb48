import ExactIntegers
import PasswordGeneration
import PasswordPolicy

/// What is known of compliance by counting: the passwords of a recipe that meet the rules of a
/// policy, except rules that are too large for an automaton.
struct KnownCompliance: Sendable {
  /// The model that enforces the rules.
  enum Model: Sendable {
    case automaton(PasswordAutomaton)
    /// A tree of sets, and the weights of its nodes; without weights nothing complies.
    case counts(CountTree, CountTables?)
  }

  let model: Model
  /// The kinds of rules that the model omits.
  let omissions: AutomatonRules.Omissions
  /// The compliant draws of each allowed length of the recipe.
  private(set) var compliant: [LengthCount]
  /// All draws of each length of the recipe.
  let all: [LengthCount]
  /// The rules that are not counted.
  private(set) var unknown: [Rule]
  /// Whether the likeliest passwords may be among the listed words, in which case the min-entropy
  /// is a lower bound.
  private(set) var mayListLikeliest = false

  /// Counts with as few omissions as the budgets allow.
  ///
  /// - Returns: `nil` when even the rules that take few states exceed the budgets, or for words
  ///   that are not ASCII.
  init?(
    _ recipe: CompiledRecipe, _ policy: CompiledPolicy, rules: [Rule], limits: PlanLimits
  ) {
    guard let all = Self.all(recipe, policy, limits) else { return nil }
    let tree = CountTree(recipe, policy, rules: rules)
    let isPlain = tree?.unknown.isEmpty ?? false
    func counted() -> KnownCompliance? {
      tree.flatMap { KnownCompliance($0, all: all, limits: limits) }
    }
    if isPlain, AutomatonRules(rules, policy, recipe).countStates > limits.countStates,
      let known = counted()
    {
      self = known
      return
    }
    for omissions in AutomatonRules.Omissions.inOrder {
      if omissions != [], isPlain { break }
      let known = KnownCompliance(
        recipe, policy, rules: rules, all: all, omitting: omissions, limits: limits)
      if let known {
        self = known
        return
      }
    }
    guard let known = counted() else { return nil }
    self = known
  }

  /// Counts with given omissions.
  init?(
    _ recipe: CompiledRecipe, _ policy: CompiledPolicy, rules: [Rule], all: [LengthCount],
    omitting omissions: AutomatonRules.Omissions, limits: PlanLimits
  ) {
    let held = Self.count(recipe, policy, rules: rules, omitting: omissions, limits)
    guard let held else { return nil }
    self.all = all
    self.omissions = omissions
    model = .automaton(held.automaton)
    compliant = held.counts
    unknown = held.automaton.rules.omitted
  }

  /// Counts by the number of characters of each class.
  init?(_ tree: CountTree, all: [LengthCount], limits: PlanLimits) {
    guard let counted = tree.counts(limits) else { return nil }
    self.all = all
    omissions = [.sequences, .texts, .runs]
    model = .counts(tree, counted.weights)
    compliant = counted.counts
    unknown = tree.unknown
  }

  /// Subtracts the words of a list that passwords must not equal.
  ///
  /// Each is looked up in the automaton, which takes tens of nanoseconds, or a few microseconds for
  /// a word that the recipe can draw.
  ///
  /// - Returns: `nil` when the count cannot be exact for another reason.
  func withoutListedWords(of policy: CompiledPolicy) -> KnownCompliance? {
    guard unknown == [.badWord(match: .whole)] else { return nil }
    guard case .automaton(let automaton) = model else {
      return listsNoLength(policy) ? withoutUnknown : nil
    }
    guard automaton.fixedSteps == 0 else { return nil }
    var listed = ListedWords()
    policy.forEachWholeWord { listed.add($0, automaton) }
    var result = withoutUnknown
    result.compliant = compliant.map { count in
      guard let found = listed.found[count.length] else { return count }
      if found.maximumLogWeight > count.maximumLogWeight - 1e-9, count.meanLogWeight > 0 {
        result.mayListLikeliest = true
      }
      return count.subtracting(found)
    }
    return result
  }

  private var withoutUnknown: KnownCompliance {
    var result = self
    result.unknown = []
    return result
  }

  /// Whether no listed word is as long as a password.
  private func listsNoLength(_ policy: CompiledPolicy) -> Bool {
    let lengths = Set(compliant.map(\.length))
    var isListed = false
    policy.forEachWholeWord { isListed = isListed || lengths.contains($0.count) }
    return !isListed
  }

  /// Counts all draws of a recipe.
  private static func all(
    _ recipe: CompiledRecipe, _ policy: CompiledPolicy, _ limits: PlanLimits
  ) -> [LengthCount]? {
    count(recipe, policy, rules: [], omitting: [], limits)?.counts
      ?? CountTree(recipe, policy, rules: [])?.counts(limits)?.counts
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

  /// Whether it is certain that no password of a recipe meets the rules.
  static func isImpossible(
    _ recipe: CompiledRecipe, _ policy: CompiledPolicy, rules: [Rule], limits: PlanLimits
  ) -> Bool {
    if let tree = CountTree(recipe, policy, rules: rules), tree.unknown.isEmpty {
      return tree.lengths == nil
    }
    guard let held = KnownCompliance(recipe, policy, rules: rules, limits: limits) else {
      return CountConflict.isCertain(recipe, policy, rules: rules)
    }
    return (held.withoutListedWords(of: policy) ?? held).isImpossible
  }

  /// Whether no password meets the rules.
  var isImpossible: Bool { compliant.allSatisfy { $0.count == 0 } }

  /// The share of each length of the recipe that complies.
  var shares: [(length: Int, share: LengthChoice.Share)] {
    all.map { all in
      let compliant = compliant.first { $0.length == all.length }?.weight ?? 0
      return (all.length, LengthChoice.Share(compliant: compliant, all: all.weight))
    }
  }
}
