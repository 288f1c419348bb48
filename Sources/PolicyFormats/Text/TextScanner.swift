/// A position in a text that moves forward, and the problems found on the way.
struct TextScanner {
  let bytes: [UInt8]
  private(set) var position = 0
  private(set) var problems: [FormatProblem] = []

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
  }

  // MARK: Bytes

  var isAtEnd: Bool { position == bytes.count }
  var next: UInt8? { isAtEnd ? nil : bytes[position] }
  /// The byte after ``next``.
  var second: UInt8? { position + 1 < bytes.count ? bytes[position + 1] : nil }

  mutating func skip() {
    if !isAtEnd { position += 1 }
  }

  /// Skips a character, whatever its number of bytes.
  mutating func skipCharacter() {
    skip()
    while let next, next & 0xC0 == 0x80 { position += 1 }
  }

  mutating func skip(while isSkipped: (UInt8) -> Bool) {
    while let next, isSkipped(next) { position += 1 }
  }

  /// Skips the white space of ASCII.
  mutating func skipSpace() { skip(while: Self.isSpace) }

  mutating func take(_ character: Unicode.Scalar) -> Bool {
    guard next == UInt8(ascii: character) else { return false }
    position += 1
    return true
  }

  /// Reads the bytes that satisfy a condition, possibly none; returns their text.
  mutating func take(while isTaken: (UInt8) -> Bool) -> String {
    let start = position
    skip(while: isTaken)
    return text(from: start)
  }

  /// Returns the text from a position to the current one.
  func text(from start: Int) -> String {
    String(decoding: bytes[start..<position], as: UTF8.self)
  }

  static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }

  static func isDigit(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
  }

  static func isLetter(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
  }

  // MARK: Problems

  /// Reports a problem at a position.
  mutating func report(at position: Int, _ reason: String) {
    guard problems.count < FormatError.maximumReported else { return }
    let before = bytes[..<min(position, bytes.count)]
    let line = before.count { $0 == UInt8(ascii: "\n") } + 1
    let lineStart = before.lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0
    // Each character has one byte that is not a continuation byte (10xxxxxx).
    let column = before[lineStart...].count { $0 & 0xC0 != 0x80 } + 1
    problems.append(.text(line: line, column: column, reason: reason))
  }

  /// Reports a problem at the current position.
  mutating func report(_ reason: String) { report(at: position, reason) }

  // MARK: Numbers

  /// Reads an integer, with a minus sign if the range has negative ones, and reports one that is
  /// missing or out of range.
  mutating func integer(in range: ClosedRange<Int>) -> Int? {
    let start = position
    let sign = range.lowerBound < 0 && take("-") ? "-" : ""
    let digits = take(while: Self.isDigit)
    guard !digits.isEmpty else {
      report(at: start, "a whole number is expected")
      return nil
    }
    guard let number = Int(sign + digits), range.contains(number) else {
      report(
        at: start,
        "the number is out of range; use \(range.lowerBound) to \(range.upperBound)")
      return nil
    }
    return number
  }
}
