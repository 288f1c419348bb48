/// Many regular expressions, matched at once in time linear in the text.
///
/// ```swift
/// let set = try PatternSet([Pattern("^summer[0-9]{2,4}", origin: .value("example"))])
/// set.matches("Summer2026")  // true
/// ```
/// Most patterns match only texts that contain some literal, such as `summer` above. When all
/// patterns of a set do, a text without any of the literals is recognized in about a nanosecond per
/// byte. For other texts the cost does not depend on the number of patterns, about 55 ns for 16
/// bytes, once the states of the automaton that a text passes through exist; they are made on the
/// way and kept within the memory budget. A hostile text needs a new state at every byte, which
/// costs 5 to 20 ns for each instruction that the patterns compile to: hence
/// ``maximumInstructions``, at which a password of 16 bytes costs some 50 ms at worst, and
/// ``maximumWork``, some 10 s.
///
/// Matching is thread-safe. Its duration and the memory that it accesses depend on the text.
public struct PatternSet: Sendable {
  /// The default memory budget of a set: 64 MiB.
  public static let defaultMemoryBudget = 64 << 20

  /// The maximum number of instructions that the patterns may compile to: 262,144, enough for
  /// 10,000 patterns of a word and a few digits.
  ///
  /// A pattern takes about one per character and up to ten for a class, multiplied by its
  /// repetitions: `.{900}` takes 7,200.
  public static let maximumInstructions = 1 << 18

  /// The maximum work for a text, its bytes times the instructions: 2³⁰.
  ///
  /// It leaves 4,096 bytes to the largest set; a text above it counts as matching.
  public static let maximumWork = 1 << 30

  private let compiled: CompiledSet

  /// The patterns, in their original order.
  public var patterns: [Pattern] { compiled.patterns }
  /// The approximate number of bytes that the compiled patterns and their automaton may take.
  public var memoryBudget: Int { compiled.memoryBudget }
  /// The number of instructions that the patterns compile to.
  public var instructions: Int { compiled.instructions }

  /// Compiles patterns.
  ///
  /// - Parameters:
  ///   - patterns: any number of patterns, possibly none.
  ///   - memoryBudget: the approximate number of bytes that the set may take.
  /// - Throws: ``PatternError`` with every rejected pattern, or
  ///   ``PatternProblem/overBudget(patterns:bytes:)``, or
  ///   ``PatternProblem/tooMuchWork(patterns:last:)``.
  /// - Complexity: linear in the compiled size of the patterns; about 6 ms for 1,000.
  public init(
    _ patterns: [Pattern], memoryBudget: Int = Self.defaultMemoryBudget
  ) throws(PatternError) {
    try self.init(patterns, memoryBudget: memoryBudget, exhausted: false)
  }

  /// Compiles patterns into a set that, if `exhausted`, behaves as if its automaton ran out of
  /// memory at every match.
  package init(_ patterns: [Pattern], memoryBudget: Int, exhausted: Bool) throws(PatternError) {
    precondition(memoryBudget > 0, "PatternSet: a memory budget of nothing")
    compiled = try CompiledSet(patterns, memoryBudget: memoryBudget, isExhausted: exhausted)
  }

  /// The number of patterns.
  public var count: Int { patterns.count }

  /// Whether some pattern matches a string.
  public func matches(_ text: String) -> Bool { matches(text.utf8Span.span) }

  /// Whether some pattern matches.
  ///
  /// Bytes that are not UTF-8 match no character of a pattern.
  ///
  /// - Complexity: O(*n* ``instructions``), where *n* is the length of the text in bytes, and at
  ///   most ``maximumWork``. A text above that counts as matching, and so does any text if the
  ///   automaton runs out of memory, which the budget checked when the set was made rules out.
  public func matches(_ text: Span<UInt8>) -> Bool {
    unsafe text.withUnsafeBytes { unsafe matches($0) }
  }

  package func matches(_ text: UnsafeRawBufferPointer) -> Bool { unsafe compiled.matches(text) }

  /// Returns the indices of the patterns that match, in ascending order.
  ///
  /// When the answer is unavailable, all patterns are returned.
  ///
  /// - Complexity: that of ``matches(_:)-(Span<UInt8>)``; the result is allocated.
  public func indicesOfMatches(in text: Span<UInt8>) -> [Int] {
    unsafe text.withUnsafeBytes { unsafe compiled.indicesOfMatches(in: $0) }
  }
}
