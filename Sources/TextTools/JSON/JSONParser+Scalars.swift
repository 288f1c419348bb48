extension JSONParser {
  /// Reads `true`, `false` or `null`.
  mutating func word() throws(Stop) -> JSON {
    let start = position
    while let byte = next, Self.isWordByte(byte) { position += 1 }
    switch String(decoding: text[start..<position], as: UTF8.self) {
    case "true": return .boolean(true)
    case "false": return .boolean(false)
    case "null": return .null
    case "": throw stop("a value is expected")
    default:
      try report("a value is expected", at: start)
      return .null
    }
  }

  private static func isWordByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "+"), UInt8(ascii: "."),
      UInt8(ascii: "_"):
      true
    default: false
    }
  }

  mutating func number() throws(Stop) -> JSON {
    let start = position
    let isNegative = take("-")
    var significand = Significand()
    if take("0") {
      if let byte = next, Self.isDigit(byte) { try report("a digit after a leading zero") }
      while let byte = next, Self.isDigit(byte) { position += 1 }
    } else {
      try digits { significand.append($0) }
    }
    var exponent = 0
    if take(".") {
      try digits {
        significand.append($0)
        exponent -= 1
      }
    }
    if take("e") || take("E") {
      let isSmall = !take("+") && take("-")
      var magnitude = 0
      // No text has so many digits that a larger exponent would make a difference.
      try digits { magnitude = min(magnitude * 10 + Int($0), Int.max / 16) }
      exponent += isSmall ? -magnitude : magnitude
    }
    if let integer = significand.integer(isNegative: isNegative, exponent: exponent) {
      return .integer(integer)
    }
    guard let number = Double(String(decoding: text[start..<position], as: UTF8.self)),
      number.isFinite
    else {
      try report("a number out of range", at: start)
      return .null
    }
    return .number(number)
  }

  /// Reads the value of each digit of one or more.
  private mutating func digits(_ body: (UInt8) -> Void) throws(Stop) {
    let start = position
    while let byte = next, Self.isDigit(byte) {
      body(byte - UInt8(ascii: "0"))
      position += 1
    }
    guard position == start else { return }
    try report("a digit is expected")
    while let byte = next, Self.isWordByte(byte) { position += 1 }
  }

  private static func isDigit(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
  }
}

/// The digits of a number, without its point.
private struct Significand {
  /// The value of the digits without the zeros at the end; `nil` if it is too large.
  private var magnitude: UInt? = 0
  private var zeros = 0

  mutating func append(_ digit: UInt8) {
    zeros += 1
    guard digit > 0 else { return }
    magnitude = scaled(by: zeros).flatMap { scaled in
      let (sum, overflows) = scaled.addingReportingOverflow(UInt(digit))
      return overflows ? nil : sum
    }
    zeros = 0
  }

  /// Returns the integer that the digits and a power of ten make, if it is in the range of `Int`.
  func integer(isNegative: Bool, exponent: Int) -> Int? {
    // The last digit of the magnitude is not zero.
    guard magnitude != 0 else { return 0 }
    guard exponent + zeros >= 0, let magnitude = scaled(by: exponent + zeros) else { return nil }
    guard isNegative else { return Int(exactly: magnitude) }
    return magnitude <= Int.min.magnitude ? Int(truncatingIfNeeded: 0 &- magnitude) : nil
  }

  private func scaled(by exponent: Int) -> UInt? {
    guard var magnitude, magnitude > 0 else { return magnitude }
    // 10 to the 20th is beyond the range of `UInt`.
    for _ in 0..<min(exponent, 20) {
      let (product, overflows) = magnitude.multipliedReportingOverflow(by: 10)
      if overflows { return nil }
      magnitude = product
    }
    return magnitude
  }
}
