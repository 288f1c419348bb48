import ExactIntegers

/// A large natural number for each state of an automaton: the number of ways to complete a password
/// in a given number of steps, or their weight.
///
/// The numbers have a fixed size and are stored side by side: counting takes one multiplication and
/// addition per word and edge, about 20 times faster than with numbers that are objects.
struct CompletionCounts {
  /// What is summed.
  enum Measure {
    /// The draws, each with the product of the weights of its characters.
    case weight
    /// The draws, each counted once.
    case count
  }

  /// The number of steps that remain.
  private(set) var remaining = 0
  /// How many of the states, from the first, have a number.
  private(set) var stateCount: Int
  /// The number of 64-bit words of a number.
  private(set) var width = 1
  private var words: [UInt64]

  let measure: Measure
  /// All numbers are less than 2 to this power.
  private var bits = 1

  /// Makes the completions in no steps: one in accepting states, none in others.
  init(_ automaton: PasswordAutomaton, _ measure: Measure) {
    self.measure = measure
    stateCount = automaton.stateCount
    words = automaton.isAccepting.map { $0 ? 1 : 0 }
  }

  /// Returns the number of a state, least significant word first; 0 beyond ``stateCount``.
  func number(_ state: Int) -> ArraySlice<UInt64> {
    state < stateCount ? words[state * width..<(state + 1) * width] : []
  }

  subscript(state: Int) -> BigUInt { BigUInt(words: number(state)) }

  func isZero(_ state: Int) -> Bool { number(state).allSatisfy { $0 == 0 } }

  /// Returns the completions in one more step.
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

  /// Adds `factor` × `number` to a number that has room for the sum.
  static func add(
    _ factor: UInt64, _ number: UnsafeBufferPointer<UInt64>,
    to sum: UnsafeMutableBufferPointer<UInt64>
  ) {
    var carry: UInt64 = 0
    for index in 0..<number.count {
      // (2⁶⁴ − 1)² + 2 · (2⁶⁴ − 1) = 2¹²⁸ − 1, which just fits.
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
