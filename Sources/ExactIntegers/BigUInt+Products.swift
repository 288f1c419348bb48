extension BigUInt {
  /// The number of words from which Karatsuba's method is faster.
  static let karatsubaWords = 40

  /// Returns the product of two numbers.
  ///
  /// - Complexity: O(*n* · *m*) for numbers of *n* and *m* words; O(*n*^1.585) when both are long
  ///   (A. Karatsuba, Y. Ofman, Doklady Akad. Nauk SSSR 145, 1962).
  public static func * (left: BigUInt, right: BigUInt) -> BigUInt {
    if left.isSmall && right.isSmall {
      let product = left.small.multipliedFullWidth(by: right.small)
      return product.high == 0
        ? BigUInt(small: product.low) : BigUInt(normalizing: [product.low, product.high])
    }
    if left.isSmall { return right.multiplied(by: left.small) }
    if right.isSmall { return left.multiplied(by: right.small) }
    return BigUInt(normalizing: product(left.large, right.large))
  }

  /// Multiplies by a number.
  public static func *= (left: inout BigUInt, right: BigUInt) { left = left * right }

  private func multiplied(by word: UInt64) -> BigUInt {
    var words = [UInt64](repeating: 0, count: large.count + 1)
    words[large.count] = Limbs.addProduct(large, word, to: &words, at: 0)
    return BigUInt(normalizing: words)
  }

  private static func product(_ left: [UInt64], _ right: [UInt64]) -> [UInt64] {
    let (short, long) = left.count < right.count ? (left, right) : (right, left)
    if short.count < karatsubaWords {
      var words = [UInt64](repeating: 0, count: left.count + right.count)
      for (index, factor) in short.enumerated() {
        words[index + long.count] = Limbs.addProduct(long, factor, to: &words, at: index)
      }
      return words
    }
    let half = (long.count + 1) / 2
    if short.count <= half {
      // One is much longer, so its parts are multiplied one by one.
      var words = [UInt64](repeating: 0, count: left.count + right.count)
      var start = 0
      while start < long.count {
        let part = Array(long[start..<min(start + short.count, long.count)])
        _ = Limbs.add(product(part, short), to: &words, at: start)
        start += short.count
      }
      return words
    }
    // (a·B + b)·(c·B + d) = ac·B² + ((a + b)·(c + d) − ac − bd)·B + bd
    let b = BigUInt(normalizing: Array(long[..<half]))
    let a = BigUInt(normalizing: Array(long[half...]))
    let d = BigUInt(normalizing: Array(short[..<half]))
    let c = BigUInt(normalizing: Array(short[half...]))
    let (high, low) = (a * c, b * d)
    let middle = (a + b) * (c + d) - high - low
    var words = [UInt64](repeating: 0, count: left.count + right.count)
    _ = Limbs.add(low.words, to: &words, at: 0)
    _ = Limbs.add(middle.words, to: &words, at: half)
    _ = Limbs.add(high.words, to: &words, at: 2 * half)
    return words
  }

  /// Adds `number` × `factor`.
  ///
  /// - Complexity: O(*n*) for *n* words, in place where there is room.
  public mutating func multiplyAndAdd(_ number: BigUInt, _ factor: UInt64) {
    guard !number.isSmall else {
      self += number * BigUInt(small: factor)
      return
    }
    if isSmall { large = [small] }
    small = 0
    if large.count < number.large.count {
      large += repeatElement(0, count: number.large.count - large.count)
    }
    let carry = Limbs.addProduct(number.large, factor, to: &large, at: 0)
    if carry != 0 {
      if large.count == number.large.count {
        large.append(carry)
      } else if Limbs.add(carry, to: &large, at: number.large.count) {
        large.append(1)
      }
    }
    if large.last == 0 || large.count < 2 { self = BigUInt(normalizing: large) }
  }

  /// Returns a power with an exponent that must not be negative; 1 for an exponent of 0.
  public func power(_ exponent: Int) -> BigUInt {
    precondition(exponent >= 0, "the power of a natural number has no negative exponent")
    var (result, square, rest) = (BigUInt(small: 1), self, exponent)
    while rest > 0 {
      if rest & 1 == 1 { result *= square }
      rest >>= 1
      if rest > 0 { square *= square }
    }
    return result
  }
}
