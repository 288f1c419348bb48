internal import TextTools

/// Lines of lists of digests, which are easily mistaken for lists of words.
enum DigestText {
  /// The numbers of hexadecimal digits of MD5 or NTLM, SHA-1, SHA-224, SHA-256, SHA-384 and
  /// SHA-512.
  private static let digitCounts: Set<Int> = [32, 40, 56, 64, 96, 128]

  /// Whether a line is a digest: as many hexadecimal digits as a digest has, alone or followed by a
  /// colon and anything (a count, a salt, the password), or `$id$…` as in `/etc/shadow`.
  ///
  /// - Complexity: O(*n*), where *n* is the length of the line in bytes.
  static func isDigest(_ line: ArraySlice<UInt8>) -> Bool {
    guard line.count >= 32 else { return false }
    if line.first == UInt8(ascii: "$") {
      let name = line.dropFirst().prefix { $0 != UInt8(ascii: "$") }
      return (1...16).contains(name.count) && name.endIndex < line.endIndex
        && name.allSatisfy(isNameCharacter)
    }
    let digits = line.prefix { isHexadecimalDigit($0) }
    let rest = line[digits.endIndex...]
    return digitCounts.contains(digits.count)
      && (rest.withoutBlanks.isEmpty || rest.first == UInt8(ascii: ":"))
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
      UInt8(ascii: "-"):
      true
    default: false
    }
  }
}
