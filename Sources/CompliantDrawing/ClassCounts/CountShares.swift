import PasswordGeneration
import Platform

/// The shares of a ``CountTree``: of the texts of a node's total, the share that has a given number
/// of characters of its left node.
///
/// The shares are proportional to A(*j*)/*j*! · B(*m* − *j*)/(*m* − *j*)!. The numbers are rounded:
/// the relative error of each quotient is less than 4,100 · 2⁻⁵³ for totals up to 4,096, that of a
/// term twice that, and a sum of terms adds 4,096 · 2⁻⁵³; the error of a sum over the sum of all
/// terms is less than 2⁻³⁸.
struct CountShares {
  private let tree: CountTree
  /// For each node its numbers over the factorials, from the minimum total of its window on.
  private var quotients: [[ScaledNumber]] = []

  init(_ tree: CountTree, _ tables: CountTables) {
    self.tree = tree
    let longest = tree.nodes.map(\.window.upperBound).max() ?? 0
    let factorials = ScaledNumber.factorials(longest)
    for (index, node) in tree.nodes.enumerated() {
      if case .leaf(let codes, let weight) = node.kind {
        quotients.append(Self.powers(tables.size(codes, weight), node.window, factorials))
      } else {
        quotients.append(
          node.window.map { ScaledNumber(tables.number(index, $0)) / factorials[$0] })
      }
    }
  }

  private static func powers(
    _ size: Int, _ window: ClosedRange<Int>, _ factorials: [ScaledNumber]
  ) -> [ScaledNumber] {
    let size = ScaledNumber(significand: Double(size), exponent: 0)
    var power = ScaledNumber(significand: 1, exponent: 0)
    var quotients: [ScaledNumber] = []
    for total in 0...window.upperBound {
      if total >= window.lowerBound { quotients.append(power / factorials[total]) }
      power = power * size
    }
    return quotients
  }

  /// Returns the terms of a pair's total, and their sum; of any magnitude, but not 0.
  func terms(_ left: Int, _ right: Int, total: Int) -> (terms: [Double], sum: Double) {
    let choices = tree.choices(left, right, total: total)
    let (first, second) = (
      tree.nodes[left].window.lowerBound, tree.nodes[right].window.lowerBound
    )
    let products = choices.map { count in
      quotients[left][count - first] * quotients[right][total - count - second]
    }
    let greatest = products.map(\.exponent).max() ?? 0
    let terms = products.map { $0.over(exponent: greatest) }
    return (terms, terms.reduce(0, +))
  }
}

extension CountShares {
  /// Returns the mean and the maximum of the logarithms of the weights of the texts of each length,
  /// each as likely as its weight.
  func logWeights() -> (mean: [Double], greatest: [Double]) {
    var means: [[Double]] = []
    var greatests: [[Double]] = []
    for node in tree.nodes {
      let window = node.window
      switch node.kind {
      case .leaf(_, let weight):
        let own = Platform.log2(Double(weight))
        means.append(window.map { own * Double($0) })
        greatests.append(window.map { own * Double($0) })
      case .pair(let left, let right):
        let (first, second) = (
          tree.nodes[left].window.lowerBound, tree.nodes[right].window.lowerBound
        )
        var mean: [Double] = []
        var greatest: [Double] = []
        for total in window {
          let (terms, sum) = terms(left, right, total: total)
          var (average, most) = (0.0, -Double.infinity)
          for (count, term) in zip(tree.choices(left, right, total: total), terms) {
            let (own, other) = (count - first, total - count - second)
            average += term / sum * (means[left][own] + means[right][other])
            most = max(most, greatests[left][own] + greatests[right][other])
          }
          mean.append(average)
          greatest.append(most)
        }
        means.append(mean)
        greatests.append(greatest)
      }
    }
    return (means.last ?? [], greatests.last ?? [])
  }
}

extension CountTree {
  /// The bit width of the sum of the weights of all characters.
  var bitsPerCharacter: Int {
    let sum = nodes.reduce(0) { sum, node in
      if case .leaf(let codes, let weight) = node.kind { sum + codes.count * weight } else { sum }
    }
    return Int.bitWidth - sum.leadingZeroBitCount
  }

  /// The number of thresholds of a sampler.
  var choiceCount: Int {
    nodes.reduce(0) { sum, node in
      guard case .pair(let left, let right) = node.kind else { return sum }
      return node.window.reduce(sum) { $0 + choices(left, right, total: $1).count }
    }
  }

  private var isWeighted: Bool {
    nodes.contains { if case .leaf(_, let weight) = $0.kind { weight != 1 } else { false } }
  }

  /// Counts the draws of each length; `nil` when that takes more than the limits allow.
  func counts(_ limits: PlanLimits) -> (counts: [LengthCount], weights: CountTables?)? {
    guard let lengths else { return ([], nil) }
    let cost = CountTables.cost(self, bitsPerCharacter: bitsPerCharacter)
    guard cost.additions * (isWeighted ? 3 : 1) <= limits.additions, cost.bytes <= limits.bytes
    else { return nil }
    let root = nodes.count - 1
    let weights = CountTables(self, .weight)
    guard isWeighted else {
      let counts = lengths.map { length in
        let number = weights.number(root, length)
        return LengthCount(
          length: length, count: number, weight: number, meanLogWeight: 0, maximumLogWeight: 0)
      }
      return (counts, weights)
    }
    let numbers = CountTables(self, .count)
    let logarithms = CountShares(self, weights).logWeights()
    let counts = lengths.enumerated().map { index, length in
      LengthCount(
        length: length, count: numbers.number(root, length), weight: weights.number(root, length),
        meanLogWeight: logarithms.mean[index], maximumLogWeight: logarithms.greatest[index])
    }
    return (counts, weights)
  }
}
