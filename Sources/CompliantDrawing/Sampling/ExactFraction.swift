import ExactIntegers
import Randomness

/// A number from 0 to 1 whose binary digits are compared with random ones, as many as it takes: an
/// event of exactly this probability.
///
/// The first digits are compared by whoever draws; here are the rest, for the case that those are
/// equal. All that is computed is known to everybody; random words are only compared.
struct ExactFraction {
  private let denominator: BigUInt
  /// What is left of the numerator behind the digits compared so far.
  private var remainder: BigUInt
  private let isOne: Bool

  /// How a random number compares, as far as it is known.
  enum Verdict {
    case isBelow
    case isNotBelow
    case isOpen
  }

  /// Makes the fraction of a numerator that is at most the denominator, of which so many binary
  /// digits have been found equal.
  init(_ numerator: BigUInt, over denominator: BigUInt, digits: Int) {
    self.denominator = denominator
    isOne = numerator == denominator
    remainder = (numerator << digits) % denominator
  }

  /// How a random number that shares the digits so far compares; ``compare(_:)`` decides what is
  /// open.
  ///
  /// No digits are left of the fraction when nothing remains: what comes is at least that.
  var verdict: Verdict { isOne ? .isBelow : remainder == 0 ? .isNotBelow : .isOpen }

  /// Compares the next 32 digits.
  mutating func compare(_ word: UInt32) -> Verdict {
    let (digits, rest) = (remainder << 32).quotientAndRemainder(dividingBy: denominator)
    remainder = rest
    let next = UInt32(truncatingIfNeeded: digits.lowWord)
    if word != next { return word < next ? .isBelow : .isNotBelow }
    return verdict
  }

  /// The first `digits` binary digits, at most 32, of a fraction: of 1, all ones.
  static func leadingDigits(
    _ numerator: BigUInt, over denominator: BigUInt, digits: Int
  ) -> UInt32 {
    let all = BigUInt(1) << digits - 1
    return UInt32(truncatingIfNeeded: min(all, (numerator << digits) / denominator).lowWord)
  }
}
