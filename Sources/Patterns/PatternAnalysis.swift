import CRE2

/// Properties of individual patterns, before they are matched together.
struct PatternAnalysis {
  /// The number of instructions that the patterns compile to.
  private(set) var instructions = 0
  /// Texts in lowercase, one or more of which every match of any pattern contains; `nil` when some
  /// pattern can match without one.
  private(set) var literals: [[UInt8]]? = []

  /// Analyzes valid patterns.
  ///
  /// - Throws: ``PatternProblem/tooMuchWork(patterns:last:)``.
  init(_ patterns: [Pattern]) throws(PatternError) {
    for (index, pattern) in patterns.enumerated() {
      guard add(pattern), instructions <= PatternSet.maximumInstructions else {
        throw PatternError(problems: [.tooMuchWork(patterns: index + 1, last: pattern.origin)])
      }
    }
  }

  /// Adds a pattern; returns whether it is small enough.
  private mutating func add(_ pattern: Pattern) -> Bool {
    let analysed = unsafe pattern.withBytes {
      unsafe cre2_pattern_new($0.baseAddress, $0.count, CInt(LiteralFilter.minimumLength))
    }
    guard let analysed = unsafe analysed else { return false }
    defer { unsafe cre2_pattern_free(analysed) }
    instructions += unsafe Int(cre2_pattern_size(analysed))
    guard unsafe cre2_pattern_has_literals(analysed) else {
      literals = nil
      return true
    }
    for index in unsafe 0..<cre2_pattern_literal_count(analysed) {
      var count = 0
      guard let start = unsafe cre2_pattern_literal(analysed, index, &count) else { continue }
      unsafe literals?.append(UnsafeRawBufferPointer(start: start, count: count).map(\.self))
    }
    return true
  }
}

extension Pattern {
  /// Calls a function with the bytes of the pattern.
  func withBytes<Result>(_ body: (UnsafeBufferPointer<CChar>) -> Result) -> Result {
    var text = text
    return text.withUTF8 { unsafe $0.withMemoryRebound(to: CChar.self, body) }
  }
}
