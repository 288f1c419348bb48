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
    var patterns: [Pattern] = []
    var problems: [PatternProblem] = []
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
      guard let string = String(validating: line, as: UTF8.self) else {
        if problems.count < PatternError.maximumReported { problems.append(.notUTF8(origin)) }
        continue
      }
      patterns.append(Pattern(string, origin: origin))
    }
    guard problems.isEmpty else { throw PatternError(problems: problems) }
    return patterns
  }
}
