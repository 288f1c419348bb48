import BigInt

/// How much work may be done before counting is given up.
struct WorkBudget {
  /// The units left: one a step, and one for each 64 bits of the number it adds.
  private(set) var left: Int

  /// Takes a step off, which adds a number; `false` when nothing is left.
  mutating func spend(on number: BigUInt) -> Bool {
    left -= 1 + number.bitWidth / 64
    return left >= 0
  }

  /// Takes units off; `false` when nothing is left.
  mutating func spend(_ units: Int) -> Bool {
    left -= units
    return left >= 0
  }

  init(_ units: Int) { left = units }
}
