import CharacterSets

extension RegexParser {
  /// Returns the ASCII characters that a literal character matches.
  mutating func set(of scalar: Unicode.Scalar) -> ASCIISet { set(of: scalar...scalar) }

  /// Returns the ASCII characters that a range of characters matches.
  mutating func set(of range: ClosedRange<Unicode.Scalar>) -> ASCIISet {
    let value = range.lowerBound.value
    var set =
      value < 128 ? ASCIISet(UInt8(value)...UInt8(min(range.upperBound.value, 127))) : ASCIISet()
    if !range.upperBound.isASCII || !set.isDisjoint(with: .letters) { noteCase() }
    guard flags.contains(.anyCase) else { return set }
    // The only characters outside ASCII that are another case of an ASCII letter.
    if range.contains("\u{17F}") { set.insert(UInt8(ascii: "s")) }
    if range.contains("\u{212A}") { set.insert(UInt8(ascii: "k")) }
    return set.inBothCases
  }

  /// Reads a class such as `[^a-z]` after its opening bracket.
  mutating func bracketClass() throws(Failure) -> ASCIISet {
    let isNegated = skip("^")
    var set = ASCIISet()
    // At the beginning a closing bracket is a literal.
    var isFirst = true
    while isFirst || peek != "]" {
      isFirst = false
      if let posix = try posixClass() {
        set.formUnion(posix)
      } else if skip("\\") {
        if let perl = try perlClass() {
          set.formUnion(perl)
        } else {
          set.formUnion(try range(from: try escapedCharacter()))
        }
      } else {
        set.formUnion(try range(from: try classCharacter()))
      }
    }
    position += 1
    if isNegated { noteCase() }
    return isNegated ? set.inverted : set
  }

  private mutating func range(from lower: Unicode.Scalar) throws(Failure) -> ASCIISet {
    // A hyphen at the end of the class is a literal.
    guard peek == "-", position + 1 < scalars.count, scalars[position + 1] != "]" else {
      return set(of: lower)
    }
    position += 1
    let upper = skip("\\") ? try escapedCharacter() : try classCharacter()
    guard lower <= upper else { throw unsupported("a range with its limits exchanged") }
    return set(of: lower...upper)
  }

  private mutating func classCharacter() throws(Failure) -> Unicode.Scalar {
    guard let scalar = next() else { throw unsupported("a class that is not closed") }
    return scalar
  }

  /// Reads a class such as `[:alpha:]`, if one comes next.
  private mutating func posixClass() throws(Failure) -> ASCIISet? {
    let start = position
    guard skip("[:") else { return nil }
    let isNegated = skip("^")
    var name = ""
    while !skip(":]") {
      guard let scalar = next() else {
        // Without an end it is not a class but two literals.
        position = start
        return nil
      }
      name.unicodeScalars.append(scalar)
    }
    guard let posix = Self.posixClass(name) else { throw unsupported("a class of that name") }
    if isNegated || !posix.isDisjoint(with: .letters) { noteCase() }
    let set = flags.contains(.anyCase) ? posix.inBothCases : posix
    return isNegated ? set.inverted : set
  }

  private static func posixClass(_ name: String) -> ASCIISet? {
    switch name {
    case "alnum": .letters.union(.digits)
    case "alpha": .letters
    case "ascii": .all
    case "blank": ASCIISet(" \t".utf8)
    case "cntrl": ASCIISet.printable.inverted
    case "digit": .digits
    case "graph": .printable.subtracting([UInt8(ascii: " ")])
    case "lower": .lowercase
    case "print": .printable
    case "punct": .printable.subtracting(.letters.union(.digits).union([UInt8(ascii: " ")]))
    case "space": ASCIISet(" \t\n\u{B}\u{C}\r".utf8)
    case "upper": .uppercase
    case "word": .wordCharacters
    case "xdigit": .digits.union(ASCIISet("abcdefABCDEF".utf8))
    default: nil
    }
  }

  /// The characters that `\s` matches: unlike `[:space:]`, no vertical tab.
  private static let whiteSpace = ASCIISet(" \t\n\u{C}\r".utf8)

  /// Reads a class such as `\d` after its backslash, if one comes next.
  mutating func perlClass() throws(Failure) -> ASCIISet? {
    let set: ASCIISet
    switch peek {
    case "d": set = .digits
    case "D": set = ASCIISet.digits.inverted
    case "s": set = Self.whiteSpace
    case "S": set = Self.whiteSpace.inverted
    case "w": set = .wordCharacters
    case "W": set = ASCIISet.wordCharacters.inverted
    case "p", "P": throw unsupported("a Unicode class")
    default: return nil
    }
    if !set.isSubset(of: .digits), !set.isSubset(of: Self.whiteSpace) { noteCase() }
    position += 1
    return set
  }

  /// Reads the rest of an escaped character after its backslash.
  mutating func escapedCharacter() throws(Failure) -> Unicode.Scalar {
    guard let scalar = next() else { throw unsupported("a backslash at the end") }
    switch scalar {
    case "a": return "\u{7}"
    case "f": return "\u{C}"
    case "n": return "\n"
    case "r": return "\r"
    case "t": return "\t"
    case "v": return "\u{B}"
    case "x": return try hexadecimalCharacter()
    case "0"..."7": return try octalCharacter(scalar)
    case "_": return scalar
    default:
      guard scalar.isASCII, !ASCIISet.wordCharacters.contains(UInt8(scalar.value)) else {
        throw unsupported("an escape")
      }
      return scalar
    }
  }

  /// Reads `\x41` or `\x{41}`.
  private mutating func hexadecimalCharacter() throws(Failure) -> Unicode.Scalar {
    let isBraced = skip("{")
    var value: UInt32 = 0
    var count = 0
    while isBraced || count < 2 {
      guard let scalar = next() else { throw unsupported("an escape that ends early") }
      if isBraced, scalar == "}", count > 0 { break }
      guard let digit = Self.hexadecimalDigit(scalar), value <= 0x10FFFF else {
        throw unsupported("a hexadecimal escape")
      }
      value = value << 4 | digit
      count += 1
    }
    return try character(value)
  }

  private static func hexadecimalDigit(_ scalar: Unicode.Scalar) -> UInt32? {
    switch scalar {
    case "0"..."9": scalar.value - 0x30
    case "A"..."F", "a"..."f": scalar.value & 0x0F + 9
    default: nil
    }
  }

  /// Reads `\012`; a single digit other than 0 would be a backreference.
  private mutating func octalCharacter(
    _ first: Unicode.Scalar
  ) throws(Failure) -> Unicode.Scalar {
    var value = first.value - 0x30
    var count = 1
    while count < 3, let scalar = peek, scalar >= "0", scalar <= "7" {
      value = value << 3 | (scalar.value - 0x30)
      position += 1
      count += 1
    }
    guard count > 1 || value == 0 else { throw unsupported("a back-reference") }
    return try character(value)
  }

  private func character(_ value: UInt32) throws(Failure) -> Unicode.Scalar {
    // RE2 accepts surrogates, which no text contains.
    guard let scalar = Unicode.Scalar(value) else { throw unsupported("a character of that code") }
    return scalar
  }
}
