import ExactIntegers

/// A sum of natural numbers with signs.
struct SignedSum {
  private var positive: BigUInt = 0
  private var negative: BigUInt = 0

  /// Adds a number, or subtracts it.
  mutating func add(_ number: BigUInt, isNegative: Bool) {
    if isNegative { negative += number } else { positive += number }
  }

  /// The sum, or 0 when it is negative.
  var positivePart: BigUInt { positive > negative ? positive - negative : 0 }
}
