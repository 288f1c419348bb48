/// Many regular expressions, matched at once in time linear in the text.
///
/// ```swift
/// let set = try PatternSet([Pattern("^summer[0-9]{2,4}", origin: .value("example"))])
/// set.matches("Summer2026")  // true
/// ```
/// The cost of a match does not depend on the number of patterns, about 55 ns for 16 bytes, once
/// the states of the automaton that a text passes through are made; they are made on the way and
/// kept within the memory budget. Whatever the patterns and the text, a match takes time linear
/// in the text, at worst multiplied by the size of the patterns.
///
/// Matching is thread-safe. How long it takes and what memory it touches tell of the text.
public struct PatternSet: Sendable {
  /// The memory that a set may take unless told otherwise: 64 MiB.
  public static let defaultMemoryBudget = 64 << 20

  private let compiled: CompiledSet

  /// The patterns, in the order in which they were given.
  public var patterns: [Pattern] { compiled.patterns }
  /// About how many bytes the compiled patterns and their automaton may take.
  public var memoryBudget: Int { compiled.memoryBudget }

  /// Compiles patterns.
  ///
  /// - Parameters:
  ///   - patterns: any number, also none.
  ///   - memoryBudget: about how many bytes the set may take.
  /// - Throws: ``PatternError`` with every pattern that is refused, or
  ///   ``PatternProblem/overBudget(patterns:bytes:)``.
  /// - Complexity: linear in the compiled size of the patterns; about 3 ms for 1,000.
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
  /// - Complexity: O(*n*), *n* the bytes of the text. If the automaton runs out of memory, which
  ///   the budget checked when the set was made should rule out, the patterns are matched one by
  ///   one; one that cannot be matched even so counts as matching.
  public func matches(_ text: Span<UInt8>) -> Bool {
    unsafe text.withUnsafeBytes { unsafe matches($0) }
  }

  package func matches(_ text: UnsafeRawBufferPointer) -> Bool { unsafe compiled.matches(text) }

  /// Whether one pattern matches, or its answer cannot be had within the budget.
  package static func matchesAlone(
    _ pattern: Pattern, memoryBudget: Int, _ text: String
  ) -> Bool {
    unsafe text.utf8Span.span.withUnsafeBytes {
      unsafe CompiledSet.matchAlone(pattern, memoryBudget: memoryBudget, $0) != .none
    }
  }

  /// The indices of the patterns that match, in ascending order.
  ///
  /// - Complexity: as ``matches(_:)-(Span<UInt8>)``; the result is allocated.
  public func indicesOfMatches(in text: Span<UInt8>) -> [Int] {
    unsafe text.withUnsafeBytes { unsafe compiled.indicesOfMatches(in: $0) }
  }
}
