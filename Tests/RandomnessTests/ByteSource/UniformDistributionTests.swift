import Randomness
import Testing
import _TestSupport

/// Seeded chi-square tests, each with a false-alarm rate of 10⁻⁶ (`GoodnessOfFit.falseAlarmRate`).
@Suite("uniform(below:): distribution")
struct UniformDistributionTests {
  @Test(
    "Every result is equally likely",
    arguments: [2, 3, 5, 6, 7, 10, 74, 95, 100] as [UInt64])
  func small(bound: UInt64) throws {
    var source = SeededByteSource(seed: bound)
    var counts = [Int](repeating: 0, count: Int(bound))
    for _ in 0..<20_000 { counts[Int(try source.uniform(below: bound))] += 1 }
    #expect(GoodnessOfFit.chiSquare(ofUniform: counts).isPlausible)
  }

  @Test("Successive results are independent", arguments: [3, 10] as [UInt64])
  func pairs(bound: UInt64) throws {
    var source = SeededByteSource(seed: 100 + bound)
    var counts = [Int](repeating: 0, count: Int(bound * bound))
    for _ in 0..<10_000 {
      let first = try source.uniform(below: bound)
      let second = try source.uniform(below: bound)
      counts[Int(first * bound + second)] += 1
    }
    #expect(GoodnessOfFit.chiSquare(ofUniform: counts).isPlausible)
  }

  /// Bounds near the number of draws, where a remainder (`draw % bound`) favours small results and
  /// a product without rejection favours some remainders.
  static let largeBounds: [UInt64] = [(1 << 63) + 1, 3 << 62, (1 << 63) + (1 << 61), .max]

  @Test("Large bounds: every twelfth of the range is equally likely", arguments: largeBounds)
  func rangeOfLargeBounds(bound: UInt64) throws {
    var source = SeededByteSource(seed: bound)
    var counts = [Int](repeating: 0, count: 12)
    for _ in 0..<12_000 {
      let result = UInt128(try source.uniform(below: bound))
      counts[Int(result * 12 / UInt128(bound))] += 1
    }
    #expect(GoodnessOfFit.chiSquare(ofUniform: counts).isPlausible)
  }

  @Test("Large bounds: every remainder is equally likely", arguments: largeBounds, [3, 5, 8])
  func remaindersOfLargeBounds(bound: UInt64, divisor: UInt64) throws {
    var source = SeededByteSource(seed: bound ^ divisor)
    var counts = [Int](repeating: 0, count: Int(divisor))
    for _ in 0..<6000 { counts[Int(try source.uniform(below: bound) % divisor)] += 1 }
    #expect(GoodnessOfFit.chiSquare(ofUniform: counts).isPlausible)
  }

  @Test("The tests above would detect the bias of a plain remainder")
  func powerAgainstRemainders() throws {
    var source = SeededByteSource(seed: 5)
    var counts = [Int](repeating: 0, count: 12)
    for _ in 0..<12_000 {
      let result = UInt128(try source.nextUInt64() % (3 << 62))
      counts[Int(result * 12 / (3 << 62))] += 1
    }
    #expect(!GoodnessOfFit.chiSquare(ofUniform: counts).isPlausible)
  }

  @Test("The tests above would detect the bias of a product without rejection")
  func powerAgainstProducts() throws {
    var source = SeededByteSource(seed: 6)
    var counts = [Int](repeating: 0, count: 3)
    for _ in 0..<6000 {
      let result = try source.nextUInt64().multipliedFullWidth(by: 3 << 62).high
      counts[Int(result % 3)] += 1
    }
    #expect(!GoodnessOfFit.chiSquare(ofUniform: counts).isPlausible)
  }
}
