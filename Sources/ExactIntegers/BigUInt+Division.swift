extension BigUInt {
  /// Returns the quotient of two numbers, rounded down; the second must not be 0.
  public static func / (left: BigUInt, right: BigUInt) -> BigUInt {
    left.quotientAndRemainder(dividingBy: right).quotient
  }

  /// Returns the remainder of a division; the second number must not be 0.
  public static func % (left: BigUInt, right: BigUInt) -> BigUInt {
    left.quotientAndRemainder(dividingBy: right).remainder
  }

  /// Returns the quotient, rounded down, and the remainder.
  ///
  /// - Complexity: O(*n* · *m*) for a quotient of *n* words and a divisor of *m*.
  public func quotientAndRemainder(
    dividingBy divisor: BigUInt
  ) -> (quotient: BigUInt, remainder: BigUInt) {
    precondition(divisor != 0, "division by zero")
    if isSmall {
      guard divisor.isSmall else { return (0, self) }
      let (quotient, remainder) = small.quotientAndRemainder(dividingBy: divisor.small)
      return (BigUInt(small: quotient), BigUInt(small: remainder))
    }
    if divisor.isSmall {
      let (quotient, remainder) = quotientAndRemainder(dividingBy: divisor.small)
      return (quotient, BigUInt(small: remainder))
    }
    if self < divisor { return (0, self) }
    return longDivision(by: divisor.large)
  }

  private func quotientAndRemainder(
    dividingBy word: UInt64
  ) -> (quotient: BigUInt, remainder: UInt64) {
    var quotient = large
    var remainder: UInt64 = 0
    for index in quotient.indices.reversed() {
      (quotient[index], remainder) = word.dividingFullWidth((remainder, quotient[index]))
    }
    return (BigUInt(normalizing: quotient), remainder)
  }

  /// Divides by two or more words, digit by digit.
  ///
  /// This is algorithm D in D. E. Knuth, “The Art of Computer Programming”, volume 2, section
  /// 4.3.1.
  private func longDivision(by words: [UInt64]) -> (quotient: BigUInt, remainder: BigUInt) {
    let count = words.count
    let shift = words[count - 1].leadingZeroBitCount
    let divisor = Array(Limbs.shiftedUp(words, by: shift).dropLast())
    var rest = Limbs.shiftedUp(large, by: shift)
    let (first, second) = (divisor[count - 1], divisor[count - 2])
    var quotient = [UInt64](repeating: 0, count: rest.count - count)
    for place in quotient.indices.reversed() {
      let top = rest[place + count]
      var digit = UInt64.max
      if top < first {
        var left: UInt64
        (digit, left) = first.dividingFullWidth((top, rest[place + count - 1]))
        // At most twice: the two leading words of the divisor make the digit at most 1 too large.
        while true {
          let product = digit.multipliedFullWidth(by: second)
          guard (product.high, product.low) > (left, rest[place + count - 2]) else { break }
          digit -= 1
          let overflow: Bool
          (left, overflow) = left.addingReportingOverflow(first)
          if overflow { break }
        }
      }
      let borrow = Limbs.subtractProduct(divisor, digit, from: &rest, at: place)
      let isTooLarge = borrow > top
      rest[place + count] = top &- borrow
      if isTooLarge {
        digit -= 1
        addBack(divisor, to: &rest, at: place)
        // The largest digit, chosen without examining the second word, may be too large by 2.
        if rest[place + count] != 0 {
          digit -= 1
          addBack(divisor, to: &rest, at: place)
        }
      }
      quotient[place] = digit
    }
    let remainder = Limbs.shiftedDown(rest[..<count], by: shift)
    return (BigUInt(normalizing: quotient), BigUInt(normalizing: remainder))
  }

  /// Adds the divisor; the carry cancels the borrow in the word above.
  private func addBack(_ divisor: [UInt64], to rest: inout [UInt64], at place: Int) {
    _ = Limbs.add(divisor, to: &rest, at: place)
  }

  /// Returns the greatest common divisor; that of 0 and a number is the number.
  ///
  /// - Complexity: O(*n*²) for *n* words.
  public func greatestCommonDivisor(with other: BigUInt) -> BigUInt {
    var (left, right) = (self, other)
    while !left.isSmall || !right.isSmall {
      if right == 0 { return left }
      (left, right) = (right, left % right)
    }
    var (first, second) = (left.small, right.small)
    while second != 0 { (first, second) = (second, first % second) }
    return BigUInt(small: first)
  }
}
