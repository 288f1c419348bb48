internal import TextTools

extension Pattern {
  /// Reads patterns, one per line.
  ///
  /// Lines end in LF or CRLF. A byte order mark, blank lines and lines that begin with `#` are
  /// skipped (a pattern that begins with one is written `\#`). Other white space is part of the
  /// pattern.
  ///
  /// - Parameters:
  ///   - text: the bytes of the file.
  ///   - file: its name, for ``origin``.
  /// - Returns: the patterns in the order of the lines.
  /// - Throws: ``PatternError`` with ``PatternProblem/notUTF8(_:)`` for every such line, or
  ///   ``PatternProblem/unreadable(_:reason:)``.
  /// - Complexity: O(*n*), where *n* is the length of the text in bytes.
  public static func lines(of text: [UInt8], file: String) throws(PatternError) -> [Pattern] {
    let (patterns, problems) = reading(text, file: file)
    guard problems.isEmpty else { throw PatternError(problems: problems) }
    return patterns
  }

  /// Reads patterns, and returns those of the lines that are UTF-8 even when others are not.
  package static func reading(
    _ text: [UInt8], file: String
  ) -> (patterns: [Pattern], problems: [PatternProblem]) {
    var patterns: [Pattern] = []
    var list = PatternProblemList()
    let lines: TextLines
    do {
      lines = try TextLines(text)
    } catch {
      let origin = Origin.line(1, file: file)
      return ([], [.unreadable(origin, reason: error.description)])
    }
    for line in lines {
      let bytes = text[line.range]
      if bytes.isEmpty || bytes.first == UInt8(ascii: "#") { continue }
      let origin = Origin.line(line.number, file: file)
      if let string = String(validating: bytes, as: UTF8.self) {
        patterns.append(Pattern(string, origin: origin))
      } else {
        list.append(.notUTF8(origin), at: origin)
      }
    }
    return (patterns, list.problems)
  }
}
