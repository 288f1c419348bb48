extension ForeignSyntaxScanner {
  /// Reads what follows a backslash.
  mutating func escape(inClass: Bool) {
    guard let scalar = next() else { return }
    switch scalar {
    case "u": codePoint(digits: 4)
    case "U": codePoint(digits: 8)
    case "p", "P": unicodeClass(scalar)
    case "e": note(.refused, "\\e; write \\x1B")
    case "c": note(.refused, "a control character as \\c…; write its code as in \\x1B")
    case "h": note(.refused, "\\h; write \\t and a space, outside of a class as in [ \\t]")
    case "R": note(.refused, "\\R; write \\r?\\n")
    case "b" where inClass: note(.refused, "\\b in a class; write \\x08 for a backspace")
    case _ where inClass: break
    case "Z": note(.refused, "\\Z; write \\z for the end")
    case "G": note(.refused, "\\G; write \\A for the start")
    case "H": note(.refused, "\\H; write [^ \\t]")
    case "N": note(.refused, "\\N; write [^\\n]")
    case "X": note(.refused, "\\X; write . for a character")
    case "K":
      note(.refused, "\\K; leave it out, since a pattern decides only whether there is a match")
    case "k", "1"..."9": note(.refused, Self.backReference)
    case "g": note(.refused, Self.backReference)
    case "y", "m", "M": note(.refused, "\\\(scalar), the boundary of a word; write \\b")
    case "<", ">":
      note(
        .taken,
        "\\\(scalar) stands for \(scalar) itself; write \\b for the boundary of a word, or \(scalar) alone"
      )
    case "`", "'":
      note(
        .taken,
        "\\\(scalar) stands for \(scalar) itself; write \\A for the start and \\z for the end, or \(scalar) alone"
      )
    default: break
    }
  }

  /// Reads the code of a character: `004A` or `{4A}`.
  private mutating func codePoint(digits count: Int) {
    let letter = count == 4 ? "u" : "U"
    var digits = ""
    if skip("{") {
      digits = name(until: ["}"])
    } else {
      while digits.utf8.count < count, let scalar = peek, scalar.properties.isASCIIHexDigit {
        digits.unicodeScalars.append(scalar)
        position += 1
      }
    }
    let isNumber = !digits.isEmpty && digits.unicodeScalars.allSatisfy(\.properties.isASCIIHexDigit)
    note(.refused, "\\\(letter); write \\x{\(isNumber ? digits : "004A")}")
  }

  /// The POSIX classes by their names in Java.
  private static let posixNames: [String: String] = [
    "Alpha": "alpha", "Digit": "digit", "Alnum": "alnum", "Lower": "lower", "Upper": "upper",
    "Punct": "punct", "Graph": "graph", "Print": "print", "Blank": "blank", "Cntrl": "cntrl",
    "XDigit": "xdigit", "Space": "space", "ASCII": "ascii",
  ]

  /// The properties that RE2 knows only by the name of a category.
  private static let categories: [String: String] = [
    "Alphabetic": "L", "IsAlphabetic": "L", "Letter": "L", "IsLetter": "L", "Lowercase": "Ll",
    "IsLowercase": "Ll", "Lowercase_Letter": "Ll", "Uppercase": "Lu", "IsUppercase": "Lu",
    "Uppercase_Letter": "Lu", "IsDigit": "Nd", "Decimal_Number": "Nd", "Number": "N",
    "Punctuation": "P", "IsPunctuation": "P", "Symbol": "S", "White_Space": "Z",
    "IsWhite_Space": "Z",
  ]

  private mutating func unicodeClass(_ letter: Unicode.Scalar) {
    guard skip("{") else { return }
    let name = name(until: ["}"])
    let bare = name.hasPrefix("^") ? String(name.dropFirst()) : name
    if let posix = Self.posixNames[bare] {
      note(
        .refused, "\\\(letter){\(name)}; write [[:\(posix):]], or [[:^\(posix):]] for the others")
    } else if let category = Self.categories[bare] {
      note(.refused, "\\\(letter){\(name)}; write \\\(letter){\(category)}")
    } else if let separator = bare.firstIndex(where: { $0 == "=" || $0 == ":" }) {
      let value = bare[bare.index(after: separator)...]
      note(.refused, "a property with its value; write the value alone, as in \\p{\(value)}")
    } else if bare.hasPrefix("Is") || bare.hasPrefix("In") {
      note(.refused, "\\\(letter){\(name)}; write \\\(letter){\(bare.dropFirst(2))} for a script")
    }
  }
}
