import ExactIntegers
import PasswordGeneration
import PasswordPolicy
import Platform

/// The result of listing and checking all draws of a recipe.
///
/// It serves recipes with few draws whose rules cannot be counted, or where different draws give
/// the same password.
struct ListedCompliance: Sendable {
  /// The compliant passwords of each length that has any.
  let lengths: [LengthEntropy]
  /// The entropy over all lengths.
  let entropy: Entropy
  /// The share of each length that complies.
  let shares: [(length: Int, share: LengthChoice.Share)]

  /// Whether no password complies.
  var isImpossible: Bool { lengths.isEmpty }

  /// - Returns: `nil` for a recipe with more draws than the budget.
  init?(
    _ recipe: CompiledRecipe, _ policy: CompiledPolicy, context: PolicyContext?, drawBudget: Int
  ) {
    guard let draws = DrawList(recipe, budget: drawBudget) else { return nil }
    // The weights of the compliant texts of each length, and those of all its draws.
    var compliant: [Int: [[UInt8]: Double]] = [:]
    var sums: [Int: (compliant: Int, all: Int)] = [:]
    var isCompliant: [[UInt8]: Bool] = [:]
    draws.visit { draw in
      let complies =
        isCompliant[draw.text] ?? policy.isCompliant(draw.text.span, context: context)
      isCompliant[draw.text] = complies
      sums[draw.length, default: (0, 0)].all += draw.weight
      guard complies else { return }
      sums[draw.length, default: (0, 0)].compliant += draw.weight
      compliant[draw.length, default: [:]][draw.text, default: 0] += Double(draw.weight)
    }
    let ordered = sums.sorted { $0.key < $1.key }
    shares = ordered.map { length, sum in
      (length, LengthChoice.Share(compliant: BigUInt(sum.compliant), all: BigUInt(sum.all)))
    }
    var all: [[UInt8]: Double] = [:]
    lengths = ordered.compactMap { length, sum in
      guard let texts = compliant[length] else { return nil }
      // All lengths are drawn equally often.
      for (text, weight) in texts { all[text, default: 0] += weight / Double(sum.all) }
      let bits = Self.bits(texts)
      return LengthEntropy(
        length: length, count: BigUInt(texts.count), shannonBits: bits.shannon,
        minEntropyBits: bits.min, isExact: true)
    }
    let bits = Self.bits(all)
    entropy = Entropy(
      shannonBits: bits.shannon, minEntropyBits: bits.min, count: BigUInt(all.count), isExact: true
    )
  }

  /// Returns the entropy of texts that are as likely as their weights.
  private static func bits(_ weights: [[UInt8]: Double]) -> (shannon: Double, min: Double) {
    // Sorted, so that the sums are rounded the same way in every process.
    let ordered = weights.values.sorted()
    guard let greatest = ordered.last else { return (0, 0) }
    let total = ordered.reduce(0, +)
    let shannon = ordered.reduce(0) { $0 + $1 / total * Platform.log2(total / $1) }
    return (shannon, Platform.log2(total / greatest))
  }
}
