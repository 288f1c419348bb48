import ExactIntegers
public import PasswordGeneration
import Platform

extension CompliantRecipe {
  /// The compliant passwords of each length of the segment that has any, in ascending order.
  ///
  /// Where there are ``retriedRules``, these passwords meet all rules except those. `nil` when they
  /// cannot be counted.
  public var lengths: [LengthEntropy]? {
    if let listed = plan.listed { return listed.lengths }
    guard let known = plan.known else { return nil }
    let isExact = plan.unknown.isEmpty && !known.mayListLikeliest
    let lengths = known.compliant.map { LengthEntropy($0, recipe, isExact: isExact) }
      .filter { $0.count > 0 }
    return recipe.isDecodable ? lengths : bounded(lengths, known)
  }

  /// Returns the lengths with bounds of their bits, where different draws can give the same
  /// password.
  ///
  /// With *q* as the share of a length's draws that comply, and *n* lengths, a password's
  /// probability among those of its length is at most *n*/*q* times its probability among all
  /// draws.
  private func bounded(_ lengths: [LengthEntropy], _ known: KnownCompliance) -> [LengthEntropy] {
    let bits = recipe.entropy().minEntropyBits
    let all = Platform.log2(Double(known.all.count))
    return lengths.map { length in
      let share = known.shares.first { $0.length == length.length }?.share
      let lost = share.map { $0.all.log2 - $0.compliant.log2 } ?? .infinity
      let least = max(0, bits - all - lost)
      return LengthEntropy(
        length: length.length, count: length.count, shannonBits: least, minEntropyBits: least,
        isExact: false)
    }
  }

  /// Returns the entropy of the passwords drawn.
  ///
  /// It is exact when all rules are counted and each password reveals how it was composed.
  /// Otherwise the bits are a lower bound of both entropies, or an estimate of one where the chance
  /// is an estimate, and the count is an upper bound: among the passwords that meet the counted
  /// rules, those that meet the others too are more likely by a factor of 1/*p*, where *p* is the
  /// chance of meeting them, which takes off log₂ 1/*p* bits.
  ///
  /// - Parameter chance: the chance that an attempt meets the ``retriedRules``, as
  ///   ``estimatedChance(draws:)`` returns it; ignored without such rules. With `nil` the chance is
  ///   unknown and the bits are 0: ``entropyMethod(_:)`` distinguishes that from an entropy of 0.
  /// - Returns: the entropy.
  public func entropy(_ chance: ComplianceChance? = nil) -> Entropy {
    if let listed = plan.listed { return listed.entropy }
    guard let known = plan.known else {
      return bound(recipe.entropy(), lostBits: chance?.lostBits ?? .infinity)
    }
    // The chance that a draw that meets the counted rules meets the others.
    let rest = plan.unknown.isEmpty ? 1 : (chance?.lowerBound ?? 0) / plan.knownInAttempts
    let lostBits = max(0, -Platform.log2(rest))
    let lengths = known.compliant.map { LengthEntropy($0, recipe, isExact: true) }
      .filter { $0.count > 0 }
    let count = lengths.reduce(BigUInt(0)) { $0 + $1.count }
    guard recipe.isDecodable else {
      // Only the recipe knows which draws give the same password.
      let acceptedBits = ComplianceChance(known.shares).lostBits
      return bound(recipe.entropy(), lostBits: acceptedBits + lostBits, count: count)
    }
    let shared = SharedEntropy(lengths, known.shares)
    let entropy = Entropy(
      shannonBits: shared.shannonBits, minEntropyBits: shared.minEntropyBits, count: count,
      isExact: !known.mayListLikeliest)
    return plan.unknown.isEmpty ? entropy : bound(entropy, lostBits: lostBits)
  }

  /// Returns how the bits of ``entropy(_:)`` were found.
  public func entropyMethod(_ chance: ComplianceChance? = nil) -> EntropyMethod {
    let entropy = entropy(chance)
    if entropy.isExact { return .counted }
    // A bound of 0 says nothing.
    if entropy.minEntropyBits == 0 { return .notCounted }
    if !plan.unknown.isEmpty, let chance, case .estimated(let draws) = chance.method {
      return .estimated(draws: draws)
    }
    return .bounded
  }

  private func bound(_ entropy: Entropy, lostBits: Double, count: BigUInt? = nil) -> Entropy {
    let bits = max(0, entropy.minEntropyBits - lostBits)
    return Entropy(
      shannonBits: bits, minEntropyBits: bits, count: count ?? entropy.count, isExact: false)
  }
}
