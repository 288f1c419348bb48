package import BigInt
import Platform

extension BigUInt {
  /// The binary logarithm; of zero, −∞.
  ///
  /// The 64 leading bits decide it to the rounding of a `Double`.
  package var log2: Double {
    let excess = Swift.max(0, bitWidth - 64)
    return Platform.log2(Double(UInt64(self >> excess))) + Double(excess)
  }

  /// This number over another, rounded; neither need fit a `Double`.
  package func ratio(to other: BigUInt) -> Double {
    let excess = Swift.max(0, bitWidth - 64)
    let otherExcess = Swift.max(0, other.bitWidth - 64)
    let quotient = Double(UInt64(self >> excess)) / Double(UInt64(other >> otherExcess))
    return quotient * Platform.exp2(Double(excess - otherExcess))
  }
}
