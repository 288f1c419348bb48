import ExactIntegers
import Platform

/// The segments of one length that meet the requirements: how many, and how evenly drawn.
struct SegmentCount {
  let length: Int
  /// The number of different segments.
  let count: BigUInt
  /// The sum of the weights of all segments, where a weight is the product of those of its
  /// characters.
  let totalWeight: BigUInt
  /// The Shannon entropy of a segment, given the length.
  let shannonBits: Double
  /// The min-entropy of a segment, given the length.
  let minEntropyBits: Double
}

/// Counts segments by inclusion and exclusion over the required classes.
///
/// With `W(T)` as the sum of the weights at a position outside the classes in `T`, the segments
/// that avoid `T` weigh `Π W(T)` over the positions, and those that contain all required classes `Σ
/// (−1)^|T| Π W(T)` over the sets `T` of required classes. Besides `Z`, the Shannon entropy `log₂ Z
/// − Σ P(x) log₂ w(x)` only needs how often each weight occurs on average, for which the same sum
/// is taken with one position fixed.
struct SegmentCounter {
  /// Characters at one position that nothing distinguishes.
  private struct Group {
    let mask: UInt8
    let weight: Int
    let count: Int
  }

  /// A partial product for one set `T` of avoided classes.
  private struct Term {
    let avoided: UInt8
    /// The product of the numbers of characters.
    var count: BigUInt = 1
    /// The product of the sums of weights.
    var weight: BigUInt = 1
    /// For each distinct weight, the sum over positions of the product with that position
    /// restricted to characters of the weight.
    var weightByValue: [BigUInt]
  }

  private let plan: SegmentPlan
  private let alphabetGroups: [[Group]]
  private let values: [Int]
  private var terms: [Term]
  /// The highest sum of logarithms of weights that covers each mask of classes.
  private var best: [Double]

  init(plan: SegmentPlan) {
    self.plan = plan
    alphabetGroups = plan.alphabets.map { Self.groups(of: $0, required: plan.requiredMask) }
    let values = Set(alphabetGroups.joined().map(\.weight)).filter { $0 > 1 }.sorted()
    self.values = values
    terms = (0..<UInt8(CharacterClass.maskCount)).filter { $0 & ~plan.requiredMask == 0 }
      .map { Term(avoided: $0, weightByValue: [BigUInt](repeating: 0, count: values.count)) }
    best = [Double](repeating: -.infinity, count: CharacterClass.maskCount)
    best[0] = 0
  }

  private static func groups(of alphabet: Alphabet, required: UInt8) -> [Group] {
    var counts: [[Int]: Int] = [:]
    for index in 0..<alphabet.count {
      counts[[Int(alphabet.masks[index] & required), alphabet.weight(at: index)], default: 0] += 1
    }
    return counts.map { Group(mask: UInt8($0.key[0]), weight: $0.key[1], count: $0.value) }
  }

  /// Returns the counts of all lengths of the plan, in ascending order.
  ///
  /// - Complexity: O(*n* · 2^*c*) operations on integers of O(*n*) bits, for *n* positions and *c*
  ///   required classes.
  mutating func counts() -> [SegmentCount] {
    var result: [SegmentCount] = []
    for position in 0..<plan.lengths.upperBound {
      switch plan.slot(at: position) {
      case .alphabet(let index): extend(by: alphabetGroups[index])
      case .literal(_, let mask):
        extend(by: [Group(mask: mask & plan.requiredMask, weight: 1, count: 1)])
      }
      if plan.lengths.contains(position + 1) { result.append(countSoFar(length: position + 1)) }
    }
    return result
  }

  private mutating func extend(by groups: [Group]) {
    for index in terms.indices {
      let offered = groups.filter { $0.mask & terms[index].avoided == 0 }
      let weight = BigUInt(offered.reduce(0) { $0 + $1.weight * $1.count })
      for (place, value) in values.enumerated() {
        let ofValue = offered.reduce(0) { $1.weight == value ? $0 + $1.weight * $1.count : $0 }
        terms[index].weightByValue[place] =
          terms[index].weightByValue[place] * weight + terms[index].weight * BigUInt(ofValue)
      }
      terms[index].weight *= weight
      terms[index].count *= BigUInt(offered.reduce(0) { $0 + $1.count })
    }
    var extended = [Double](repeating: -.infinity, count: best.count)
    for mask in best.indices where best[mask] > -.infinity {
      for group in groups {
        let target = mask | Int(group.mask)
        extended[target] = max(extended[target], best[mask] + Platform.log2(Double(group.weight)))
      }
    }
    best = extended
  }

  private func signedSum(_ value: (Term) -> BigUInt) -> BigUInt {
    var sum = SignedSum()
    for term in terms {
      sum.add(value(term), isNegative: !term.avoided.nonzeroBitCount.isMultiple(of: 2))
    }
    return sum.positivePart
  }

  private func countSoFar(length: Int) -> SegmentCount {
    let total = signedSum(\.weight)
    var meanLogWeight = 0.0
    for (place, value) in values.enumerated() {
      let occurrences = signedSum { $0.weightByValue[place] }.ratio(to: total)
      meanLogWeight += occurrences * Platform.log2(Double(value))
    }
    return SegmentCount(
      length: length, count: signedSum(\.count), totalWeight: total,
      shannonBits: total.log2 - meanLogWeight,
      minEntropyBits: total.log2 - best[Int(plan.requiredMask)])
  }
}
