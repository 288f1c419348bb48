extension BigUInt: LosslessStringConvertible, CustomDebugStringConvertible {
  /// 10¹⁹, the largest power of ten in a word.
  private static let chunk = BigUInt(small: 10_000_000_000_000_000_000)
  private static let chunkDigits = 19

  /// Makes a number from decimal digits; `nil` for any other text, and for an empty one.
  ///
  /// - Complexity: that of a few products of the result's size.
  public init?(_ description: String) {
    var digits = Array(description.utf8)
    guard !digits.isEmpty, digits.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
    let missing = (Self.chunkDigits - digits.count % Self.chunkDigits) % Self.chunkDigits
    digits = [UInt8](repeating: 0x30, count: missing) + digits
    // The least significant part comes first; then neighbors are joined until one number is left.
    var parts = stride(from: digits.count, to: 0, by: -Self.chunkDigits).map { end in
      BigUInt(
        small: digits[(end - Self.chunkDigits)..<end].reduce(0) { $0 * 10 + UInt64($1 - 0x30) })
    }
    var power = Self.chunk
    while parts.count > 1 {
      parts = stride(from: 0, to: parts.count, by: 2).map { index in
        index + 1 < parts.count ? parts[index + 1] * power + parts[index] : parts[index]
      }
      if parts.count > 1 { power *= power }
    }
    self = parts[0]
  }

  /// The decimal digits.
  ///
  /// - Complexity: O(*n*²) for *n* words.
  public var description: String {
    if isSmall { return String(small) }
    var powers = [Self.chunk]
    while let last = powers.last, last.large.count * 2 <= large.count + 1 {
      powers.append(last * last)
    }
    var digits: [UInt8] = []
    digits.reserveCapacity(large.count * 20)
    Self.append(self, level: powers.count, powers, to: &digits)
    return String(decoding: digits.drop { $0 == 0x30 }, as: UTF8.self)
  }

  /// The decimal digits.
  public var debugDescription: String { description }

  /// Appends the digits of a number; below the highest level there are exactly 19 · 2^level of
  /// them.
  private static func append(
    _ number: BigUInt, level: Int, _ powers: [BigUInt], to digits: inout [UInt8]
  ) {
    guard level > 0 else {
      let text = String(number.small).utf8
      digits += repeatElement(0x30, count: chunkDigits - text.count)
      digits += text
      return
    }
    let (high, low) = number.quotientAndRemainder(dividingBy: powers[level - 1])
    // At the highest level, the high part may itself have several parts.
    if level == powers.count && high >= powers[level - 1] {
      append(high, level: level, powers, to: &digits)
    } else {
      append(high, level: level - 1, powers, to: &digits)
    }
    append(low, level: level - 1, powers, to: &digits)
  }
}

extension BigUInt: Codable {
  /// Reads a string of decimal digits.
  ///
  /// - Throws: `DecodingError.dataCorrupted` for other text.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    guard let number = BigUInt(try container.decode(String.self)) else {
      throw DecodingError.dataCorruptedError(
        in: container, debugDescription: "a natural number in decimal digits is expected")
    }
    self = number
  }

  /// Writes a string of decimal digits, since many readers lose digits of numbers in JSON.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(description)
  }
}
