internal import PasswordPolicy
internal import TextTools

extension VaultPolicy {
  /// Reads the part of HCL that password policies use: settings, blocks, numbers, strings and
  /// comments.
  ///
  /// - Complexity: O(*n*), where *n* is the length of the text in bytes.
  init(parsing bytes: [UInt8]) throws(FormatError) {
    var parser = VaultParser(bytes)
    parser.parse()
    guard parser.problems.isEmpty else { throw FormatError(problems: parser.problems) }
    self = parser.policy
  }
}

private struct VaultParser {
  private(set) var policy = VaultPolicy()
  private var scanner: TextScanner
  var problems: [FormatProblem] { scanner.problems }

  init(_ bytes: [UInt8]) {
    scanner = TextScanner(bytes)
  }

  mutating func parse() {
    var hasLength = false
    while nextItem() {
      let start = scanner.position
      switch name() {
      case "length":
        if hasLength { scanner.report(at: start, "length is set twice; remove one") }
        hasLength = true
        if let length = number(VaultPolicy.lengths) {
          policy.length = length
        }
      case "rule": rule()
      default: unknown(at: start, known: "length, rule")
      }
    }
    guard problems.isEmpty else { return }
    if !hasLength { scanner.report(at: 0, "there is no length; add length = 20") }
    if policy.charsets.isEmpty {
      scanner.report(at: 0, "there is no rule; add rule \"charset\" { charset = \"…\" }")
    }
    for reason in policy.refusals { scanner.report(at: 0, reason) }
  }

  // MARK: Items

  /// Skips space, comments and commas; returns whether something follows.
  private mutating func nextItem() -> Bool {
    skipSpace()
    while scanner.take(",") { skipSpace() }
    return !scanner.isAtEnd
  }

  private mutating func skipSpace() {
    while true {
      scanner.skipSpace()
      switch (scanner.next, scanner.second) {
      case (UInt8(ascii: "#"), _), (UInt8(ascii: "/"), UInt8(ascii: "/")): skipLine()
      case (UInt8(ascii: "/"), UInt8(ascii: "*")): skipComment()
      default: return
      }
    }
  }

  private mutating func skipLine() {
    scanner.skip { $0 != UInt8(ascii: "\n") }
  }

  private mutating func skipComment() {
    let start = scanner.position
    scanner.skip()
    scanner.skip()
    while !scanner.isAtEnd {
      if scanner.take("*") {
        if scanner.take("/") { return }
      } else {
        scanner.skip()
      }
    }
    scanner.report(at: start, "the comment has no end; close it with */")
  }

  /// Reads the name of a setting, with or without quotes; empty when there is none.
  private mutating func name() -> String {
    if scanner.next == UInt8(ascii: "\"") { return string() ?? "" }
    return scanner.take {
      TextScanner.isLetter($0) || TextScanner.isDigit($0) || $0 == UInt8(ascii: "-")
        || $0 == UInt8(ascii: "_")
    }
  }

  /// Reports an unknown name and continues at the next line.
  private mutating func unknown(at start: Int, known: String) {
    let end = scanner.position
    let name = String(decoding: scanner.bytes[start..<end], as: UTF8.self)
    let what = name.isEmpty ? "a name is expected" : "no such name: \(name.quoted)"
    scanner.report(at: start, "\(what); known names: \(known)")
    skipLine()
  }

  // MARK: Rules

  private mutating func rule() {
    skipSpace()
    let start = scanner.position
    guard scanner.next == UInt8(ascii: "\""), let kind = string() else {
      scanner.report(at: start, "the kind of rule is expected; write rule \"charset\" { … }")
      return skipLine()
    }
    if kind != "charset" {
      scanner.report(at: start, "no such kind of rule: \(kind.quoted); use charset")
    }
    skipSpace()
    if scanner.take("=") { skipSpace() }
    guard scanner.take("{") else {
      scanner.report("an opening brace is expected")
      return skipLine()
    }
    if let charset = body(from: start) { policy.charsets.append(charset) }
  }

  private mutating func body(from start: Int) -> VaultPolicy.Charset? {
    var characters: Scalars?
    var min: Int?
    while nextItem() {
      if scanner.take("}") {
        if characters?.isEmpty ?? true {
          scanner.report(at: start, "the rule has no characters; add charset = \"…\"")
          return nil
        }
        return VaultPolicy.Charset(characters: characters ?? [], min: min ?? 0)
      }
      let start = scanner.position
      switch name() {
      case "charset":
        if characters != nil { scanner.report(at: start, "charset is set twice; remove one") }
        if let text = text() { characters = Scalars(text) }
      case "min-chars":
        if min != nil { scanner.report(at: start, "min-chars is set twice; remove one") }
        min = number(0...Policy.maximumLength)
      default: unknown(at: start, known: "charset, min-chars")
      }
    }
    scanner.report(at: start, "the rule has no end; close it with }")
    return nil
  }

  // MARK: Values

  private mutating func takeEquals() -> Bool {
    skipSpace()
    guard scanner.take("=") else {
      scanner.report("an equals sign is expected")
      skipLine()
      return false
    }
    skipSpace()
    return true
  }

  private mutating func number(_ range: ClosedRange<Int>) -> Int? {
    guard takeEquals() else { return nil }
    let number = scanner.integer(in: range)
    if number == nil { skipLine() }
    return number
  }

  private mutating func text() -> String? {
    guard takeEquals() else { return nil }
    guard scanner.next == UInt8(ascii: "\"") else {
      scanner.report("a string in double quotes is expected")
      skipLine()
      return nil
    }
    return string()
  }

  /// Reads a string in double quotes.
  private mutating func string() -> String? {
    let start = scanner.position
    scanner.skip()
    var text = String.UnicodeScalarView()
    while let byte = scanner.next, byte != UInt8(ascii: "\n") {
      switch byte {
      case UInt8(ascii: "\""):
        scanner.skip()
        return String(text)
      case UInt8(ascii: "\\"):
        if let scalar = escape() { text.append(scalar) }
      default:
        let start = scanner.position
        scanner.skipCharacter()
        text.append(
          contentsOf: String(
            decoding: scanner.bytes[start..<scanner.position], as: UTF8.self
          ).unicodeScalars)
      }
    }
    scanner.report(at: start, "the string has no end on its line; close it with a double quote")
    return nil
  }

  private mutating func escape() -> Unicode.Scalar? {
    let start = scanner.position
    scanner.skip()
    let next = scanner.next
    scanner.skipCharacter()
    switch next {
    case UInt8(ascii: "\""): return "\""
    case UInt8(ascii: "\\"): return "\\"
    case UInt8(ascii: "n"): return "\n"
    case UInt8(ascii: "r"): return "\r"
    case UInt8(ascii: "t"): return "\t"
    case UInt8(ascii: "u"):
      if let scalar = codePoint(digits: 4) { return scalar }
    case UInt8(ascii: "U"):
      if let scalar = codePoint(digits: 8) { return scalar }
    default: break
    }
    scanner.report(
      at: start,
      "no such escape; use \\\" \\\\ \\n \\r \\t, or \\u and four digits, or \\U and eight")
    return nil
  }

  private mutating func codePoint(digits count: Int) -> Unicode.Scalar? {
    var value: UInt32 = 0
    for _ in 0..<count {
      guard let byte = scanner.next, let digit = Character(Unicode.Scalar(byte)).hexDigitValue
      else { return nil }
      value = value << 4 | UInt32(digit)
      scanner.skip()
    }
    return Unicode.Scalar(value)
  }
}
