import ExactIntegers
import PasswordGeneration
import Platform

/// The counts of an automaton's passwords for one length of the segment.
struct LengthCount: Sendable {
  let length: Int
  /// The number of draws, each a different segment and choice of words.
  let count: BigUInt
  /// The sum of their weights.
  let weight: BigUInt
  /// The mean of log₂ of the weight of a draw, each as likely as its weight.
  let meanLogWeight: Double
  /// The maximum log₂ of the weight of a draw.
  let maximumLogWeight: Double
}

extension LengthCount {
  /// Returns what is left without the listed passwords.
  func subtracting(_ listed: ListedWords.Found) -> LengthCount {
    let rest = weight - listed.weight
    // The mean over all passwords is that of the means of the listed ones and the rest, each with
    // its weight.
    let share = rest == 0 ? 1 : rest.ratio(to: weight)
    let mean = listed.meanLogWeight + (meanLogWeight - listed.meanLogWeight) / share
    return LengthCount(
      length: length, count: count - listed.count, weight: rest, meanLogWeight: mean,
      maximumLogWeight: maximumLogWeight)
  }
}

extension PasswordAutomaton {
  /// Counts the draws of each allowed length.
  ///
  /// - Returns: the counts by length; `nil` when more than `budget` additions of words would be
  ///   needed.
  /// - Complexity: O(*n* · *e*) additions of numbers of O(*n*) bits, for *n* steps and *e* edges.
  func counts(budget: Int) -> [LengthCount]? {
    guard let lengths else { return [] }
    let longest = lengths.upperBound + fixedSteps
    // Numbers grow by the bits of a character with each step.
    let words = 1 + longest * partition.bitsPerCharacter / 64 / 2
    guard longest * words * edgeCount <= budget else { return nil }
    let isWeighted = isWeighted
    var weights = CompletionCounts(self, .weight)
    var counts = isWeighted ? CompletionCounts(self, .count) : nil
    var logarithms = CompletionLogarithms(self)
    var result: [LengthCount] = []
    while true {
      let length = weights.remaining - fixedSteps
      if lengths.contains(length) {
        let weight = weights[Self.start]
        result.append(
          LengthCount(
            length: length, count: counts?[Self.start] ?? weight, weight: weight,
            meanLogWeight: isWeighted ? logarithms.mean[Self.start] : 0,
            maximumLogWeight: isWeighted ? logarithms.greatest[Self.start] : 0))
      }
      if weights.remaining == longest { return result }
      let next = weights.extended(self)
      if isWeighted { logarithms.extend(self, from: weights, to: next) }
      weights = next
      counts = counts?.extended(self)
    }
  }

  /// Whether some weights are not 1.
  private var isWeighted: Bool { tables.contains { $0.edges.contains { $0.weight != 1 } } }
}

/// For each state, the logarithms of the weights of its completions in a given number of steps.
private struct CompletionLogarithms {
  /// The mean, where each completion is as likely as its weight.
  private(set) var mean: [Double]
  /// The maximum.
  private(set) var greatest: [Double]

  init(_ automaton: PasswordAutomaton) {
    mean = [Double](repeating: 0, count: automaton.stateCount)
    greatest = automaton.isAccepting.map { $0 ? 0 : -.infinity }
  }

  /// Moves one step further, from one layer of weights to the next.
  mutating func extend(
    _ automaton: PasswordAutomaton, from weights: CompletionCounts, to next: CompletionCounts
  ) {
    let table = automaton.tables[automaton.kind(remaining: next.remaining)]
    let (oldMean, oldGreatest) = (mean, greatest)
    for state in 0..<next.stateCount where !next.isZero(state) {
      let total = next[state]
      (mean[state], greatest[state]) = (0, -.infinity)
      for index in table.row(state) {
        let edge = table.edges[index]
        let target = Int(edge.target)
        if weights.isZero(target) { continue }
        let own = Platform.log2(Double(edge.weight))
        let share = (weights[target] * BigUInt(edge.amount(.weight))).ratio(to: total)
        mean[state] += share * (own + oldMean[target])
        greatest[state] = max(greatest[state], own + oldGreatest[target])
      }
    }
  }
}
