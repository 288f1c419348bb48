extension BigUInt {
  /// Returns the sum of two numbers.
  public static func + (left: BigUInt, right: BigUInt) -> BigUInt {
    var sum = left
    sum += right
    return sum
  }

  /// Adds a number.
  ///
  /// - Complexity: O(*n*) for *n* words.
  public static func += (left: inout BigUInt, right: BigUInt) {
    if left.isSmall && right.isSmall {
      let (sum, carries) = left.small.addingReportingOverflow(right.small)
      if carries {
        left.small = 0
        left.large = [sum, 1]
      } else {
        left.small = sum
      }
      return
    }
    if left.isSmall {
      let word = left.small
      left = right
      left.add(word)
    } else if right.isSmall {
      left.add(right.small)
    } else {
      if left.large.count < right.large.count {
        left.large += repeatElement(0, count: right.large.count - left.large.count)
      }
      let carries = Limbs.add(right.large, to: &left.large, at: 0)
      if carries { left.large.append(1) }
    }
  }

  /// Adds a word to a number of two or more words.
  private mutating func add(_ word: UInt64) {
    let carries = Limbs.add(word, to: &large, at: 0)
    if carries { large.append(1) }
  }

  /// Returns the difference of two numbers; the first must not be less than the second.
  public static func - (left: BigUInt, right: BigUInt) -> BigUInt {
    var difference = left
    difference -= right
    return difference
  }

  /// Subtracts a number that must not be greater than this one.
  ///
  /// - Complexity: O(*n*) for *n* words.
  public static func -= (left: inout BigUInt, right: BigUInt) {
    if left.isSmall {
      precondition(right.isSmall && right.small <= left.small, "a natural number is not negative")
      left.small -= right.small
      return
    }
    precondition(right.large.count <= left.large.count, "a natural number is not negative")
    let borrows = Limbs.subtract(
      right.isSmall ? [right.small] : right.large, from: &left.large, at: 0)
    precondition(!borrows, "a natural number is not negative")
    left = BigUInt(normalizing: left.large)
  }
}
