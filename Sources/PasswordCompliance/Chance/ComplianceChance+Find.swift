import BigInt
import PasswordGeneration
import PasswordPolicy

extension ComplianceChance {
  /// Counts the chance that the counted rules of a policy are met.
  ///
  /// - Returns: the chance, and whether it is that of the whole policy; `nil` when it is beyond
  ///   counting.
  static func counted(
    _ recipe: CompiledRecipe, _ policy: CompiledPolicy, rules: [Rule]
  ) -> (chance: ComplianceChance, isComplete: Bool)? {
    guard var counter = ChanceCounter(recipe, policy, rules: rules),
      var all = ChanceCounter(recipe, policy, rules: []),
      let compliant = counter.weights(), let total = all.weights()
    else { return nil }
    let shares = zip(compliant, total).map { compliant, total in
      LengthShare(length: total.length, compliant: compliant.weight, all: total.weight)
    }
    let isShort = recipe.maximumBytes <= CompiledPolicy.maximumBytes
    return (ComplianceChance(shares), counter.uncounted.isEmpty && isShort)
  }

  /// A smallest set of rules that together leave nothing: each is needed for that.
  ///
  /// - Parameters:
  ///   - recipe: what is drawn.
  ///   - policy: the policy, for its sets and its meter.
  ///   - rules: rules that leave nothing.
  /// - Returns: those in conflict.
  static func conflict(
    _ recipe: CompiledRecipe, _ policy: CompiledPolicy, among rules: [Rule]
  ) -> [Rule] {
    var conflict = rules
    for rule in rules {
      let others = conflict.filter { $0 != rule }
      guard var counter = ChanceCounter(recipe, policy, rules: others),
        let weights = counter.weights()
      else { continue }
      if weights.allSatisfy({ $0.weight == 0 }) { conflict = others }
    }
    return conflict
  }

  /// Draws and checks.
  ///
  /// - Throws: `GeneratorError.source`.
  /// - Complexity: O(`draws`).
  static func estimated(
    _ recipe: CompiledRecipe, _ policy: CompiledPolicy, context: PolicyContext?, draws: Int
  ) throws(GeneratorError) -> ComplianceChance {
    var generator = try Generator(recipe)
    var buffer = try PasswordBuffer(recipe: recipe)
    var remaining = draws
    var compliant = 0
    while remaining > 0 {
      remaining -= try buffer.refill(remaining, terminator: terminator, from: &generator)
      compliant += buffer.filter(terminator: terminator) { block, line in
        policy.isCompliant(block.extracting(line), context: context)
      }
    }
    return ComplianceChance(compliant: compliant, of: draws)
  }

  private static let terminator = UInt8(ascii: "\n")
}
