extension JSONParser {
  /// Reads a string, which begins at the position.
  mutating func string() throws(Stop) -> String {
    position += 1
    let start = position
    while let byte = next {
      switch byte {
      case UInt8(ascii: "\""):
        position += 1
        return String(decoding: text[start..<(position - 1)], as: UTF8.self)
      case UInt8(ascii: "\\"), 0..<0x20: return try escapedString(from: start)
      default: position += 1
      }
    }
    throw stop("the text ends inside a string")
  }

  /// Reads the rest of a string that has escapes.
  private mutating func escapedString(from start: Int) throws(Stop) -> String {
    var bytes = Array(text[start..<position])
    while let byte = next {
      switch byte {
      case UInt8(ascii: "\""):
        position += 1
        return String(decoding: bytes, as: UTF8.self)
      case UInt8(ascii: "\\"):
        position += 1
        if let scalar = try escape() { bytes.append(contentsOf: scalar.utf8) }
      case 0..<0x20:
        try report("a control character in a string; write it as \\u00XX")
        position += 1
      default:
        bytes.append(byte)
        position += 1
      }
    }
    throw stop("the text ends inside a string")
  }

  /// Reads what follows a backslash; `nil` after a problem.
  private mutating func escape() throws(Stop) -> Unicode.Scalar? {
    guard let byte = next else { return nil }
    position += 1
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return Unicode.Scalar(byte)
    case UInt8(ascii: "b"): return "\u{8}"
    case UInt8(ascii: "f"): return "\u{C}"
    case UInt8(ascii: "n"): return "\n"
    case UInt8(ascii: "r"): return "\r"
    case UInt8(ascii: "t"): return "\t"
    case UInt8(ascii: "u"): return try escapedScalar()
    default:
      try report(
        "no such escape; use \\\" \\\\ \\/ \\b \\f \\n \\r \\t or \\u and four digits",
        at: position - 1)
      return nil
    }
  }

  private mutating func escapedScalar() throws(Stop) -> Unicode.Scalar? {
    guard let unit = try hexadecimal() else { return nil }
    if let scalar = Unicode.Scalar(unit) { return scalar }
    // Another escape is left to be read.
    guard UTF16.isLeadSurrogate(UInt16(unit)), position + 1 < text.count,
      text[position] == UInt8(ascii: "\\"), text[position + 1] == UInt8(ascii: "u")
    else {
      try report("half of a surrogate pair")
      return nil
    }
    position += 2
    guard let second = try hexadecimal() else { return nil }
    guard UTF16.isTrailSurrogate(UInt16(second)) else {
      try report("half of a surrogate pair")
      return nil
    }
    return Unicode.Scalar(0x10000 + (unit - 0xD800) << 10 + (second - 0xDC00))
  }

  private mutating func hexadecimal() throws(Stop) -> UInt32? {
    var value: UInt32 = 0
    for _ in 0..<4 {
      guard let byte = next, let digit = Character(Unicode.Scalar(byte)).hexDigitValue else {
        try report("four hexadecimal digits are expected")
        return nil
      }
      value = value << 4 | UInt32(digit)
      position += 1
    }
    return value
  }
}
