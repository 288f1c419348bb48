import PasswordGeneration
import PasswordPolicy

/// The lengths at which some password of a recipe, its own lengths aside, meets rules.
struct FeasibleLengths {
  /// The feasible length nearest to those of the recipe, which are not, the shorter one of two;
  /// `nil`: none is certain.
  private(set) var nearest: Int?

  /// How far lengths are looked at: this many times the longest of the recipe, and a bit more.
  private static let reach = 4
  private static let least = 64
  /// The most steps over edges that are taken.
  private static let budget = 20_000_000

  /// - Returns: `nil` for recipes whose length is not free: those with a pattern or words.
  init?(_ recipe: CompiledRecipe, _ policy: CompiledPolicy, rules: [Rule]) {
    guard let segment = recipe.segment, recipe.phrase == nil, case .uniform = segment.shape else {
      return nil
    }
    let own = segment.lengths
    let longest = min(CharacterRecipe.maximumLength, Self.reach * own.upperBound + Self.least)
    guard let widened = Self.widened(recipe.recipe, longest: longest) else { return nil }
    let held = AutomatonRules(rules, policy, widened)
    // What is not held may refuse every password of a length.
    guard held.omitted.isEmpty,
      let automaton = PasswordAutomaton(widened, held, edgeBudget: Self.budget / longest)
    else { return }
    nearest = automaton.acceptedLengths.filter { !own.contains($0) }.min { left, right in
      (Self.distance(left, own), left) < (Self.distance(right, own), right)
    }
  }

  private static func distance(_ length: Int, _ range: ClosedRange<Int>) -> Int {
    max(range.lowerBound - length, length - range.upperBound, 0)
  }

  /// The recipe with all lengths up to `longest` that it can have.
  private static func widened(_ recipe: PasswordRecipe, longest: Int) -> CompiledRecipe? {
    // Each of five classes may have to occur.
    for shortest in 1...CharacterClass.allCases.count {
      var widened = recipe
      widened.characters?.minLength = shortest
      widened.characters?.maxLength = longest
      if let compiled = try? CompiledRecipe(widened) { return compiled }
    }
    return nil
  }
}

extension PasswordAutomaton {
  /// The lengths at which some path is accepted, ascending; for recipes without pattern and words.
  ///
  /// - Complexity: O(*n* · *e*) for *n* characters and *e* edges.
  var acceptedLengths: [Int] {
    guard let lengths else { return [] }
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
      let isAccepted = zip(isReached, isAccepting).contains { $0 && $1 }
      if isAccepted, lengths.contains(length) { accepted.append(length) }
    }
    return accepted
  }
}
