extension ByteSource where Self: ~Copyable {
  /// Draws a uniform 64-bit integer.
  ///
  /// Takes 8 random bytes.
  public mutating func nextUInt64() throws(ByteSourceError) -> UInt64 {
    var bytes: InlineArray<8, UInt8> = .init(repeating: 0)
    var span = bytes.mutableSpan
    try fill(&span)
    return unsafe bytes.span.bytes.unsafeLoad(as: UInt64.self)
  }

  /// Draws a uniform integer in `0 ..< bound`, without modulo bias.
  ///
  /// The high word of `draw × bound` is the result; draws whose low word is below `2⁶⁴ mod bound`
  /// are drawn again, which leaves every result the same number of draws (D. Lemire, “Fast Random
  /// Integer Generation in an Interval”, ACM TOMACS 29(1), 2019).
  ///
  /// - Parameter bound: 1 or more. For a bound of 2⁶⁴ use ``nextUInt64()``.
  /// - Returns: the integer.
  /// - Throws: what the source throws.
  /// - Complexity: fewer than 2 expected draws of 8 bytes, even for the worst bound.
  public mutating func uniform(below bound: UInt64) throws(ByteSourceError) -> UInt64 {
    precondition(bound > 0, "uniform(below:): the bound must be positive")
    let threshold = (0 &- bound) % bound  // 2⁶⁴ mod bound
    while true {
      let product = try nextUInt64().multipliedFullWidth(by: bound)
      if product.low >= threshold { return product.high }
    }
  }

  /// Draws a uniform integer in `0 ... maximum`: every bound up to 2⁶⁴.
  ///
  /// - Throws: what the source throws.
  public mutating func uniform(through maximum: UInt64) throws(ByteSourceError) -> UInt64 {
    maximum == .max ? try nextUInt64() : try uniform(below: maximum + 1)
  }
}
