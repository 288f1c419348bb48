import CharacterSets
import PasswordGeneration
import PasswordPolicy

/// Contradictions in the numbers of characters that rules require, found without an automaton, for
/// rules that are too large for one.
///
/// An answer of `true` is proven; `false` means nothing.
struct CountConflict {
  private let counters: [Counter]
  private let characters: ASCIISet
  private let shortest: Int
  private let longest: Int

  init(_ recipe: CompiledRecipe, _ policy: CompiledPolicy, rules: [Rule]) {
    let held = AutomatonRules(rules, policy, recipe)
    let lengths = recipe.segment?.lengths ?? 0...0
    counters = held.counters
    characters = recipe.alphabet.intersection(held.allowed)
    shortest = max(lengths.lowerBound, held.minimumLength)
    longest = min(lengths.upperBound, held.maximumLength)
  }

  /// Whether it is certain that no password of a recipe without words has the required numbers of
  /// characters.
  static func isCertain(
    _ recipe: CompiledRecipe, _ policy: CompiledPolicy, rules: [Rule]
  ) -> Bool {
    if let tree = CountTree(recipe, policy, rules: rules), tree.lengths == nil { return true }
    return recipe.phrase == nil && CountConflict(recipe, policy, rules: rules).isCertain
  }

  private var isCertain: Bool {
    shortest > longest || minimumLength > longest || greatest(of: characters) < shortest
      || counters.contains {
        $0.minimum > 0 && $0.characters.isDisjoint(with: characters)
          || $0.minimum > greatest(of: $0.characters)
          || $0.maximum < least(of: $0.characters)
      }
  }

  /// The sum of the minimums of disjoint sets, largest minimums first.
  var minimumLength: Int { least(of: characters) }

  private func least(of characters: ASCIISet) -> Int {
    var taken = ASCIISet()
    let inside = counters.filter { $0.characters.isSubset(of: characters) }
    return inside.sorted { $0.minimum > $1.minimum }.reduce(0) { sum, counter in
      guard counter.characters.isDisjoint(with: taken) else { return sum }
      taken.formUnion(counter.characters)
      return sum + counter.minimum
    }
  }

  /// Returns the sum of the maximums of sets that together contain all the given characters,
  /// smallest maximums first; `Int.max` where there are no such sets.
  private func greatest(of characters: ASCIISet) -> Int {
    var rest = characters
    var sum = 0
    for counter in counters.sorted(by: { $0.maximum < $1.maximum }) where counter.maximum < .max {
      if rest.isDisjoint(with: counter.characters) { continue }
      rest.subtract(counter.characters)
      sum += counter.maximum
    }
    return rest.isEmpty ? sum : .max
  }
}
