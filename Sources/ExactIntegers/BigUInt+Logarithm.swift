import Platform

extension BigUInt {
  /// The binary logarithm; of zero, −∞.
  ///
  /// The 64 leading bits decide it to the rounding of a `Double`.
  public var log2: Double {
    let excess = max(0, bitWidth - 64)
    return Platform.log2(Double((self >> excess).lowWord)) + Double(excess)
  }

  /// This number over another, rounded; neither need fit a `Double`.
  public func ratio(to other: BigUInt) -> Double {
    let excess = max(0, bitWidth - 64)
    let otherExcess = max(0, other.bitWidth - 64)
    let quotient = Double((self >> excess).lowWord) / Double((other >> otherExcess).lowWord)
    return quotient * Platform.exp2(Double(excess - otherExcess))
  }
}
