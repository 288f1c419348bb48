import ExactIntegers
import PasswordGeneration
import Randomness

extension NumberStream {
  /// Draws the first binary digits, at most 32, of a number from 0 to 1.
  @inline(__always)
  mutating func leadingDigits<Source: ByteSource & ~Copyable>(
    _ digits: Int, from source: inout Source
  ) throws(ByteSourceError) -> UInt32 {
    try nextWord(from: &source) >> UInt32(32 - digits)
  }

  /// Draws a length, each with its exact share.
  mutating func length<Source: ByteSource & ~Copyable>(
    _ choice: LengthChoice, digits: Int, from source: inout Source
  ) throws(ByteSourceError) -> Int {
    if choice.lengths.count == 1 { return choice.lengths[0] }
    while true {
      let index = Int(try next(below: UInt32(choice.lengths.count), from: &source))
      let drawn = try leadingDigits(digits, from: &source)
      if drawn < choice.thresholds[index] { return choice.lengths[index] }
      if drawn > choice.thresholds[index] { continue }
      var chance = choice.chance(index, digits: digits)
      var comparison = chance.comparison
      while comparison == .isOpen { comparison = chance.compare(try nextWord(from: &source)) }
      if comparison == .isBelow { return choice.lengths[index] }
    }
  }

  /// Chooses one of several parts, each with its exact share, by a number whose first digits have
  /// been drawn.
  ///
  /// - Parameters:
  ///   - candidates: the parts whose upper ends the number may or may not be below; it is known to
  ///     be beyond the parts before these, and below the ends of those after.
  ///   - parts: all parts.
  ///   - total: their sum.
  ///   - drawn: the first digits of the number.
  ///   - digits: the number of digits drawn.
  ///   - source: the source.
  /// - Returns: the index of the part.
  /// - Throws: what the source throws.
  mutating func choice<Source: ByteSource & ~Copyable>(
    among candidates: Range<Int>, of parts: [BigUInt], total: BigUInt, drawn: UInt32, digits: Int,
    from source: inout Source
  ) throws(ByteSourceError) -> Int {
    var choice = candidates.lowerBound
    var sum = parts[..<choice].reduce(0, +)
    var open: [ExactFraction] = []
    func take(_ fraction: ExactFraction, _ comparison: ExactFraction.Comparison) {
      switch comparison {
      case .isBelow: break
      case .isNotBelow: choice += 1
      case .isOpen: open.append(fraction)
      }
    }
    for index in candidates {
      sum += parts[index]
      let leading = ExactFraction.leadingDigits(sum, over: total, digits: digits)
      if drawn != leading {
        choice += drawn > leading ? 1 : 0
        continue
      }
      let fraction = ExactFraction(sum, over: total, digits: digits)
      take(fraction, fraction.comparison)
    }
    while !open.isEmpty {
      let word = try nextWord(from: &source)
      let fractions = open
      open = []
      for var fraction in fractions {
        let comparison = fraction.compare(word)
        take(fraction, comparison)
      }
    }
    return choice
  }
}
