import Testing
import _TestSupport

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

@Suite("ChiSquareDistribution")
struct ChiSquareDistributionTests {
  /// A line of the published tables (NIST/SEMATECH e-Handbook of Statistical Methods, 1.3.6.7.4):
  /// the values exceeded with probability 0.10, 0.05, 0.025, 0.01 and 0.001.
  struct TableLine: Sendable {
    let degreesOfFreedom: Int
    let values: [Double]
  }

  static let rates = [0.10, 0.05, 0.025, 0.01, 0.001]
  static let table = [
    TableLine(degreesOfFreedom: 1, values: [2.706, 3.841, 5.024, 6.635, 10.828]),
    TableLine(degreesOfFreedom: 2, values: [4.605, 5.991, 7.378, 9.210, 13.816]),
    TableLine(degreesOfFreedom: 3, values: [6.251, 7.815, 9.348, 11.345, 16.266]),
    TableLine(degreesOfFreedom: 5, values: [9.236, 11.070, 12.833, 15.086, 20.515]),
    TableLine(degreesOfFreedom: 10, values: [15.987, 18.307, 20.483, 23.209, 29.588]),
    TableLine(degreesOfFreedom: 23, values: [32.007, 35.172, 38.076, 41.638, 49.728]),
    TableLine(degreesOfFreedom: 50, values: [63.167, 67.505, 71.420, 76.154, 86.661]),
    TableLine(degreesOfFreedom: 100, values: [118.498, 124.342, 129.561, 135.807, 149.449]),
  ]

  @Test("Critical values agree with published tables", arguments: table)
  func criticalValues(line: TableLine) {
    let distribution = ChiSquareDistribution(degreesOfFreedom: line.degreesOfFreedom)
    for (rate, value) in zip(Self.rates, line.values) {
      let computed = distribution.criticalValue(falseAlarmRate: rate)
      #expect(abs(computed - value) < 0.000_6)
    }
  }

  @Test("Two degrees of freedom: the tail is exp(−x/2), far out as well", arguments: 0...60)
  func twoDegrees(step: Int) {
    let x = Double(step) * 5
    let tail = ChiSquareDistribution(degreesOfFreedom: 2).probability(ofAtLeast: x)
    #expect(abs(tail / exp(-x / 2) - 1) < 1e-12)
  }

  @Test("One degree of freedom: the tail is that of the normal distribution", arguments: 1...60)
  func oneDegree(step: Int) {
    let x = Double(step)
    let tail = ChiSquareDistribution(degreesOfFreedom: 1).probability(ofAtLeast: x)
    #expect(abs(tail / erfc((x / 2).squareRoot()) - 1) < 1e-12)
  }

  @Test(
    "An even number of degrees: the tail is a partial sum of the Poisson distribution",
    arguments: [4, 10, 94, 254], [0.5, 10.0, 95.0, 300.0])
  func evenDegrees(degreesOfFreedom: Int, x: Double) {
    var term = exp(-x / 2)
    var sum = 0.0
    for index in 1...(degreesOfFreedom / 2) {
      sum += term
      term *= x / 2 / Double(index)
    }
    let tail = ChiSquareDistribution(degreesOfFreedom: degreesOfFreedom).probability(ofAtLeast: x)
    #expect(abs(tail - sum) < 1e-12)
    #expect(abs(tail / sum - 1) < 1e-9)
  }

  @Test("Nothing lies below 0 and nothing at infinity")
  func ends() {
    let distribution = ChiSquareDistribution(degreesOfFreedom: 7)
    #expect(distribution.probability(ofAtLeast: 0) == 1)
    #expect(distribution.probability(ofAtLeast: -1) == 1)
    #expect(distribution.probability(ofAtLeast: .infinity) == 0)
  }

  @Test(
    "The critical value and the tail are inverse at the rate in use",
    arguments: [1, 2, 9, 94, 1000, 7775])
  func inverse(degreesOfFreedom: Int) {
    let distribution = ChiSquareDistribution(degreesOfFreedom: degreesOfFreedom)
    let value = distribution.criticalValue(falseAlarmRate: GoodnessOfFit.falseAlarmRate)
    #expect(abs(distribution.probability(ofAtLeast: value) / 1e-6 - 1) < 1e-9)
  }
}
