import BigInt
import PasswordGeneration
import PasswordPolicy

/// Counts the draws of a recipe that meet rules, by the length of the segment.
///
/// A password is a number of steps, each of one character or one word. After each step it is known
/// how much weight the draws have that lead to each tally; tallies are capped, so that there are
/// few. Where runs count, a tally also holds the class of the last character and how often it
/// stands in a row: of a class of *s* characters, one goes on with the run and *s* − 1 begin
/// another.
struct ChanceCounter {
  /// The most steps from a tally to the next that are taken: about half a second of work.
  private static let budget = 1_000_000

  private let recipe: CompiledRecipe
  private let rules: CountedRules
  private let steps: CountingSteps
  private var work = 0

  /// - Returns: `nil` when the recipe is beyond counting.
  init?(_ recipe: CompiledRecipe, _ policy: CompiledPolicy, rules: [Rule]) {
    self.recipe = recipe
    let counted = CountedRules(
      rules, strengthRule: policy.policy.strength, countsLength: recipe.phrase != nil,
      countsRuns: recipe.phrase == nil)
    guard let steps = CountingSteps(recipe, policy, counted) else { return nil }
    self.rules = counted
    self.steps = steps
  }

  /// The rules that are not counted.
  var uncounted: [Rule] { rules.uncounted }

  /// The weight of the draws that meet the rules, for each length of the segment; 0 without one.
  ///
  /// - Returns: `nil` when that is more work than the budget allows.
  /// - Complexity: O(*n* · *t* · *c*) operations on integers of O(*n*) bits, for *n* steps, *t*
  ///   tallies and *c* classes of characters.
  mutating func weights() -> [(length: Int, weight: BigUInt)]? {
    var layer: [PasswordTally: BigUInt] = [PasswordTally(): 1]
    for step in steps.fixed {
      guard let next = advance(layer, step) else { return nil }
      layer = next
    }
    guard let plan = recipe.segment else { return [(0, accepted(layer, length: 0))] }
    let opens = recipe.phrase.map { $0.placement != .prefix } ?? true
    let closes = recipe.phrase.map { $0.placement != .append } ?? true
    var weights: [(Int, BigUInt)] = []
    for position in 0..<plan.lengths.upperBound {
      let atoms = (steps.pattern.isEmpty ? steps.alphabets[0] : steps.pattern[position])
        .filter { position > 0 || !opens || $0.canBeFirst }
      let length = position + 1
      if plan.lengths.contains(length) {
        let ending = closes ? atoms.filter(\.canBeLast) : atoms
        guard let last = advance(layer, ending) else { return nil }
        weights.append((length, accepted(last, length: length)))
      }
      guard length < plan.lengths.upperBound, let next = advance(layer, atoms) else {
        guard length == plan.lengths.upperBound else { return nil }
        break
      }
      layer = next
    }
    return weights
  }

  private func accepted(_ layer: [PasswordTally: BigUInt], length: Int) -> BigUInt {
    let required = recipe.segment?.requiredMask ?? 0
    return layer.reduce(into: BigUInt(0)) { sum, item in
      let characters = recipe.phrase == nil ? length : item.key[.length]
      if item.key.classes == required, rules.areMet(by: item.key, length: characters) {
        sum += item.value
      }
    }
  }

  private mutating func advance(
    _ layer: [PasswordTally: BigUInt], _ atoms: [CountingAtom]
  ) -> [PasswordTally: BigUInt]? {
    work += layer.count * atoms.count
    guard work <= Self.budget else { return nil }
    var next: [PasswordTally: BigUInt] = [:]
    for (tally, weight) in layer {
      for atom in atoms {
        var counts = tally.counts &+ atom.counts
        guard all(counts .<= rules.maximums) else { continue }
        counts = pointwiseMin(counts, rules.caps)
        var target = PasswordTally()
        target.counts = counts
        target.classes = tally.classes | atom.classes
        guard let maximumRun = rules.maximumRun else {
          next[target, default: 0] += weight * BigUInt(atom.alternatives * atom.weight)
          continue
        }
        target.lastClass = atom.characterClass
        target.run = 1
        let continues = tally.lastClass == atom.characterClass
        let others = atom.alternatives - (continues ? 1 : 0)
        if others > 0 {
          next[target, default: 0] += weight * BigUInt(others * atom.weight)
        }
        if continues, Int(tally.run) < maximumRun {
          target.run = tally.run + 1
          next[target, default: 0] += weight * BigUInt(atom.weight)
        }
      }
    }
    return next
  }
}
