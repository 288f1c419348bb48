public import ExactIntegers
import PasswordGeneration
import Platform

/// The compliant passwords of one length of the segment.
public struct LengthEntropy: Hashable, Sendable {
  /// The length of the segment in characters; 0 for words alone.
  public let length: Int
  /// The number of passwords; an upper bound where ``isExact`` is false.
  public let count: BigUInt
  /// The Shannon entropy of a password of this length, in bits; 0 when there are none.
  public let shannonBits: Double
  /// The min-entropy of a password of this length, in bits; 0 when there are none.
  public let minEntropyBits: Double
  /// Whether the figures are exact.
  ///
  /// Where different draws can give the same password, the bits are lower bounds. Where rules are
  /// not counted, the figures are those of the passwords that meet the others.
  public let isExact: Bool

  init(
    length: Int, count: BigUInt, shannonBits: Double, minEntropyBits: Double, isExact: Bool
  ) {
    self.length = length
    self.count = count
    self.shannonBits = shannonBits
    self.minEntropyBits = minEntropyBits
    self.isExact = isExact
  }

  /// - Parameters:
  ///   - count: the draws of the length, not counting the place of a phrase inside the segment.
  ///   - recipe: the recipe, whose draws are different passwords.
  ///   - isExact: whether all rules are counted.
  init(_ count: LengthCount, _ recipe: CompiledRecipe, isExact: Bool) {
    self.isExact = isExact
    length = count.length
    let isInside = recipe.segment != nil && recipe.phrase?.placement == .insert
    let places = isInside ? count.length - 1 : 1
    self.count = count.count * BigUInt(places)
    // H = −Σ w/W · log₂(w/W) = log₂ W − the mean of log₂ w.
    let bits = count.weight.log2 + Platform.log2(Double(places))
    let isPossible = count.count > 0
    shannonBits = isPossible ? bits - count.meanLogWeight : 0
    minEntropyBits = isPossible ? bits - count.maximumLogWeight : 0
  }
}

/// The entropy over all lengths, each weighted by its compliant share.
///
/// A password of the length *n* has the probability `P(n) · P(x | n)`, with `P(n)` proportional to
/// the share *q(n)* of the passwords of the length that comply, since all lengths are drawn equally
/// often. Then `H = Σ P(n) · (H(n) − log₂ P(n))`, and the min-entropy is the minimum of `H∞(n) −
/// log₂ P(n)`. Computed in logarithms: shares can be smaller than a `Double` can represent.
struct SharedEntropy {
  private(set) var shannonBits = 0.0
  private(set) var minEntropyBits = Double.infinity

  init(_ lengths: [LengthEntropy], _ shares: [(length: Int, share: LengthChoice.Share)]) {
    let logShares = lengths.map { length in
      shares.first { $0.length == length.length }.map {
        $0.share.compliant.log2 - $0.share.all.log2
      } ?? -.infinity
    }
    let greatest = logShares.max() ?? 0
    let sum = logShares.reduce(0) { $0 + Platform.exp2($1 - greatest) }
    for (length, logShare) in zip(lengths, logShares) where logShare > -.infinity {
      let bits = greatest + Platform.log2(sum) - logShare
      shannonBits += Platform.exp2(-bits) * (length.shannonBits + bits)
      minEntropyBits = min(minEntropyBits, length.minEntropyBits + bits)
    }
  }
}
