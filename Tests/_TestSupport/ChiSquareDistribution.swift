#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// The chi-square distribution: the tail probabilities that goodness-of-fit tests need.
package struct ChiSquareDistribution: Sendable {
  /// The number of degrees of freedom, 1 or more.
  package let degreesOfFreedom: Int

  /// Makes the distribution.
  package init(degreesOfFreedom: Int) {
    precondition(degreesOfFreedom > 0, "ChiSquareDistribution: no degrees of freedom")
    self.degreesOfFreedom = degreesOfFreedom
  }

  /// The probability of a value of at least `statistic`.
  ///
  /// This is the regularized upper incomplete gamma function Q(k/2, x/2): by its series where that
  /// converges fast, by its continued fraction elsewhere (Abramowitz and Stegun, 6.5.29 and 6.5.31),
  /// so that tails far below 10⁻¹⁶ keep their precision.
  package func probability(ofAtLeast statistic: Double) -> Double {
    guard statistic > 0 else { return 1 }
    guard statistic.isFinite else { return 0 }
    let shape = Double(degreesOfFreedom) / 2
    let x = statistic / 2
    let front = exp(shape * log(x) - x - logGammaOfShape)
    return x < shape + 1
      ? max(0, 1 - front * Self.lowerSeries(shape, x))
      : front * Self.upperFraction(shape, x)
  }

  /// The value that is exceeded with the given probability.
  package func criticalValue(falseAlarmRate: Double) -> Double {
    precondition(falseAlarmRate > 0 && falseAlarmRate < 1, "a rate lies between 0 and 1")
    var low = 0.0
    var high = Double(degreesOfFreedom)
    while probability(ofAtLeast: high) > falseAlarmRate { high *= 2 }
    while true {
      let middle = (low + high) / 2
      guard low < middle && middle < high else { return high }
      if probability(ofAtLeast: middle) > falseAlarmRate { low = middle } else { high = middle }
    }
  }

  /// ln Γ(k/2), from Γ(1) = 1, Γ(1/2) = √π and Γ(x + 1) = x Γ(x).
  private var logGammaOfShape: Double {
    var x = Double(degreesOfFreedom) / 2
    var sum = 0.0
    while x > 1 {
      x -= 1
      sum += log(x)
    }
    return x == 1 ? sum : sum + log(Double.pi) / 2
  }

  /// Σ xⁿ / (a (a+1) … (a+n)).
  private static func lowerSeries(_ a: Double, _ x: Double) -> Double {
    var term = 1 / a
    var sum = term
    var divisor = a
    while term > sum * 1e-17 {
      divisor += 1
      term *= x / divisor
      sum += term
    }
    return sum
  }

  /// 1 / (x+1−a − 1(1−a) / (x+3−a − 2(2−a) / (x+5−a − …))), by Lentz's method.
  private static func upperFraction(_ a: Double, _ x: Double) -> Double {
    let tiny = 1e-300
    var b = x + 1 - a
    var c = 1 / tiny
    var d = 1 / b
    var value = d
    for n in 1... {
      let coefficient = -Double(n) * (Double(n) - a)
      b += 2
      d = coefficient * d + b
      if abs(d) < tiny { d = tiny }
      c = b + coefficient / c
      if abs(c) < tiny { c = tiny }
      d = 1 / d
      value *= d * c
      if abs(d * c - 1) < 1e-16 { break }
    }
    return value
  }
}
