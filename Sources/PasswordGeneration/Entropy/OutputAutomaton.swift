import ExactIntegers
import Platform

/// Counts exactly how many draws give each password, for recipes whose passwords do not reveal it.
///
/// The recipe is a non-deterministic automaton over bytes, whose paths are the draws, weighted so
/// that a path's weight is proportional to the probability of the draw. It is made deterministic by
/// following, for all passwords at once, the vector of weights over its states; vectors that differ
/// by a factor share what follows them (M. Mohri, “Finite-State Transducers in Language and Speech
/// Processing”, Computational Linguistics 23(2), 1997). For each vector it keeps, over all ways to
/// continue, the number of passwords, the sum of their weights `m`, the mean of `log₂ m` and the
/// maximum `m`.
struct OutputAutomaton {
  /// The work after which counting gives up: 131,072 transitions with weights of one word, about
  /// half a second.
  ///
  /// Longer weights count for more, as they take longer.
  static let workBudget = 1 << 17

  /// The result of everything that follows a vector of states.
  private struct Outcome {
    var passwords: BigUInt = 0
    var weight: BigUInt = 0
    /// The mean of log₂ m over passwords, each counted m times.
    var meanLog = 0.0
    var greatest: BigUInt = 0
  }

  /// Weights of states, without common factor, in the order of the states.
  private struct Vector: Hashable {
    var states: [OutputState]
    var weights: [BigUInt]
  }

  /// A way to continue from a vector: `bytes` different bytes lead to `factor` times a vector.
  private struct Step {
    let bytes: Int
    let factor: BigUInt
    let target: Int
  }

  private struct Node {
    let vector: Vector
    var steps: [Step]?
    var outcome: Outcome?
  }

  private static func cost(of weight: BigUInt) -> Int { 1 + weight.bitWidth / 32 }

  private let transitions: OutputTransitions
  private var nodes: [Node] = []
  private var indices: [Vector: Int] = [:]
  private var work = 0

  init(recipe: CompiledRecipe, segments: [SegmentCount]) {
    transitions = OutputTransitions(recipe: recipe, segments: segments)
  }

  /// Returns the exact entropy, or `nil` when the budget does not suffice.
  mutating func entropy() -> Entropy? {
    guard !transitions.start.isEmpty else { return nil }
    let (start, factor) = node(of: transitions.start)
    guard evaluate(start), let outcome = nodes[start].outcome else { return nil }
    let total = (outcome.weight * factor).log2
    return Entropy(
      shannonBits: total - outcome.meanLog - factor.log2,
      minEntropyBits: total - (outcome.greatest * factor).log2,
      count: outcome.passwords, isExact: true)
  }

  /// Finds the outcomes of a node and of all that follow it, the last ones first.
  private mutating func evaluate(_ start: Int) -> Bool {
    var pending = [start]
    while let index = pending.last {
      if nodes[index].outcome != nil {
        pending.removeLast()
        continue
      }
      if let steps = nodes[index].steps {
        nodes[index].outcome = outcome(of: nodes[index].vector, steps)
        pending.removeLast()
        continue
      }
      guard let steps = steps(from: nodes[index].vector) else { return false }
      nodes[index].steps = steps
      for step in steps where nodes[step.target].outcome == nil { pending.append(step.target) }
    }
    return true
  }

  private func outcome(of vector: Vector, _ steps: [Step]) -> Outcome {
    var outcome = Outcome()
    let ending = zip(vector.states, vector.weights).reduce(BigUInt(0)) {
      transitions.isFinal($1.0) ? $0 + $1.1 : $0
    }
    var logs: [(weight: BigUInt, meanLog: Double)] = []
    if ending > 0 {
      outcome.passwords = 1
      outcome.weight = ending
      outcome.greatest = ending
      logs.append((ending, ending.log2))
    }
    for step in steps {
      guard let next = nodes[step.target].outcome, next.passwords > 0 else { continue }
      let weight = next.weight * step.factor * BigUInt(step.bytes)
      outcome.passwords += next.passwords * BigUInt(step.bytes)
      outcome.weight += weight
      outcome.greatest = max(outcome.greatest, next.greatest * step.factor)
      logs.append((weight, next.meanLog + step.factor.log2))
    }
    outcome.meanLog = logs.reduce(0) { $0 + $1.weight.ratio(to: outcome.weight) * $1.meanLog }
    return outcome
  }

  /// Returns the ways to continue from a vector, or `nil` when the budget is spent.
  private mutating func steps(from vector: Vector) -> [Step]? {
    var byByte: [UInt8: [OutputState: BigUInt]] = [:]
    for (state, weight) in zip(vector.states, vector.weights) {
      let arcs = transitions.arcs(from: state)
      work += arcs.count * Self.cost(of: weight)
      guard work <= Self.workBudget else { return nil }
      for arc in arcs {
        byByte[arc.byte, default: [:]][arc.target, default: 0] += weight * BigUInt(arc.weight)
      }
    }
    var bytes: [Int: [BigUInt: Int]] = [:]
    for (_, weights) in byByte.sorted(by: { $0.key < $1.key }) {
      let (target, factor) = node(of: weights)
      bytes[target, default: [:]][factor, default: 0] += 1
    }
    // In a fixed order, so that sums of rounded numbers are the same in every run.
    return bytes.sorted { $0.key < $1.key }.flatMap { target, factors in
      factors.sorted { $0.key < $1.key }.map {
        Step(bytes: $0.value, factor: $0.key, target: target)
      }
    }
  }

  /// Returns the node of a vector, and the factor taken out of its weights.
  private mutating func node(of weights: [OutputState: BigUInt]) -> (Int, BigUInt) {
    let sorted = weights.sorted { $0.key < $1.key }
    // A common divisor of long numbers takes a step for each bit; that of a single number takes
    // none.
    if sorted.count > 1 { work += sorted.reduce(0) { $0 + Self.cost(of: $1.value) } }
    let factor = sorted.reduce(BigUInt(0)) { $1.value.greatestCommonDivisor(with: $0) }
    let vector = Vector(states: sorted.map(\.key), weights: sorted.map { $0.value / factor })
    if let index = indices[vector] { return (index, factor) }
    nodes.append(Node(vector: vector))
    indices[vector] = nodes.count - 1
    return (nodes.count - 1, factor)
  }
}
