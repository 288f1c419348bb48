extension VaultPolicy: CustomStringConvertible {
  /// The policy in HCL.
  var description: String {
    "length = \(length)\n" + charsets.map(Self.text).joined()
  }

  private static func text(_ charset: Charset) -> String {
    let min = charset.min > 0 ? "\n  min-chars = \(charset.min)" : ""
    return """

      rule "charset" {
        charset = \(quoted(charset.characters))\(min)
      }

      """
  }

  /// Returns the characters in double quotes.
  ///
  /// `${` begins an expression, so a dollar sign before a brace moves to the end.
  private static func quoted(_ characters: Scalars) -> String {
    var text = characters.text
    let scalars = text.unicodeScalars
    if zip(scalars, scalars.dropFirst()).contains(where: { $0 == "$" && $1 == "{" }) {
      text.unicodeScalars.removeAll { $0 == "$" }
      text += "$"
    }
    var quoted = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"", "\\": quoted += "\\\(scalar)"
      default: quoted.unicodeScalars.append(scalar)
      }
    }
    return quoted + "\""
  }
}
