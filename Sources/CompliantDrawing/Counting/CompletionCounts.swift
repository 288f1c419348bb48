import ExactIntegers

/// For each state of an automaton a large natural number: in how many ways, or with how much weight,
/// a password can be completed in a given number of steps.
///
/// Numbers have a fixed size and stand side by side: counting is one multiplication and addition a
/// word and an edge, some 20 times faster than with numbers that are objects.
struct CompletionCounts {
  /// What is added up.
  enum Measure {
    /// The draws, each with the product of the weights of its characters.
    case weight
    /// The draws as such.
    case count
  }

  /// How many steps remain.
  private(set) var remaining = 0
  /// The number of states, the first ones, that have a number.
  private(set) var stateCount: Int
  /// How many 64-bit words a number has.
  private(set) var width = 1
  private var words: [UInt64]

  let measure: Measure
  /// All numbers are below 2 to this.
  private var bits = 1

  /// The completions in no step: one in accepting states, none in others.
  init(_ automaton: PasswordAutomaton, _ measure: Measure) {
    self.measure = measure
    stateCount = automaton.stateCount
    words = automaton.isAccepting.map { $0 ? 1 : 0 }
  }

  /// The number of a state, least significant word first; 0 beyond ``stateCount``.
  func number(_ state: Int) -> ArraySlice<UInt64> {
    state < stateCount ? words[state * width..<(state + 1) * width] : []
  }

  subscript(state: Int) -> BigUInt { BigUInt(words: number(state)) }

  func isZero(_ state: Int) -> Bool { number(state).allSatisfy { $0 == 0 } }

  /// The completions in one step more.
  ///
  /// - Complexity: O(edges × words of a number).
  func extended(_ automaton: PasswordAutomaton) -> CompletionCounts {
    var next = self
    next.remaining += 1
    let table = automaton.tables[automaton.kind(remaining: next.remaining)]
    // A number of a bits times one of b bits has at most a + b bits.
    next.bits += UInt64.bitWidth - table.largestSum(measure).leadingZeroBitCount
    next.width = (next.bits + 63) / 64
    next.stateCount = automaton.reachable(remaining: next.remaining)
    next.words = [UInt64](repeating: 0, count: next.stateCount * next.width)
    let (width, nextWidth) = (width, next.width)
    unsafe words.withUnsafeBufferPointer { words in
      unsafe next.words.withUnsafeMutableBufferPointer { sums in
        for state in 0..<next.stateCount {
          for edge in table.row(state) {
            let edge = table.edges[edge]
            let target = Int(edge.target)
            guard target < stateCount else { continue }
            unsafe Self.add(
              edge.amount(measure),
              UnsafeBufferPointer(rebasing: words[target * width..<(target + 1) * width]),
              to: UnsafeMutableBufferPointer(
                rebasing: sums[state * nextWidth..<(state + 1) * nextWidth]))
          }
        }
      }
    }
    return next
  }

  /// Adds `factor` × `number` to a number that has room for it.
  static func add(
    _ factor: UInt64, _ number: UnsafeBufferPointer<UInt64>,
    to sum: UnsafeMutableBufferPointer<UInt64>
  ) {
    var carry: UInt64 = 0
    for index in 0..<number.count {
      // (2⁶⁴ − 1)² + 2 · (2⁶⁴ − 1) = 2¹²⁸ − 1: it just fits.
      let product = unsafe factor.multipliedFullWidth(by: number[index])
      let (low, first) = product.low.addingReportingOverflow(carry)
      let (value, second) = unsafe low.addingReportingOverflow(sum[index])
      unsafe sum[index] = value
      carry = product.high &+ (first ? 1 : 0) &+ (second ? 1 : 0)
    }
    var index = number.count
    while carry != 0 {
      let (value, overflow) = unsafe sum[index].addingReportingOverflow(carry)
      unsafe sum[index] = value
      carry = overflow ? 1 : 0
      index += 1
    }
  }
}
