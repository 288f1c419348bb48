import Foundation
import _TestSupport

/// How often each password of a distribution was drawn.
struct Tally {
  /// Passwords that were drawn and have no probability.
  private(set) var impossible: Set<String> = []
  private let expected: [(password: [UInt8], probability: Double)]
  private var counts: [Int]
  private let drawCount: Int

  init(_ drawn: [[UInt8]], of distribution: Distribution) {
    expected = distribution.sorted()
    counts = [Int](repeating: 0, count: expected.count)
    drawCount = drawn.count
    let places = Dictionary(
      uniqueKeysWithValues: expected.enumerated().map { ($1.password, $0) })
    for password in drawn {
      if let place = places[password] {
        counts[place] += 1
      } else {
        impossible.insert(string(password))
      }
    }
  }

  /// Passwords that were not drawn, although a perfect generator would have drawn all of the
  /// likely ones, but with probability `falseAlarmRate`.
  func missing(falseAlarmRate: Double) -> [String] {
    let likely = -log(falseAlarmRate / Double(expected.count)) / Double(drawCount)
    return expected.indices
      .filter { expected[$0].probability >= likely && counts[$0] == 0 }
      .map { string(expected[$0].password) }
  }

  /// The G-test of the counts.
  ///
  /// Rare passwords are put together until 20 draws of them are expected.
  var fit: GoodnessOfFit {
    var observed: [Int] = []
    var probabilities: [Double] = []
    var isOpen = false
    for (cell, count) in zip(expected, counts) {
      if isOpen {
        observed[observed.count - 1] += count
        probabilities[probabilities.count - 1] += cell.probability
      } else {
        observed.append(count)
        probabilities.append(cell.probability)
      }
      isOpen = probabilities[probabilities.count - 1] * Double(drawCount) < 20
    }
    if isOpen, observed.count > 1 {
      observed[observed.count - 2] += observed.removeLast()
      probabilities[probabilities.count - 2] += probabilities.removeLast()
    }
    return .gTest(observed: observed, expectedProbabilities: probabilities)
  }
}
