public import ExactIntegers
import PasswordGeneration
import Platform

/// The chance that one attempt of a recipe complies with a policy.
///
/// Reuse is not included: the passwords that an account has used are not known before they are
/// looked up.
public struct ComplianceChance: Hashable, Sendable {
  /// How the chance was found.
  @nonexhaustive
  public enum Method: Hashable, Sendable {
    /// Counted: the weights of the compliant segments over those of all segments, for each length.
    case exact([LengthShare])
    /// The share of a number of random draws that complied.
    case estimated(draws: Int)
  }

  /// The segments of one length, which are as likely as their weights.
  ///
  /// Without `higherAlphaRatio` each weighs 1, and the weights are numbers of passwords.
  public struct LengthShare: Hashable, Sendable {
    /// The length of the segment in characters.
    public let length: Int
    /// The weight of the compliant passwords.
    public let compliant: BigUInt
    /// The weight of all passwords.
    public let all: BigUInt
  }

  /// The chance, from 0 to 1; 0 only where nothing complies, or where the chance is below 2⁻¹⁰⁷⁴.
  public let value: Double
  /// A lower bound of the chance: ``value`` itself where that is exact, and for an estimate a bound
  /// that fails for one estimate in a million.
  public let lowerBound: Double
  /// How the chance was found.
  public let method: Method

  /// Takes the mean over the lengths, which are equally likely.
  init(_ shares: [(length: Int, share: LengthChoice.Share)]) {
    let shares = shares.map {
      LengthShare(length: $0.length, compliant: $0.share.compliant, all: $0.share.all)
    }
    let sum = shares.reduce(0.0) { $0 + $1.compliant.ratio(to: $1.all) }
    let isPossible = shares.contains { $0.compliant != 0 }
    value = max(sum / Double(shares.count), isPossible ? .leastNonzeroMagnitude : 0)
    lowerBound = value
    method = .exact(shares)
  }

  /// −log₂ of ``lowerBound``, in bits: also where the chance is too small for a `Double`.
  var lostBits: Double {
    guard case .exact(let shares) = method, value < .leastNormalMagnitude else {
      return -Platform.log2(lowerBound)
    }
    let logarithms = shares.filter { $0.compliant != 0 }.map { $0.compliant.log2 - $0.all.log2 }
    guard let greatest = logarithms.max() else { return .infinity }
    let sum = logarithms.reduce(0) { $0 + Platform.exp2($1 - greatest) }
    return Platform.log2(Double(shares.count) / sum) - greatest
  }

  /// Makes an exact chance for draws that already meet some of the rules.
  init(_ exact: ComplianceChance, over acceptance: Double) {
    value = min(1, exact.value / acceptance)
    lowerBound = value
    method = exact.method
  }

  /// Takes the share of draws that complied.
  ///
  /// Hoeffding's inequality: the mean of *n* draws is off by √(ln(10⁶)/2*n*) or more, in one
  /// direction, with a chance of at most one in a million; for 10,000 draws that is 0.026.
  init(compliant: Int, of draws: Int) {
    value = Double(compliant) / Double(draws)
    let naturalLogarithmOfMillion = 13.815510557964274
    lowerBound = max(0, value - (naturalLogarithmOfMillion / (2 * Double(draws))).squareRoot())
    method = .estimated(draws: draws)
  }

  /// Returns the chance that one attempt and a given number of retries all fail.
  ///
  /// It is (1 − *p*)^(1 + *retries*). For an estimate *p* is its ``lowerBound``, so the result is
  /// an upper bound.
  public func chanceOfExhaustion(retries: Int) -> Double {
    precondition(retries >= 0, "chanceOfExhaustion: a negative number of retries")
    var power = 1.0
    var factor = 1 - lowerBound
    var exponent = retries + 1
    while exponent > 0 {
      if exponent % 2 == 1 { power *= factor }
      factor *= factor
      exponent /= 2
    }
    return power
  }
}

extension ComplianceChance: CustomStringConvertible {
  /// The chance and how it was found: `0.9135 (exact)`, `0.98 (estimated from 10,000 draws)`.
  public var description: String {
    switch method {
    case .exact: "\(value) (exact)"
    case .estimated(let draws): "\(value) (estimated from \(draws) draws)"
    }
  }
}
