/// Arithmetic on numbers as plain words, least significant first.
enum Limbs {
  /// Adds a word at an index; returns whether there is a carry out of the last word.
  static func add(_ word: UInt64, to sum: inout [UInt64], at start: Int) -> Bool {
    var carry = word
    var index = start
    while carry != 0 && index < sum.count {
      let (value, overflow) = sum[index].addingReportingOverflow(carry)
      sum[index] = value
      carry = overflow ? 1 : 0
      index += 1
    }
    return carry != 0
  }

  /// Adds words at an index, for which there is room; returns whether there is a carry out of the
  /// last word.
  static func add(_ words: [UInt64], to sum: inout [UInt64], at start: Int) -> Bool {
    var carry = false
    for index in 0..<words.count {
      let (partial, first) = sum[start + index].addingReportingOverflow(words[index])
      let (value, second) = partial.addingReportingOverflow(carry ? 1 : 0)
      sum[start + index] = value
      carry = first || second
    }
    return carry && add(1, to: &sum, at: start + words.count)
  }

  /// Subtracts words at an index; returns whether there is a borrow out of the last word.
  static func subtract(_ words: [UInt64], from sum: inout [UInt64], at start: Int) -> Bool {
    var borrow = false
    for index in 0..<words.count {
      let (partial, first) = sum[start + index].subtractingReportingOverflow(words[index])
      let (value, second) = partial.subtractingReportingOverflow(borrow ? 1 : 0)
      sum[start + index] = value
      borrow = first || second
    }
    var index = start + words.count
    while borrow && index < sum.count {
      (sum[index], borrow) = sum[index].subtractingReportingOverflow(1)
      index += 1
    }
    return borrow
  }

  /// Adds `factor` × `words` at an index; returns the carry beyond the words' own length.
  static func addProduct(
    _ words: [UInt64], _ factor: UInt64, to sum: inout [UInt64], at start: Int
  ) -> UInt64 {
    precondition(start >= 0 && start + words.count <= sum.count)
    // Both buffers are accessed within their bounds, as just checked.
    return unsafe words.withUnsafeBufferPointer { words in
      unsafe sum.withUnsafeMutableBufferPointer { sum in
        var carry: UInt64 = 0
        for index in 0..<words.count {
          // (2⁶⁴ − 1)² + 2 · (2⁶⁴ − 1) = 2¹²⁸ − 1, which just fits.
          let product = unsafe factor.multipliedFullWidth(by: words[index])
          let (low, first) = product.low.addingReportingOverflow(carry)
          let (value, second) = unsafe low.addingReportingOverflow(sum[start + index])
          unsafe sum[start + index] = value
          carry = product.high &+ (first ? 1 : 0) &+ (second ? 1 : 0)
        }
        return carry
      }
    }
  }

  /// Subtracts `factor` × `words` at an index; returns the borrow beyond the words' own length.
  static func subtractProduct(
    _ words: [UInt64], _ factor: UInt64, from sum: inout [UInt64], at start: Int
  ) -> UInt64 {
    var carry: UInt64 = 0
    for index in 0..<words.count {
      let product = factor.multipliedFullWidth(by: words[index])
      let (low, first) = product.low.addingReportingOverflow(carry)
      let (value, second) = sum[start + index].subtractingReportingOverflow(low)
      sum[start + index] = value
      carry = product.high &+ (first ? 1 : 0) &+ (second ? 1 : 0)
    }
    return carry
  }

  /// Returns the words shifted up by less than a word, with one more word for the overflow.
  static func shiftedUp(_ words: [UInt64], by bits: Int) -> [UInt64] {
    var result: [UInt64] = []
    result.reserveCapacity(words.count + 1)
    var carry: UInt64 = 0
    for word in words {
      result.append(word << UInt64(bits) | carry)
      // In Swift a shift by 64 gives 0.
      carry = word >> UInt64(64 - bits)
    }
    result.append(carry)
    return result
  }

  /// Returns the words shifted down by less than a word.
  static func shiftedDown(_ words: ArraySlice<UInt64>, by bits: Int) -> [UInt64] {
    var result: [UInt64] = []
    result.reserveCapacity(words.count)
    for index in words.indices {
      let above = index + 1 < words.endIndex ? words[index + 1] : 0
      result.append(words[index] >> UInt64(bits) | above << UInt64(64 - bits))
    }
    return result
  }
}
