extension BigUInt {
  /// Returns the number times 2 to the power of `bits`, which must not be negative.
  public static func << (number: BigUInt, bits: Int) -> BigUInt {
    precondition(bits >= 0, "a shift is not negative")
    if number == 0 { return number }
    var words = [UInt64](repeating: 0, count: bits / 64)
    words += Limbs.shiftedUp(number.words, by: bits % 64)
    return BigUInt(normalizing: words)
  }

  /// Returns the number divided by 2 to the power of `bits`, rounded down; `bits` must not be
  /// negative.
  public static func >> (number: BigUInt, bits: Int) -> BigUInt {
    precondition(bits >= 0, "a shift is not negative")
    if number.isSmall { return BigUInt(small: bits < 64 ? number.small >> UInt64(bits) : 0) }
    guard bits / 64 < number.large.count else { return 0 }
    return BigUInt(
      normalizing: Limbs.shiftedDown(number.large[(bits / 64)...], by: bits % 64))
  }
}
