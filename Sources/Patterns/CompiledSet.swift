import CRE2

/// The owner of a compiled set of RE2.
@safe
final class CompiledSet: @unchecked Sendable {
  enum Outcome {
    case none
    case some
    /// The answer is unknown because memory ran out.
    case exhausted

    init(_ outcome: CInt) {
      switch outcome {
      case CInt(CRE2_NO_MATCH): self = .none
      case CInt(CRE2_MATCH): self = .some
      default: self = .exhausted
      }
    }
  }

  // Never changed once compiled; RE2 guards the states that it adds while matching with a lock.
  // `nil` when there are no patterns.
  private let set: OpaquePointer?
  let patterns: [Pattern]
  let memoryBudget: Int
  /// The number of instructions that the patterns compile to.
  let instructions: Int
  /// Finds most texts that no pattern matches; `nil` when some pattern needs no literal.
  private let filter: LiteralFilter?
  /// Simulates a set whose automaton runs out of memory, for tests.
  private let isExhausted: Bool

  init(_ patterns: [Pattern], memoryBudget: Int, isExhausted: Bool) throws(PatternError) {
    self.patterns = patterns
    self.memoryBudget = memoryBudget
    self.isExhausted = isExhausted
    guard !patterns.isEmpty else {
      unsafe set = nil
      instructions = 0
      filter = nil
      return
    }
    guard cre2_is_available() else { throw Self.unavailable(patterns) }
    let overBudget = PatternError(
      problems: [.overBudget(patterns: patterns.count, bytes: memoryBudget)])
    guard let set = unsafe cre2_set_new(Int64(memoryBudget)) else { throw overBudget }
    unsafe self.set = unsafe set
    // From here on a throw ends in `deinit`, which requires everything to have a value.
    try unsafe Self.add(patterns, to: set)
    let analysis = try PatternAnalysis(patterns)
    instructions = analysis.instructions
    filter = analysis.literals.map { LiteralFilter($0) }
    guard unsafe cre2_set_compile(set) else { throw overBudget }
  }

  deinit {
    unsafe cre2_set_free(set)
  }

  private static func unavailable(_ patterns: [Pattern]) -> PatternError {
    var list = PatternProblemList()
    for pattern in patterns { list.append(.unavailable(pattern.origin), at: pattern.origin) }
    return PatternError(problems: list.problems)
  }

  private static func add(
    _ patterns: [Pattern], to set: OpaquePointer
  ) throws(PatternError) {
    var list = PatternProblemList()
    for pattern in patterns {
      if let problem = unsafe add(pattern, to: set) { list.append(problem, at: pattern.origin) }
    }
    let problems = list.problems
    guard problems.isEmpty else { throw PatternError(problems: problems) }
  }

  private static func add(_ pattern: Pattern, to set: OpaquePointer) -> PatternProblem? {
    if pattern.text.isEmpty { return .empty(pattern.origin) }
    if pattern.text.utf8.count > Pattern.maximumBytes { return .tooLong(pattern.origin) }
    var reasonBytes = [CChar](repeating: 0, count: 256)
    var reasonCount = 0
    let isAdded = unsafe pattern.withBytes {
      unsafe cre2_set_add(
        set, $0.baseAddress, $0.count, &reasonBytes, reasonBytes.count, &reasonCount)
    }
    if isAdded { return nil }
    let bytes = reasonBytes[..<reasonCount].map { UInt8(bitPattern: $0) }
    let text = String(decoding: bytes, as: UTF8.self)
    let reason = text.isEmpty ? "refused" : text
    let foreign = pattern.foreignSyntax.filter { $0.reading == .refused }.map(\.advice)
    return foreign.isEmpty
      ? .refused(pattern.origin, reason: reason)
      : .foreign(pattern.origin, reason: reason, advice: foreign.joined(separator: "; "))
  }

  /// Whether a text costs more than ``PatternSet/maximumWork``, or its answer is never available.
  private func isBeyondReach(_ text: UnsafeRawBufferPointer) -> Bool {
    isExhausted || text.count * instructions > PatternSet.maximumWork
  }

  /// Whether some pattern matches, or the answer is unavailable.
  func matches(_ text: UnsafeRawBufferPointer) -> Bool {
    guard let set = unsafe set else { return false }
    guard unsafe !isBeyondReach(text) else { return true }
    if let filter, unsafe !filter.mayHoldLiteral(text) { return false }
    let start = unsafe text.baseAddress?.assumingMemoryBound(to: CChar.self)
    return Outcome(unsafe cre2_set_match(set, start, text.count)) != .none
  }

  /// Returns the indices of the patterns that match, in ascending order; all if the answer is
  /// unavailable.
  func indicesOfMatches(in text: UnsafeRawBufferPointer) -> [Int] {
    guard let set = unsafe set else { return [] }
    guard unsafe !isBeyondReach(text) else { return Array(patterns.indices) }
    let start = unsafe text.baseAddress?.assumingMemoryBound(to: CChar.self)
    var found = [CInt](repeating: 0, count: patterns.count)
    var foundCount = 0
    let outcome = Outcome(
      unsafe cre2_set_match_all(set, start, text.count, &found, found.count, &foundCount))
    guard outcome != .exhausted else { return Array(patterns.indices) }
    return found[..<foundCount].map { Int($0) }.sorted()
  }
}
