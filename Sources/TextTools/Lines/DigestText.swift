/// Lines of lists of digests, which are easily mistaken for lists of words.
package enum DigestText {
  /// The numbers of hexadecimal digits of MD5 or NTLM, SHA-1, SHA-224, SHA-256, SHA-384 and
  /// SHA-512.
  private static let digitCounts: Set<Int> = [32, 40, 56, 64, 96, 128]
  /// The digits of SHA-1 without the five that the range protocol asks with.
  private static let rangeSuffixDigits = 35

  /// Whether a line is a digest: as many hexadecimal digits as a digest has, alone, after `0x` or a
  /// user's name and a colon, or followed by a count behind blanks or by a colon and anything (a
  /// count, a salt, the password); the 35 digits and the count of an answer of the range protocol of
  /// Pwned Passwords; or `$id$…` as in `/etc/shadow` and `{SCHEME}…` as in LDAP.
  ///
  /// - Complexity: O(*n*), where *n* is the length of the line in bytes.
  package static func isDigest(_ line: ArraySlice<UInt8>) -> Bool {
    guard line.count >= 32 else { return false }
    switch line.first {
    case UInt8(ascii: "$"): return isScheme(line, end: UInt8(ascii: "$"))
    case UInt8(ascii: "{"): return isScheme(line, end: UInt8(ascii: "}"))
    default: break
    }
    let start = line.starts(with: "0x".utf8) ? line.dropFirst(2) : line
    if isHexadecimal(start) { return true }
    guard let colon = line.firstIndex(of: UInt8(ascii: ":")) else { return false }
    return isHexadecimal(line[(colon + 1)...])
  }

  private static func isHexadecimal(_ text: ArraySlice<UInt8>) -> Bool {
    let digits = text.prefix { isHexadecimalDigit($0) }
    let rest = text[digits.endIndex...]
    guard digitCounts.contains(digits.count) else {
      return digits.count == rangeSuffixDigits && rest.first == UInt8(ascii: ":")
        && isCount(rest.dropFirst())
    }
    return rest.first == UInt8(ascii: ":") || (rest.first?.isBlank ?? true) && isCount(rest)
  }

  private static func isCount(_ text: ArraySlice<UInt8>) -> Bool {
    text.withoutBlanks.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
  }

  /// Whether a line begins with the name of a scheme between its first character and another.
  private static func isScheme(_ line: ArraySlice<UInt8>, end: UInt8) -> Bool {
    let name = line.dropFirst().prefix { $0 != end }
    return (1...16).contains(name.count) && name.endIndex < line.endIndex
      && name.allSatisfy(isNameCharacter)
  }

  private static func isHexadecimalDigit(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "f"),
      UInt8(ascii: "A")...UInt8(ascii: "F"):
      true
    default: false
    }
  }

  private static func isNameCharacter(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "z"),
      UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "-"):
      true
    default: false
    }
  }
}
