import ExactIntegers
public import PasswordGeneration
import Platform

extension CompliantRecipe {
  /// The compliant passwords of each length of the segment that has some, in ascending order.
  ///
  /// Where there are ``retriedRules``, these meet all rules but those. `nil` when they cannot be
  /// counted.
  public var lengths: [LengthEntropy]? {
    if let listed = plan.listed { return listed.lengths }
    guard let known = plan.known else { return nil }
    let isExact = plan.unknown.isEmpty && !known.mayListLikeliest
    let lengths = known.compliant.map { LengthEntropy($0, recipe, isExact: isExact) }
      .filter { $0.count > 0 }
    return recipe.isDecodable ? lengths : bounded(lengths, known)
  }

  /// The lengths with bounds of their bits, where different draws can give the same password.
  ///
  /// With *q* as the share of a length's draws that comply, and *n* lengths, no password is likelier
  /// among those of its length than *n*/*q* times its chance among all draws.
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

  /// The entropy of what is drawn.
  ///
  /// It is exact when all rules are counted and a password shows how it was put together.
  /// Otherwise the bits are a lower bound of both kinds, or an estimate of one where the chance is
  /// an estimate, and the count is an upper bound: among the
  /// passwords that meet the counted rules, those that meet the others too are more likely by
  /// 1/*p*, *p* being the chance of that, which takes log₂ 1/*p* bits.
  ///
  /// - Parameter chance: the chance that an attempt meets the ``retriedRules``, as
  ///   ``estimatedChance(draws:)`` gives it; not looked at without such rules. `nil`: nothing is
  ///   known of it, and the bits are 0: ``entropyMethod(_:)`` tells that from an entropy of 0.
  /// - Returns: the entropy.
  public func entropy(_ chance: ComplianceChance? = nil) -> Entropy {
    if let listed = plan.listed { return listed.entropy }
    guard let known = plan.known else {
      return bound(recipe.entropy(), lostBits: -Platform.log2(chance?.lowerBound ?? 0))
    }
    // The chance that a draw that meets the counted rules meets the others.
    let rest = plan.unknown.isEmpty ? 1 : (chance?.lowerBound ?? 0) / plan.knownInAttempts
    let lostBits = max(0, -Platform.log2(rest))
    let lengths = known.compliant.map { LengthEntropy($0, recipe, isExact: true) }
      .filter { $0.count > 0 }
    let count = lengths.reduce(BigUInt(0)) { $0 + $1.count }
    guard recipe.isDecodable else {
      // Which draws give the same password, the recipe alone can tell.
      let acceptedBits = -Platform.log2(ComplianceChance(known.shares).value)
      return bound(recipe.entropy(), lostBits: acceptedBits + lostBits, count: count)
    }
    let shared = SharedEntropy(lengths, known.shares)
    let entropy = Entropy(
      shannonBits: shared.shannonBits, minEntropyBits: shared.minEntropyBits, count: count,
      isExact: !known.mayListLikeliest)
    return plan.unknown.isEmpty ? entropy : bound(entropy, lostBits: lostBits)
  }

  /// How the bits of ``entropy(_:)`` were found.
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
