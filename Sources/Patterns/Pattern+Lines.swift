extension Pattern {
  /// Reads patterns, one a line.
  ///
  /// Lines end in LF or CRLF; a byte order mark is passed over, and so are blank lines and lines
  /// that begin with `#` (a pattern that does is written `\#`). Other white space is part of the
  /// pattern.
  ///
  /// - Parameters:
  ///   - text: the bytes of the file.
  ///   - file: its name, for ``origin``.
  /// - Returns: the patterns in the order of the lines.
  /// - Throws: ``PatternError`` with ``PatternProblem/notUTF8(_:)`` for every such line.
  /// - Complexity: O(*n*), *n* the bytes of the text.
  public static func lines(of text: [UInt8], file: String) throws(PatternError) -> [Pattern] {
    let (patterns, problems) = reading(text, file: file)
    guard problems.isEmpty else { throw PatternError(problems: problems) }
    return patterns
  }

  /// The same, with the patterns of the lines that are UTF-8 when others are not.
  package static func reading(
    _ text: [UInt8], file: String
  ) -> (patterns: [Pattern], problems: [PatternProblem]) {
    var patterns: [Pattern] = []
    var list = PatternProblemList()
    var rest = text.starts(with: [0xEF, 0xBB, 0xBF]) ? text.dropFirst(3) : text[...]
    var number = 0
    while !rest.isEmpty {
      number += 1
      let end = rest.firstIndex(of: UInt8(ascii: "\n")) ?? rest.endIndex
      var line = rest[..<end]
      rest = rest[end...].dropFirst()
      if line.last == UInt8(ascii: "\r") { line.removeLast() }
      if line.isEmpty || line.first == UInt8(ascii: "#") { continue }
      let origin = Origin.line(number, file: file)
      if let string = String(validating: line, as: UTF8.self) {
        patterns.append(Pattern(string, origin: origin))
      } else {
        list.append(.notUTF8(origin), at: origin)
      }
    }
    return (patterns, list.problems)
  }
}
