internal import PasswordPolicy
internal import TextTools

extension PwqualitySettings {
  /// Reads settings, one `name = value` per line, with comments after `#`; names are recognized in
  /// any casing, and the last of several settings counts.
  ///
  /// Lines of a PAM configuration are read too: the options of `pam_pwquality` override the
  /// settings, and other modules are skipped.
  ///
  /// - Complexity: O(*n*), where *n* is the length of the text in bytes.
  init(parsing bytes: [UInt8]) throws(FormatError) {
    self.init()
    var scanner = TextScanner(bytes)
    while !scanner.isAtEnd {
      scanner.skipSpace()
      if scanner.isAtEnd { break }
      if scanner.next != UInt8(ascii: "#") && !readModule(&scanner) { readSetting(&scanner) }
      scanner.skip { $0 != UInt8(ascii: "\n") }
    }
    guard scanner.problems.isEmpty else { throw FormatError(problems: scanner.problems) }
  }

  private mutating func readSetting(_ scanner: inout TextScanner) {
    let start = scanner.position
    let name = scanner.take { !TextScanner.isSpace($0) && !Self.endsName($0) }
    scanner.skip(while: Self.isBlank)
    if scanner.take("=") { scanner.skip(while: Self.isBlank) }
    read(name, at: start, &scanner, endsValue: Self.endsValue)
  }

  /// Reads the value of a setting.
  ///
  /// - Parameters:
  ///   - name: the name of the setting.
  ///   - start: the position of the name.
  ///   - scanner: the text, at the value.
  ///   - endsValue: returns whether a byte ends the value.
  mutating func read(
    _ name: String, at start: Int, _ scanner: inout TextScanner, endsValue: (UInt8) -> Bool
  ) {
    let valueStart = scanner.position
    if let number = Number(rawValue: name.lowercased()) {
      guard let value = Self.number(number, &scanner) else { return }
      scanner.skip { Self.isBlank($0) && !endsValue($0) }
      guard scanner.isAtEnd || scanner.next.map(endsValue) ?? true else {
        return scanner.report(at: valueStart, "\(number.rawValue) takes one whole number")
      }
      self[number] = value
      return
    }
    let value = scanner.take { !endsValue($0) }
    switch Other(rawValue: name.lowercased()) {
    case .badwords: badWords = value.split(whereSeparator: \.isWhitespace).map { String($0) }
    case .allowclasses: allowedClasses = value.filter { $0 != "\"" && !$0.isWhitespace }
    case .dictpath, .enforceForRoot, .localUsersOnly: break
    case nil:
      let known = (Number.allCases.map(\.rawValue) + Other.allCases.map(\.rawValue))
        .joined(separator: ", ")
      scanner.report(at: start, "no such setting: \(name.quoted); known settings: \(known)")
    }
  }

  private static func number(_ number: Number, _ scanner: inout TextScanner) -> Int? {
    let limit = Policy.maximumLength
    switch number {
    case .maxrepeat, .maxsequence: return scanner.integer(in: 0...limit)
    case .minlen, .dcredit, .ucredit, .lcredit, .ocredit:
      return scanner.integer(in: -limit...limit)
    default: return scanner.integer(in: -1_000_000...1_000_000)
    }
  }

  static func isBlank(_ byte: UInt8) -> Bool {
    TextScanner.isSpace(byte) && byte != UInt8(ascii: "\n")
  }

  private static func endsName(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "=") || byte == UInt8(ascii: "#")
  }

  private static func endsValue(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "#")
  }
}
