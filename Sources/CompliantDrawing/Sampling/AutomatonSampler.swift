import ExactIntegers
import PasswordGeneration
import PasswordPolicy

/// An automaton prepared for drawing: every path from the start has exactly its share.
///
/// For each number of remaining steps and each state there is a row: the edges of the state, and
/// thresholds that divide the numbers from 0 to 1 in proportion to the completions behind the
/// edges. A threshold is a fraction whose leading digits are stored: a random number with different
/// leading digits is placed by them, and about one in a billion, which has the same ones, is
/// decided by the digits that follow.
///
/// Immutable; the drawers of all threads share it.
final class AutomatonSampler: Sendable {
  /// The position of the edges and thresholds of a state.
  struct Row: BitwiseCopyable, Sendable {
    let firstEdge: Int32
    /// One less than the number of edges; −1 for a state that cannot be completed.
    let thresholdCount: Int32
    let firstThreshold: Int32
  }

  struct Edge: BitwiseCopyable, Sendable {
    let target: Int32
    let alternatives: UInt32
    /// The index of the first character in ``codes``, or the group of the words.
    let first: UInt16
    let codeCount: UInt8
    let choice: PasswordAutomaton.Choice
  }

  let automaton: PasswordAutomaton
  let lengths: LengthChoice
  /// The number of leading digits of fractions that are kept; 32 except in tests.
  let digits: Int
  /// The length of the longest password in bytes.
  let maximumBytes: Int
  /// The words and their placement beside the segment.
  let phrase: SampledPhrase?
  /// The first row for one remaining step, for two, and so on.
  let layers: FixedTable<Int32>
  let rows: FixedTable<Row>
  let thresholds: FixedTable<UInt32>
  let edges: FixedTable<Edge>
  /// The characters of the classes, one class after another, each padded with zeros to whole
  /// vectors.
  let codes: FixedTable<UInt8>

  /// The number of characters that are searched at a time.
  static let stride = 16

  /// Makes a sampler; `nil` when it would need more thresholds and rows than the budget allows.
  ///
  /// - Parameters:
  ///   - automaton: the automaton of a recipe.
  ///   - recipe: the recipe.
  ///   - shares: the shares of the lengths that comply, not all of them 0.
  ///   - thresholdBudget: the maximum number of thresholds and rows.
  ///   - digits: the number of leading digits of fractions to keep.
  /// - Complexity: O(*n* · *e*) additions and divisions, for *n* steps and *e* edges.
  init?(
    _ automaton: PasswordAutomaton, _ recipe: CompiledRecipe,
    shares: [(length: Int, share: LengthChoice.Share)],
    thresholdBudget: Int, digits: Int
  ) {
    guard let lengths = automaton.lengths else { return nil }
    let longest = lengths.upperBound + automaton.fixedSteps
    var builder = RowBuilder(automaton, digits: digits)
    var layers: [Int32] = []
    var weights = CompletionCounts(automaton, .weight)
    for _ in 0..<longest {
      layers.append(Int32(builder.rows.count))
      let next = weights.extended(automaton)
      builder.append(weights, next)
      guard builder.thresholds.count + builder.rows.count <= thresholdBudget else { return nil }
      weights = next
    }
    self.automaton = automaton
    self.digits = digits
    maximumBytes = recipe.maximumBytes
    phrase = recipe.phrase.map {
      SampledPhrase($0, recipe.tables, groups: automaton.steps.wordGroups)
    }
    self.lengths = LengthChoice(shares, digits: digits)
    self.layers = FixedTable(layers)
    rows = FixedTable(builder.rows)
    thresholds = FixedTable(builder.thresholds)
    edges = FixedTable(builder.edges)
    codes = FixedTable(builder.codes)
  }

  /// Returns the completions behind each edge of a state, and their total.
  ///
  /// They are counted again, which takes about as long as making the sampler did: the numbers are
  /// not kept, since only about one draw in a billion needs them.
  func parts(of state: Int, remaining: Int) -> (parts: [BigUInt], total: BigUInt) {
    var weights = CompletionCounts(automaton, .weight)
    while weights.remaining < remaining - 1 { weights = weights.extended(automaton) }
    let table = automaton.tables[automaton.kind(remaining: remaining)]
    let parts = table.row(state).map { index in
      weights[Int(table.edges[index].target)] * BigUInt(table.edges[index].amount(.weight))
    }
    return (parts, parts.reduce(0, +))
  }
}

/// Lays out the rows of a sampler.
private struct RowBuilder {
  private(set) var rows: [AutomatonSampler.Row] = []
  private(set) var thresholds: [UInt32] = []
  /// The edges of all kinds of steps, one kind after another.
  private(set) var edges: [AutomatonSampler.Edge] = []
  private(set) var codes: [UInt8] = []

  private let automaton: PasswordAutomaton
  private let digits: Int
  private var firstEdgeOfKind: [Int] = []

  init(_ automaton: PasswordAutomaton, digits: Int) {
    self.automaton = automaton
    self.digits = digits
    var firstCodes: [UInt16] = []
    for characters in automaton.partition.classes {
      firstCodes.append(UInt16(codes.count))
      codes += characters.codes
      while codes.count % AutomatonSampler.stride != 0 { codes.append(0) }
    }
    for (kind, table) in automaton.tables.enumerated() {
      firstEdgeOfKind.append(edges.count)
      let areWords = kind >= automaton.steps.firstWordKind
      edges += table.edges.map { edge in
        let members = Int(edge.members)
        return AutomatonSampler.Edge(
          target: edge.target, alternatives: edge.alternatives,
          first: areWords ? edge.members : firstCodes[members],
          codeCount: areWords ? 0 : UInt8(automaton.partition.classes[members].codes.count),
          choice: edge.choice)
      }
    }
  }

  /// Appends the rows of a layer.
  ///
  /// - Parameters:
  ///   - weights: the completions in one step fewer.
  ///   - next: the completions in the layer's number of steps.
  mutating func append(_ weights: CompletionCounts, _ next: CompletionCounts) {
    let kind = automaton.kind(remaining: next.remaining)
    let table = automaton.tables[kind]
    var sum = [UInt64](repeating: 0, count: next.width)
    for state in 0..<next.stateCount {
      let row = table.row(state)
      let isDead = next.isZero(state)
      rows.append(
        AutomatonSampler.Row(
          firstEdge: Int32(firstEdgeOfKind[kind] + row.lowerBound),
          thresholdCount: isDead ? -1 : Int32(row.count - 1),
          firstThreshold: Int32(thresholds.count)))
      if isDead { continue }
      for index in sum.indices { sum[index] = 0 }
      for index in row.dropLast() {
        let edge = table.edges[index]
        unsafe weights.number(Int(edge.target)).withUnsafeBufferPointer { number in
          unsafe sum.withUnsafeMutableBufferPointer { sum in
            unsafe CompletionCounts.add(edge.amount(.weight), number, to: sum)
          }
        }
        thresholds.append(
          LeadingDigits.of(sum, over: next.number(state), digits: digits))
      }
    }
  }
}
