import PasswordGeneration
import PasswordPolicy

/// The lengths at which some password of a recipe meets rules, whatever the recipe's own lengths.
struct FeasibleLengths {
  /// The feasible length nearest to the infeasible ones of the recipe, the shorter of two; `nil`
  /// when none is certain.
  private(set) var nearest: Int?

  /// The longest length examined: this many times the longest of the recipe, and slightly more.
  private static let reach = 4
  private static let least = 64
  /// The maximum number of steps over edges.
  private static let budget = 20_000_000

  /// - Returns: `nil` for recipes whose length is not free: those with a pattern, or with words
  ///   alone.
  init?(_ recipe: CompiledRecipe, _ policy: CompiledPolicy, rules: [Rule]) {
    guard let segment = recipe.segment, case .uniform = segment.shape else { return nil }
    let own = segment.lengths
    if let all = recipe.withAllLengths,
      let tree = CountTree(all, policy, rules: rules), tree.unknown.allSatisfy(Self.isWholeWord)
    {
      nearest = tree.possibleLengths.flatMap { Self.nearest(to: own, in: $0) }
      if !tree.unknown.isEmpty { confirm(recipe, policy, rules) }
      return
    }
    let longest = min(CharacterRecipe.maximumLength, Self.reach * own.upperBound + Self.least)
    guard let widened = recipe.with(longest: longest) else { return nil }
    let held = AutomatonRules(rules, policy, widened)
    // Rules that are not enforced may rule out every password of a length.
    guard held.omitted.allSatisfy(Self.isWholeWord),
      let automaton = PasswordAutomaton(widened, held, edgeBudget: Self.budget / longest)
    else { return }
    nearest = automaton.acceptedLengths.filter { !own.contains($0) }.min { left, right in
      (Self.distance(left, own), left) < (Self.distance(right, own), right)
    }
    if !held.omitted.isEmpty { confirm(recipe, policy, rules) }
  }

  /// Whole words rule out few passwords of a length, and are counted by themselves.
  private static func isWholeWord(_ rule: Rule) -> Bool {
    if case .badWord(.whole) = rule { true } else { false }
  }

  /// Keeps the length only if passwords of it remain besides the words.
  private mutating func confirm(
    _ recipe: CompiledRecipe, _ policy: CompiledPolicy, _ rules: [Rule]
  ) {
    guard let length = nearest, let fixed = recipe.with(lengths: length...length),
      KnownCompliance.isPossible(fixed, policy, rules: rules, limits: PlanLimits())
    else {
      nearest = nil
      return
    }
  }

  private static func distance(_ length: Int, _ range: ClosedRange<Int>) -> Int {
    max(range.lowerBound - length, length - range.upperBound, 0)
  }

  /// Returns the length in another, disjoint range that is nearest to a range.
  private static func nearest(
    to own: ClosedRange<Int>, in possible: ClosedRange<Int>
  ) -> Int? {
    if own.overlaps(possible) { return nil }
    return own.upperBound < possible.lowerBound ? possible.lowerBound : possible.upperBound
  }
}

extension CompiledRecipe {
  /// The recipe with all lengths that recipes can have.
  var withAllLengths: CompiledRecipe? { with(longest: CharacterRecipe.maximumLength) }

  /// Returns the recipe with all lengths up to `longest` that it can have.
  func with(longest: Int) -> CompiledRecipe? {
    // Each of five classes may have to occur.
    for shortest in 1...CharacterClass.allCases.count {
      if shortest <= longest, let widened = with(lengths: shortest...longest) { return widened }
    }
    return nil
  }
}

extension PasswordAutomaton {
  /// The lengths of the segment at which some path is accepted, ascending; for recipes without a
  /// pattern.
  ///
  /// - Complexity: O(*n* · *e*) for *n* characters and *e* edges.
  var acceptedLengths: [Int] {
    guard let lengths else { return [] }
    // The states from which the words and separators lead to an accepting state.
    var ends = isAccepting
    for kind in steps.fixedKinds.reversed() {
      let table = tables[kind]
      ends = ends.indices.map { state in
        table.row(state).contains { ends[Int(table.edges[$0].target)] }
      }
    }
    var isReached = [Bool](repeating: false, count: stateCount)
    isReached[Self.start] = true
    var accepted: [Int] = []
    let table = tables[steps.kind(ofPosition: 0)]
    for length in 1...lengths.upperBound {
      var next = [Bool](repeating: false, count: stateCount)
      for state in isReached.indices where isReached[state] {
        for edge in table.row(state) { next[Int(table.edges[edge].target)] = true }
      }
      isReached = next
      let isAccepted = zip(isReached, ends).contains { $0 && $1 }
      if isAccepted, lengths.contains(length) { accepted.append(length) }
    }
    return accepted
  }
}
