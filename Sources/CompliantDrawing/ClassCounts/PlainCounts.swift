import CharacterSets
import PasswordGeneration
import PasswordPolicy

/// The rules of a policy and a recipe that are plain counts of characters of sets.
struct PlainCounts {
  /// The minimum and maximum number of characters of a set.
  struct Bound {
    let characters: ASCIISet
    var minimum: Int
    var maximum: Int
  }

  /// The characters that may occur.
  let characters: ASCIISet
  /// The bounds, of sets that are disjoint or nested.
  let bounds: [Bound]
  let minimumLength: Int
  let maximumLength: Int
  /// The rules that are not plain counts.
  let unknown: [Rule]
  /// Whether a rule requires characters that are never drawn.
  let isImpossible: Bool

  /// - Returns: `nil` when two sets partly overlap.
  init?(_ recipe: CompiledRecipe, _ policy: CompiledPolicy, rules: [Rule]) {
    var counts: [Rule] = []
    var unknown: [Rule] = []
    for rule in rules {
      switch rule {
      case .lengthShort, .lengthLong, .few, .many, .symbolsFew, .symbolsMany, .setFew, .setMany,
        .disallowed:
        counts.append(rule)
      case .typesFew(let min):
        // All types that are drawn: one or more of each.
        let types = CharacterGroup.types.filter { group in
          recipe.alphabet.contains { policy.kinds(ofASCII: $0).contains(.of(group)) }
        }
        if types.count == min {
          counts += types.map { .few($0, min: 1) }
        } else if min > 0 {
          unknown.append(rule)
        }
      case .runLong(let max), .sequenceLong(let max):
        if max < recipe.maximumBytes { unknown.append(rule) }
      case .reuse: break
      case .first, .last, .firstDisallowed, .lastDisallowed, .contextWord, .badWord, .badPattern,
        .strengthLow, .encoding, .lengthBytes:
        unknown.append(rule)
      }
    }
    let held = AutomatonRules(counts, policy, recipe)
    characters = recipe.alphabet.intersection(held.allowed)
    self.unknown = unknown
    minimumLength = held.minimumLength
    maximumLength = held.maximumLength
    var bounds: [Bound] = []
    var isImpossible = characters.isEmpty
    for counter in held.counters where counter.minimum > 0 || counter.maximum < .max {
      let set = counter.characters.intersection(characters)
      if set.isEmpty {
        isImpossible = isImpossible || counter.minimum > 0
      } else if let known = bounds.firstIndex(where: { $0.characters == set }) {
        bounds[known].minimum = max(bounds[known].minimum, counter.minimum)
        bounds[known].maximum = min(bounds[known].maximum, counter.maximum)
      } else {
        bounds.append(
          Bound(characters: set, minimum: counter.minimum, maximum: counter.maximum))
      }
    }
    self.isImpossible = isImpossible
    self.bounds = bounds
    let sets = bounds.map(\.characters)
    let isTree = sets.indices.allSatisfy { index in
      sets[..<index].allSatisfy {
        $0.isDisjoint(with: sets[index]) || $0.isSubset(of: sets[index])
          || sets[index].isSubset(of: $0)
      }
    }
    guard isTree else { return nil }
  }
}
