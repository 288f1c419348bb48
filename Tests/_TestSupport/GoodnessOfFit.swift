#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// How well counts agree with the distribution they are said to come from.
///
/// ```swift
/// let fit = GoodnessOfFit.chiSquare(ofUniform: facesOfDie)
/// #expect(fit.isPlausible)
/// ```
/// A perfect source is called implausible with probability one in a million
/// (``falseAlarmRate``). Tests draw from seeded sources: what passes once passes always.
package struct GoodnessOfFit: Hashable, Sendable {
  /// The probability with which ``isPlausible`` is false for a source that is perfect: 10⁻⁶.
  package static let falseAlarmRate = 1e-6

  /// The distance of the counts from what is expected; infinite when something impossible occurred.
  package let statistic: Double
  /// The number of cells that can occur, less one.
  package let degreesOfFreedom: Int

  /// The probability that a perfect source gives counts at least this far off.
  package var pValue: Double {
    guard degreesOfFreedom > 0 else { return statistic > 0 ? 0 : 1 }
    return ChiSquareDistribution(degreesOfFreedom: degreesOfFreedom)
      .probability(ofAtLeast: statistic)
  }

  /// Whether the counts pass at ``falseAlarmRate``.
  package var isPlausible: Bool { pValue >= Self.falseAlarmRate }

  /// Pearson's test: Σ (observed − expected)² / expected.
  ///
  /// - Parameters:
  ///   - observed: the count of each cell.
  ///   - expectedProbabilities: the probability of each cell; a cell of probability 0 must stay
  ///     empty, the others are to be expected at least 5 times (merge rarer ones).
  /// - Returns: the statistic and its degrees of freedom.
  package static func chiSquare(
    observed: [Int], expectedProbabilities: [Double]
  ) -> GoodnessOfFit {
    fit(observed, expectedProbabilities) { observed, expected in
      (observed - expected) * (observed - expected) / expected
    }
  }

  /// Pearson's test against equally likely cells.
  package static func chiSquare(ofUniform observed: [Int]) -> GoodnessOfFit {
    chiSquare(
      observed: observed,
      expectedProbabilities: Array(repeating: 1 / Double(observed.count), count: observed.count))
  }

  /// The likelihood-ratio test: 2 Σ observed · ln (observed / expected).
  ///
  /// - Parameters:
  ///   - observed: the count of each cell.
  ///   - expectedProbabilities: as for ``chiSquare(observed:expectedProbabilities:)``.
  /// - Returns: the statistic and its degrees of freedom.
  package static func gTest(observed: [Int], expectedProbabilities: [Double]) -> GoodnessOfFit {
    fit(observed, expectedProbabilities) { observed, expected in
      observed == 0 ? 0 : 2 * observed * log(observed / expected)
    }
  }

  private static func fit(
    _ observed: [Int], _ probabilities: [Double], term: (Double, Double) -> Double
  ) -> GoodnessOfFit {
    precondition(observed.count == probabilities.count, "one probability for each count")
    precondition(probabilities.allSatisfy { $0 >= 0 }, "probabilities are not negative")
    precondition(abs(probabilities.reduce(0, +) - 1) < 1e-9, "probabilities add up to 1")
    let total = Double(observed.reduce(0, +))
    var statistic = 0.0
    for (count, probability) in zip(observed, probabilities) {
      if probability == 0 {
        if count > 0 { statistic = .infinity }
        continue
      }
      let expected = probability * total
      precondition(expected >= 5, "a cell expected fewer than 5 times: merge cells or draw more")
      statistic += term(Double(count), expected)
    }
    return GoodnessOfFit(
      statistic: statistic, degreesOfFreedom: probabilities.count { $0 > 0 } - 1)
  }
}
