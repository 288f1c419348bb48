import ExactIntegers
import Randomness

/// A number from 0 to 1 whose binary digits are compared with random ones, as many as needed: an
/// event of exactly this probability.
///
/// The caller compares the first digits; this holds the rest, for when those are equal. Everything
/// computed is public; random words are only compared.
struct ExactFraction {
  private let denominator: BigUInt
  /// What is left of the numerator after the digits compared so far.
  private var remainder: BigUInt
  private let isOne: Bool

  /// The result of comparing a random number, as far as it is known.
  enum Comparison {
    case isBelow
    case isNotBelow
    case isOpen
  }

  /// Makes the fraction of a numerator that is at most the denominator, after a given number of
  /// binary digits were found equal.
  init(_ numerator: BigUInt, over denominator: BigUInt, digits: Int) {
    self.denominator = denominator
    isOne = numerator == denominator
    remainder = (numerator << digits) % denominator
  }

  /// The comparison with a random number that has the same digits so far; ``compare(_:)`` decides
  /// an open one.
  ///
  /// When nothing remains, the fraction has no digits left, and any further random digits are at
  /// least that.
  var comparison: Comparison { isOne ? .isBelow : remainder == 0 ? .isNotBelow : .isOpen }

  /// Compares the next 32 digits.
  mutating func compare(_ word: UInt32) -> Comparison {
    let (digits, rest) = (remainder << 32).quotientAndRemainder(dividingBy: denominator)
    remainder = rest
    let next = UInt32(truncatingIfNeeded: digits.lowWord)
    if word != next { return word < next ? .isBelow : .isNotBelow }
    return comparison
  }

  /// Returns the first `digits` binary digits, at most 32, of a fraction; all ones for 1.
  static func leadingDigits(
    _ numerator: BigUInt, over denominator: BigUInt, digits: Int
  ) -> UInt32 {
    let all = BigUInt(1) << digits - 1
    return UInt32(truncatingIfNeeded: min(all, (numerator << digits) / denominator).lowWord)
  }
}
