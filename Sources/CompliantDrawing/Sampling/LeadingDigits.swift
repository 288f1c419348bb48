import ExactIntegers

/// The leading binary digits of fractions of large numbers.
enum LeadingDigits {
  /// Returns the leading digits of a fraction of two numbers of the same width; all ones for 1.
  ///
  /// The 64 leading bits of the numbers nearly always decide. Where *w* and *s* are those bits of
  /// the denominator and the numerator, the fraction is at least *s*/(*w* + 1) and less than
  /// (*s* + 1)/*w*.
  static func of(
    _ numerator: [UInt64], over denominator: ArraySlice<UInt64>, digits: Int
  ) -> UInt32 {
    let first = denominator.startIndex
    guard let top = denominator.lastIndex(where: { $0 != 0 }).map({ $0 - first }) else { return 0 }
    let shift = UInt64(denominator[first + top].leadingZeroBitCount)
    func leading(_ word: (Int) -> UInt64) -> UInt64 {
      // In Swift a shift by 64 gives 0.
      word(top) << shift | (top > 0 ? word(top - 1) >> (64 - shift) : 0)
    }
    let w = leading { denominator[first + $0] }
    let s = leading { numerator[$0] }
    let unit: UInt64 = 1 << UInt64(digits)
    if s < w {
      let (quotient, remainder) = w.dividingFullWidth(
        (s >> UInt64(64 - digits), s << UInt64(digits)))
      // s·2ᵈ = q·w + r, so (s + 1)·2ᵈ < (q + 1)·w when r + 2ᵈ < w, and s·2ᵈ ≥ q·(w + 1) when r ≥ q.
      let isDecided = top == 0 || (w - remainder > unit && remainder >= quotient)
      if isDecided { return UInt32(quotient) }
    }
    return ExactFraction.leadingDigits(
      BigUInt(words: numerator), over: BigUInt(words: denominator), digits: digits)
  }
}
