extension PwqualitySettings {
  /// The kinds of modules, which a line of a PAM configuration begins with.
  private static let moduleTypes = ["password", "auth", "account", "session"]
  /// The modules whose options are these settings.
  private static let modules = ["pam_pwquality.so", "pam_pwquality"]
  /// Options of the module, and of every module, that do not concern passwords.
  private static let moduleOptions = [
    "debug", "use_authtok", "try_first_pass", "use_first_pass", "authtok_type", "no_warn",
  ]

  /// Reads a line of a PAM configuration: `password requisite pam_pwquality.so minlen=12`.
  ///
  /// - Returns: whether this is such a line; if not, nothing is read.
  mutating func readModule(_ scanner: inout TextScanner) -> Bool {
    var line = scanner
    if line.take("@") {
      scanner.skip { $0 != UInt8(ascii: "\n") }
      others.append("@include")
      return true
    }
    _ = line.take("-")
    let type = line.take(while: TextScanner.isLetter)
    guard Self.moduleTypes.contains(type.lowercased()), line.next.map(Self.isBlank) ?? false
    else { return false }
    scanner = line
    _ = Self.word(&scanner)
    let path = Self.word(&scanner)
    let module = path.split(separator: "/").last.map { String($0) } ?? ""
    guard Self.modules.contains(module) else {
      others.append(module)
      return true
    }
    while readOption(&scanner) {}
    return true
  }

  /// Reads `name=value` or `name`, in brackets if the value contains blanks; returns whether there
  /// was one.
  private mutating func readOption(_ scanner: inout TextScanner) -> Bool {
    scanner.skip(while: Self.isBlank)
    guard let next = scanner.next, !Self.endsLine(next) else { return false }
    let isBracketed = scanner.take("[")
    let ends = { (byte: UInt8) in
      Self.endsLine(byte) || (isBracketed ? byte == UInt8(ascii: "]") : TextScanner.isSpace(byte))
    }
    let start = scanner.position
    let name = scanner.take { $0 != UInt8(ascii: "=") && !ends($0) }
    _ = scanner.take("=")
    if Self.moduleOptions.contains(name.lowercased()) {
      scanner.skip { !ends($0) }
    } else {
      read(name, at: start, &scanner, endsValue: ends)
      scanner.skip { !ends($0) }
    }
    if isBracketed { _ = scanner.take("]") }
    return true
  }

  /// Reads a word, or the text in brackets, and the blanks before it.
  private static func word(_ scanner: inout TextScanner) -> String {
    scanner.skip(while: isBlank)
    guard scanner.next == UInt8(ascii: "[") else {
      return scanner.take { !TextScanner.isSpace($0) && !endsLine($0) }
    }
    let word = scanner.take { $0 != UInt8(ascii: "]") && $0 != UInt8(ascii: "\n") }
    _ = scanner.take("]")
    return word
  }

  private static func endsLine(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "#")
  }
}
