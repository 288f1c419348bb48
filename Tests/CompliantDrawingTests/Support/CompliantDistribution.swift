import PasswordPolicy
import Testing
import _TestSupport

/// The passwords of a small recipe that comply, each with its probability.
struct CompliantDistribution {
  private let probabilities: [(password: String, probability: Double)]

  init(_ small: EnumeratedRecipe, _ policy: CompiledPolicy) {
    self.init(small.passwords.filter { policy.isCompliant($0.key) })
  }

  /// Of passwords that comply, each with its share.
  init(_ compliant: [String: Double]) {
    let total = compliant.values.reduce(0, +)
    probabilities = compliant.sorted { $0.key < $1.key }.map { ($0.key, $0.value / total) }
  }

  /// Expects that nothing else occurs and that the counts pass a G-test, rare passwords being
  /// taken together.
  func expect(
    _ counts: [String: Int], total: Int, _ comment: Comment? = nil,
    sourceLocation: SourceLocation = #_sourceLocation
  ) {
    let known = Set(probabilities.map(\.password))
    #expect(counts.keys.allSatisfy(known.contains), comment, sourceLocation: sourceLocation)
    var observed: [Int] = [0]
    var expected: [Double] = [0]
    for (password, probability) in probabilities {
      observed[observed.count - 1] += counts[password] ?? 0
      expected[expected.count - 1] += probability
      if expected[expected.count - 1] * Double(total) >= 5 {
        observed.append(0)
        expected.append(0)
      }
    }
    if let rest = expected.popLast(), let restCount = observed.popLast() {
      expected[expected.count - 1] += rest
      observed[observed.count - 1] += restCount
    }
    let fit = GoodnessOfFit.gTest(observed: observed, expectedProbabilities: expected)
    #expect(fit.isPlausible, comment, sourceLocation: sourceLocation)
  }
}
