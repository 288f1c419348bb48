import Randomness
import Testing
import _TestSupport

@Suite("GoodnessOfFit")
struct GoodnessOfFitTests {
  @Test("Chi-square of a worked example: Mendel's peas")
  func chiSquareExample() {
    // R. A. Fisher, “Has Mendel's Work Been Rediscovered?” (1936): 9:3:3:1, χ² = 0.470.
    let fit = GoodnessOfFit.chiSquare(
      observed: [315, 108, 101, 32],
      expectedProbabilities: [9.0 / 16, 3.0 / 16, 3.0 / 16, 1.0 / 16])
    #expect(abs(fit.statistic - 0.470) < 0.000_5)
    #expect(fit.degreesOfFreedom == 3)
    #expect(abs(fit.pValue - 0.925) < 0.000_5)
    #expect(fit.isPlausible)
  }

  @Test("G of a worked example: two cells")
  func gExample() {
    // 2 (60 ln (60/50) + 40 ln (40/50)) = 4.0271.
    let fit = GoodnessOfFit.gTest(observed: [60, 40], expectedProbabilities: [0.5, 0.5])
    #expect(abs(fit.statistic - 4.0271) < 0.000_05)
    #expect(fit.degreesOfFreedom == 1)
  }

  @Test("Counts exactly as expected have distance 0 and probability 1")
  func exact() {
    let fit = GoodnessOfFit.chiSquare(ofUniform: [100, 100, 100])
    #expect(fit.statistic == 0)
    #expect(fit.pValue == 1)
  }

  @Test("An empty cell counts in both tests")
  func emptyCell() {
    let halves = [0.5, 0.5]
    #expect(
      GoodnessOfFit.chiSquare(observed: [50, 0], expectedProbabilities: halves).statistic == 50)
    let g = GoodnessOfFit.gTest(observed: [50, 0], expectedProbabilities: halves)
    #expect(abs(g.statistic - 69.3147) < 0.000_05)
    #expect(!g.isPlausible)
  }

  @Test("A cell of probability 0 is not a degree of freedom")
  func impossibleCellStaysEmpty() {
    let fit = GoodnessOfFit.chiSquare(
      observed: [50, 0, 50], expectedProbabilities: [0.5, 0, 0.5])
    #expect(fit.degreesOfFreedom == 1)
    #expect(fit.pValue == 1)
  }

  @Test("One count in a cell of probability 0 is enough to fail")
  func impossibleCell() {
    let fit = GoodnessOfFit.gTest(
      observed: [500, 1, 500], expectedProbabilities: [0.5, 0, 0.5])
    #expect(fit.pValue == 0)
    #expect(!fit.isPlausible)
  }

  @Test("A lone cell is certain")
  func loneCell() {
    let fit = GoodnessOfFit.chiSquare(ofUniform: [17])
    #expect(fit.degreesOfFreedom == 0)
    #expect(fit.pValue == 1)
  }

  @Test("The verdict changes where the critical value of the false-alarm rate lies")
  func verdict() {
    // Two cells of expectation 1000: the distance is 2 d² / 1000, the critical value 23.928.
    #expect(GoodnessOfFit.chiSquare(ofUniform: [1000 + 109, 1000 - 109]).isPlausible)
    #expect(!GoodnessOfFit.chiSquare(ofUniform: [1000 + 110, 1000 - 110]).isPlausible)
  }

  @Test("False alarms come as often as announced")
  func falseAlarms() throws {
    // 2,000 experiments on a true coin; p-values below 1/10 are to be a tenth of them.
    var source = SeededByteSource(seed: 4)
    var alarms = 0
    for _ in 0..<2000 {
      let ones = try source.nextBytes(256).reduce(0) { $0 + $1.nonzeroBitCount }
      if GoodnessOfFit.chiSquare(ofUniform: [ones, 2048 - ones]).pValue < 0.1 { alarms += 1 }
    }
    let fit = GoodnessOfFit.chiSquare(
      observed: [alarms, 2000 - alarms], expectedProbabilities: [0.1, 0.9])
    #expect(fit.isPlausible)
  }

  @Test("Too few draws for the cells trap rather than mislead")
  func tooFewDraws() async {
    await #expect(processExitsWith: .failure) {
      _ = GoodnessOfFit.chiSquare(ofUniform: [4, 5])
    }
  }
}
