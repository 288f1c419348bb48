internal import CharacterSets
internal import PasswordGeneration
internal import PasswordPolicy
internal import Passwordstate
internal import TextTools

extension PasswordstateFormat {
  /// Returns the query that draws what the policy allows, as closely as possible.
  static func write(_ policy: Policy) -> (text: String, losses: LossReport) {
    var losses = LossReport()
    let requirements = CharacterRequirements(policy)
    let lengths = lengths(policy, losses: &losses)
    var drawn = requirements.drawn(policy)
    if policy.allowed == nil {
      losses.add(
        "$.allowed", .strengthened, "a query lists what it draws, here \(drawn.text.quoted)")
    } else if !drawn.isSubset(of: .printable) {
      losses.add("$.allowed", .strengthened, "a query draws printable ASCII only")
    }
    if drawn.isDisjoint(with: .printable) {
      drawn = CharacterRequirements(Policy()).drawn(Policy())
      losses.add("$.allowed", .dropped, "a query draws printable ASCII only, and none is allowed")
    }
    for requirement in requirements.counts where requirement.bounds.min ?? 0 > 0 {
      losses.add("\(requirement.path).min", .dropped, "a query does not guarantee any character")
    }
    losses.addGreatest(requirements, unknownTo: "a query")
    losses.addDropped(policy, unknownTo: "a query", except: [])
    let recipe = CharacterRecipe(drawing: drawn.ascii, length: lengths)
    do {
      let query = PasswordstateQuery(recipe: PasswordRecipe(characters: recipe))
      return (try query.queryString() + "\n", losses)
    } catch {
      fatalError("such a recipe has nothing that a query cannot say, and yet: \(error)")
    }
  }

  private static func lengths(_ policy: Policy, losses: inout LossReport) -> ClosedRange<Int> {
    let usual = policy.length.usualLength
    var least = usual
    if let min = policy.length.min, min > 0 {
      least = min
    } else {
      losses.add("$.length.min", .strengthened, "a query has a minimum length, here \(usual)")
    }
    guard let max = policy.length.max else {
      losses.add("$.length.max", .strengthened, "a query has a maximum length, here \(usual)")
      return least...max(least, usual)
    }
    if max == 0 {
      losses.add("$.length.max", .weakened, "a query draws one character or more")
    }
    return least...Swift.max(least, max)
  }
}
