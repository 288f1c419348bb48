extension ForeignSyntaxScanner {
  /// Reads a class after its opening bracket.
  mutating func bracketClass() {
    let start = position
    _ = skip("^")
    var hasInnerBracket = false
    var hasIntersection = false
    var isFirst = true
    while let scalar = peek, isFirst || scalar != "]" {
      isFirst = false
      if follows("[:") {
        posixClass()
        continue
      }
      position += 1
      switch scalar {
      case "\\": escape(inClass: true)
      case "[": hasInnerBracket = true
      case "&" where skip("&"): hasIntersection = true
      default: break
      }
    }
    let end = position
    guard skip("]") else { return }
    // As RE2 reads it, a set in a set ends at the first closing bracket.
    let isNested = hasInnerBracket && peek == "]"
    if hasIntersection {
      note(
        .taken,
        "&& in a class stands for itself and does not intersect; write one class of the characters that are meant"
      )
    } else if isNested {
      note(
        .taken,
        "a set within a set: the class ends at the first closing bracket; write one class of the characters that are meant"
      )
    }
    if scalars[start] == ":", end - start > 2, scalars[end - 1] == ":" {
      let name = String(String.UnicodeScalarView(scalars[(start + 1)..<(end - 1)]))
      note(
        .taken, "[:\(name):] is a class of its letters; write [[:\(name):]]")
    }
  }

  /// Skips a class such as `[:alpha:]` in a class.
  private mutating func posixClass() {
    let start = position
    for (foreign, advice) in [("[:<:]", "\\b"), ("[:>:]", "\\b")] where skip(foreign) {
      return note(
        .refused, "\(foreign), the boundary of a word; write \(advice) outside of a class")
    }
    _ = skip("[:")
    while let scalar = peek {
      if skip(":]") { return }
      // Without an end it is not a class but two characters.
      if scalar == "]" { break }
      position += 1
    }
    position = start + 2
  }
}
