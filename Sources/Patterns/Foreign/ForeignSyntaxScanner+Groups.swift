internal import TextTools

extension ForeignSyntaxScanner {
  /// Reads what follows `(?`.
  mutating func group() {
    let lookAround =
      "look-around, which RE2 does not support; write patterns without it, or a rule of the policy such as a minimum number of digits"
    let recursion =
      "recursion or a call of a group, which RE2 does not support; write the group again"
    if skip("<=") || skip("<!") || skip("=") || skip("!") { return note(.refused, lookAround) }
    if skip("<") { return namedGroup(until: ">") }
    if skip("'") { return namedGroup(until: "'") }
    if skip("P") {
      if skip("=") { return note(.refused, Self.backReference) }
      if skip(">") { return note(.refused, recursion) }
      return
    }
    if skip(">") {
      return note(.refused, "an atomic group; write (?:…), since RE2 never backtracks")
    }
    if skip("|") { return note(.refused, "a branch reset; write (?:…)") }
    if skip("#") { return note(.refused, "a comment; leave it out") }
    if skip("(") {
      position -= 1
      return note(
        .refused, "a condition, which RE2 does not support; write a pattern for each case")
    }
    if skip("&") || skip("R") { return note(.refused, recursion) }
    flags(recursion: recursion)
  }

  static let backReference =
    "a back-reference, which RE2 does not support; write a rule such as maxRepeatedRun, or the alternatives"

  private mutating func namedGroup(until end: Unicode.Scalar) {
    let name = name(until: [end])
    note(.refused, "a named group; write (?P<\(name.printable)>…), or (…) without a name")
  }

  private mutating func flags(recursion: String) {
    while let scalar = peek, scalar != ")", scalar != ":" {
      switch scalar {
      case "i", "m", "s", "U", "-", "^": break
      case "x":
        note(
          .refused,
          "the flag x, which RE2 does not support; write the pattern without blanks and comments")
      case "0"..."9", "+":
        return note(.refused, recursion)
      case "a"..."z", "A"..."Z":
        note(.refused, "the flag \(scalar), which RE2 does not support; leave it out")
      default: return
      }
      position += 1
    }
  }
}
