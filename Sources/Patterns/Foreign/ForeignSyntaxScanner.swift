/// Scans a pattern for the syntax of other engines: PCRE and Perl, Python, Java, .NET, JavaScript,
/// Ruby, GNU and POSIX.
struct ForeignSyntaxScanner {
  let scalars: [Unicode.Scalar]
  var position = 0
  private(set) var found: [ForeignSyntax] = []
  /// Whether a repetition has just ended.
  private var isBehindRepetition = false

  init(_ text: String) { scalars = Array(text.unicodeScalars) }

  mutating func note(_ reading: ForeignSyntax.Reading, _ advice: String) {
    let syntax = ForeignSyntax(reading: reading, advice: advice)
    if !found.contains(syntax) { found.append(syntax) }
  }

  // MARK: Characters

  var peek: Unicode.Scalar? { position < scalars.count ? scalars[position] : nil }

  mutating func next() -> Unicode.Scalar? {
    guard position < scalars.count else { return nil }
    position += 1
    return scalars[position - 1]
  }

  func follows(_ text: String) -> Bool {
    scalars[min(position, scalars.count)...].starts(with: text.unicodeScalars)
  }

  mutating func skip(_ text: String) -> Bool {
    guard follows(text) else { return false }
    position += text.unicodeScalars.count
    return true
  }

  /// Reads the characters up to one of these, which is skipped; at most 32.
  mutating func name(until ends: Set<Unicode.Scalar>) -> String {
    var name = ""
    while let scalar = peek, name.unicodeScalars.count < 32 {
      position += 1
      if ends.contains(scalar) { break }
      name.unicodeScalars.append(scalar)
    }
    return name
  }

  // MARK: The pattern

  mutating func scan() {
    noteEnds()
    while let scalar = next() {
      var isRepetition = false
      switch scalar {
      case "\\":
        if skip("Q") {
          while !skip("\\E"), next() != nil {}
        } else {
          escape(inClass: false)
        }
      case "[": bracketClass()
      case "(":
        if skip("?") { group() }
        if follows("*") {
          note(.refused, "a verb such as (*…), which RE2 does not support; leave it out")
        }
      case "*", "+", "?":
        if scalar == "+", isBehindRepetition {
          note(
            .refused, "a possessive repetition; leave out the second +, since RE2 never backtracks")
        } else {
          // The question mark of a lazy repetition ends it too.
          isRepetition = true
        }
      case "{": isRepetition = braces()
      default: break
      }
      isBehindRepetition = isRepetition
    }
  }

  /// Records foreign syntax at the two ends of the text.
  private mutating func noteEnds() {
    if let first = scalars.first, "*+?".unicodeScalars.contains(first) {
      note(
        .refused,
        "a wildcard as in file names; a pattern is found anywhere in a password, so leave out the \(first) at the start, and write .* where any characters may stand between others"
      )
    }
    if scalars.first == "/", let last = scalars.dropFirst().lastIndex(of: "/"), last > 1,
      scalars[(last + 1)...].allSatisfy({ "dgimsuvxy".unicodeScalars.contains($0) })
    {
      note(
        .taken,
        "slashes around the pattern stand for themselves; write what is between them, and flags as in (?s)"
      )
    }
    if let first = scalars.first, let last = scalars.last, Self.isBlank(first) || Self.isBlank(last)
    {
      note(
        .taken,
        "a blank at the start or end is part of the pattern; remove it, or write [ ] where it is meant"
      )
    }
  }

  static func isBlank(_ scalar: Unicode.Scalar) -> Bool { scalar == " " || scalar == "\t" }

  /// Reads what follows an opening brace; returns whether it is a repetition.
  private mutating func braces() -> Bool {
    let start = position
    let text = name(until: ["}"])
    let isClosed = position > start && scalars[position - 1] == "}"
    let parts = text.split(separator: ",", omittingEmptySubsequences: false)
    let areNumbers = parts.allSatisfy { $0.utf8.allSatisfy { (0x30...0x39).contains($0) } }
    if isClosed, areNumbers, parts.count <= 2, let first = parts.first {
      if !first.isEmpty { return true }
      if parts.count == 2, !parts[1].isEmpty {
        note(.taken, "{\(text)} stands for itself; write {0\(text)}")
        return false
      }
    }
    position = start
    return false
  }
}
