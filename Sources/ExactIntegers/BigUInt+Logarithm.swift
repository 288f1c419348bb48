import Platform

extension BigUInt {
  /// The binary logarithm; −∞ for zero.
  ///
  /// The 64 leading bits determine it to the rounding of a `Double`.
  public var log2: Double {
    let excess = max(0, bitWidth - 64)
    return Platform.log2(Double((self >> excess).lowWord)) + Double(excess)
  }

  /// Returns the quotient of this number and another, rounded; neither needs to fit into a
  /// `Double`.
  public func ratio(to other: BigUInt) -> Double {
    let excess = max(0, bitWidth - 64)
    let otherExcess = max(0, other.bitWidth - 64)
    let quotient = Double((self >> excess).lowWord) / Double((other >> otherExcess).lowWord)
    return quotient * Platform.exp2(Double(excess - otherExcess))
  }
}
