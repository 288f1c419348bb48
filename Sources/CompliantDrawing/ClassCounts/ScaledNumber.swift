import ExactIntegers

/// A positive number of 53 binary digits, whatever its magnitude.
struct ScaledNumber: Sendable {
  /// From 1 up to but not including 2.
  var significand: Double
  var exponent: Int

  init(significand: Double, exponent: Int) {
    self.significand = significand.significand
    self.exponent = exponent + Int(significand.exponent)
  }

  /// Rounds a positive integer.
  init(_ number: BigUInt) {
    let excess = max(0, number.bitWidth - 64)
    self.init(significand: Double((number >> excess).lowWord), exponent: excess)
  }

  static func * (left: ScaledNumber, right: ScaledNumber) -> ScaledNumber {
    ScaledNumber(
      significand: left.significand * right.significand, exponent: left.exponent + right.exponent)
  }

  static func / (left: ScaledNumber, right: ScaledNumber) -> ScaledNumber {
    ScaledNumber(
      significand: left.significand / right.significand, exponent: left.exponent - right.exponent)
  }

  /// Returns the number divided by a power of two; 0 where that is too small for a `Double`.
  func over(exponent other: Int) -> Double {
    let difference = exponent - other
    return difference < -1000
      ? 0 : Double(sign: .plus, exponent: difference, significand: significand)
  }

  /// Returns the factorials from 0! to n!.
  static func factorials(_ n: Int) -> [ScaledNumber] {
    var factorials = [ScaledNumber(significand: 1, exponent: 0)]
    for number in stride(from: 1, through: n, by: 1) {
      factorials.append(
        factorials[number - 1] * ScaledNumber(significand: Double(number), exponent: 0))
    }
    return factorials
  }
}
