/// Where and why a text is not JSON.
package struct JSONSyntaxError: Error, Hashable, Sendable {
  package let line: Int
  package let column: Int
  package let reason: String
}

/// Reads JSON (RFC 8259) without Foundation.
///
/// Linear in the text; nesting deeper than ``maximumDepth`` is rejected.
package struct JSONParser {
  static let maximumDepth = 64

  private let text: [UInt8]
  private var position = 0

  private init(_ text: [UInt8]) {
    self.text = text
  }

  package static func parse(_ text: [UInt8]) throws(JSONSyntaxError) -> JSONValue {
    var parser = JSONParser(text)
    do {
      parser.position = try TextStart.markLength(of: text)
    } catch {
      throw parser.error(error.description)
    }
    do {
      _ = try UTF8Span(validating: text.span)
    } catch {
      parser.position = error.byteOffsets.lowerBound
      throw parser.error("not UTF-8")
    }
    parser.skipSpace()
    let value = try parser.value(depth: 0)
    parser.skipSpace()
    guard parser.position == text.count else { throw parser.error("something after the end") }
    return value
  }

  // MARK: Errors and bytes

  private func error(_ reason: String) -> JSONSyntaxError {
    let before = text[..<min(position, text.count)]
    let line = before.count { $0 == UInt8(ascii: "\n") } + 1
    let lineStart = before.lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0
    // Each scalar has one byte that is not a continuation byte (10xxxxxx).
    let column = before[lineStart...].count { $0 & 0xC0 != 0x80 } + 1
    return JSONSyntaxError(line: line, column: column, reason: reason)
  }

  private var next: UInt8? { position < text.count ? text[position] : nil }

  private mutating func skipSpace() {
    while let byte = next, byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D {
      position += 1
    }
  }

  private mutating func take(_ character: Unicode.Scalar) -> Bool {
    guard next == UInt8(ascii: character) else { return false }
    position += 1
    return true
  }

  private mutating func take(word: String) -> Bool {
    guard text[position...].starts(with: word.utf8) else { return false }
    position += word.utf8.count
    return true
  }

  // MARK: Values

  private mutating func value(depth: Int) throws(JSONSyntaxError) -> JSONValue {
    guard depth < Self.maximumDepth else { throw error("nested too deeply") }
    guard let byte = next else { throw error("the text ends where a value is expected") }
    switch byte {
    case UInt8(ascii: "{"): return try object(depth: depth)
    case UInt8(ascii: "["): return try array(depth: depth)
    case UInt8(ascii: "\""): return .string(try string())
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): return try number()
    default: break
    }
    if take(word: "true") { return .boolean(true) }
    if take(word: "false") { return .boolean(false) }
    if take(word: "null") { return .null }
    throw error("a value is expected")
  }

  private mutating func object(depth: Int) throws(JSONSyntaxError) -> JSONValue {
    position += 1
    var members: [JSONValue.Member] = []
    skipSpace()
    if take("}") { return .object(members) }
    while true {
      skipSpace()
      guard next == UInt8(ascii: "\"") else { throw error("a key in double quotes is expected") }
      let key = try string()
      skipSpace()
      guard take(":") else { throw error("a colon is expected") }
      skipSpace()
      members.append(JSONValue.Member(key: key, value: try value(depth: depth + 1)))
      skipSpace()
      if take("}") { return .object(members) }
      guard take(",") else { throw error("a comma or a closing brace is expected") }
    }
  }

  private mutating func array(depth: Int) throws(JSONSyntaxError) -> JSONValue {
    position += 1
    var values: [JSONValue] = []
    skipSpace()
    if take("]") { return .array(values) }
    while true {
      skipSpace()
      values.append(try value(depth: depth + 1))
      skipSpace()
      if take("]") { return .array(values) }
      guard take(",") else { throw error("a comma or a closing bracket is expected") }
    }
  }

  private mutating func digits() throws(JSONSyntaxError) {
    let start = position
    while let byte = next, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) { position += 1 }
    guard position > start else { throw error("a digit is expected") }
  }

  private mutating func number() throws(JSONSyntaxError) -> JSONValue {
    let start = position
    _ = take("-")
    if !take("0") { try digits() }
    if take(".") { try digits() }
    if take("e") || take("E") {
      if !take("+") { _ = take("-") }
      try digits()
    }
    let digits = String(decoding: text[start..<position], as: UTF8.self)
    if let integer = Int(digits) { return .integer(integer) }
    guard let number = Double(digits), number.isFinite else {
      throw error("a number out of range")
    }
    // Rounding would make the smallest number that is out of range look like the last one in range.
    let isRounded = number.magnitude >= 0x1p53
    return isRounded
      ? .number(number) : Int(exactly: number).map(JSONValue.integer) ?? .number(number)
  }

  // MARK: Strings

  private mutating func string() throws(JSONSyntaxError) -> String {
    position += 1
    var bytes: [UInt8] = []
    while let byte = next {
      switch byte {
      case UInt8(ascii: "\""):
        position += 1
        return String(decoding: bytes, as: UTF8.self)
      case UInt8(ascii: "\\"):
        position += 1
        bytes.append(contentsOf: String(try escape()).utf8)
      case 0..<0x20:
        throw error("a control character in a string; write it as \\u00XX")
      default:
        position += 1
        bytes.append(byte)
      }
    }
    throw error("the text ends inside a string")
  }

  private mutating func escape() throws(JSONSyntaxError) -> Unicode.Scalar {
    guard let byte = next else { throw error("the text ends inside a string") }
    position += 1
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return Unicode.Scalar(byte)
    case UInt8(ascii: "b"): return "\u{8}"
    case UInt8(ascii: "f"): return "\u{C}"
    case UInt8(ascii: "n"): return "\n"
    case UInt8(ascii: "r"): return "\r"
    case UInt8(ascii: "t"): return "\t"
    case UInt8(ascii: "u"):
      let unit = try hexadecimal()
      if let scalar = Unicode.Scalar(unit) { return scalar }
      guard UTF16.isLeadSurrogate(UInt16(unit)), take("\\"), take("u") else {
        throw error("half of a surrogate pair")
      }
      let second = try hexadecimal()
      guard UTF16.isTrailSurrogate(UInt16(second)),
        let scalar = Unicode.Scalar(0x10000 + (unit - 0xD800) << 10 + (second - 0xDC00))
      else { throw error("half of a surrogate pair") }
      return scalar
    default:
      position -= 1
      throw error("no such escape; use \\\" \\\\ \\/ \\b \\f \\n \\r \\t or \\u and four digits")
    }
  }

  private mutating func hexadecimal() throws(JSONSyntaxError) -> UInt32 {
    var value: UInt32 = 0
    for _ in 0..<4 {
      guard let byte = next,
        let digit = Character(Unicode.Scalar(byte)).hexDigitValue
      else { throw error("four hexadecimal digits are expected") }
      value = value << 4 | UInt32(digit)
      position += 1
    }
    return value
  }
}
