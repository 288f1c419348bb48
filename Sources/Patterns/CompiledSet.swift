import CRE2

/// The owner of a compiled set of RE2.
@safe
final class CompiledSet: @unchecked Sendable {
  enum Outcome {
    case none
    case some
    /// The answer is not known: memory ran out.
    case exhausted

    init(_ outcome: CInt) {
      switch outcome {
      case CInt(CRE2_NO_MATCH): self = .none
      case CInt(CRE2_MATCH): self = .some
      default: self = .exhausted
      }
    }
  }

  // Not changed once compiled; RE2 guards the states that it adds while matching by a lock.
  // `nil` when there are no patterns.
  private let set: OpaquePointer?
  let patterns: [Pattern]
  let memoryBudget: Int
  /// Stands in for a set whose automaton runs out of memory, for tests.
  private let isExhausted: Bool

  init(_ patterns: [Pattern], memoryBudget: Int, isExhausted: Bool) throws(PatternError) {
    self.patterns = patterns
    self.memoryBudget = memoryBudget
    self.isExhausted = isExhausted
    guard !patterns.isEmpty else {
      unsafe set = nil
      return
    }
    let overBudget = PatternError(
      problems: [.overBudget(patterns: patterns.count, bytes: memoryBudget)])
    guard let set = unsafe cre2_set_new(Int64(memoryBudget)) else { throw overBudget }
    unsafe self.set = unsafe set
    var problems: [PatternProblem] = []
    for pattern in patterns where problems.count < PatternError.maximumReported {
      if let problem = unsafe Self.add(pattern, to: set) { problems.append(problem) }
    }
    guard problems.isEmpty else { throw PatternError(problems: problems) }
    guard unsafe cre2_set_compile(set) else { throw overBudget }
  }

  deinit {
    unsafe cre2_set_free(set)
  }

  private static func add(_ pattern: Pattern, to set: OpaquePointer) -> PatternProblem? {
    if pattern.text.isEmpty { return .empty(pattern.origin) }
    if pattern.text.utf8.count > Pattern.maximumBytes { return .tooLong(pattern.origin) }
    var reason = [CChar](repeating: 0, count: 256)
    var reasonCount = 0
    let isAdded = unsafe withBytes(of: pattern) {
      unsafe cre2_set_add(set, $0.baseAddress, $0.count, &reason, reason.count, &reasonCount)
    }
    if isAdded { return nil }
    let bytes = reason[..<reasonCount].map { UInt8(bitPattern: $0) }
    let text = String(decoding: bytes, as: UTF8.self)
    return .refused(pattern.origin, reason: text.isEmpty ? "refused" : text)
  }

  private static func withBytes<Result>(
    of pattern: Pattern, _ body: (UnsafeBufferPointer<CChar>) -> Result
  ) -> Result {
    var text = pattern.text
    return text.withUTF8 { unsafe $0.withMemoryRebound(to: CChar.self, body) }
  }

  private func match(_ text: UnsafeRawBufferPointer) -> Outcome {
    guard let set = unsafe set else { return .none }
    let start = unsafe text.baseAddress?.assumingMemoryBound(to: CChar.self)
    return isExhausted ? .exhausted : Outcome(unsafe cre2_set_match(set, start, text.count))
  }

  /// Whether some pattern matches.
  func matches(_ text: UnsafeRawBufferPointer) -> Bool {
    switch unsafe match(text) {
    case .none: false
    case .some: true
    case .exhausted: patterns.contains { unsafe matchesAlone($0, text) }
    }
  }

  /// The indices of the patterns that match, in ascending order.
  func indicesOfMatches(in text: UnsafeRawBufferPointer) -> [Int] {
    guard let set = unsafe set else { return [] }
    let start = unsafe text.baseAddress?.assumingMemoryBound(to: CChar.self)
    var found = [CInt](repeating: 0, count: patterns.count)
    var foundCount = 0
    let outcome =
      isExhausted
      ? .exhausted
      : Outcome(
        unsafe cre2_set_match_all(set, start, text.count, &found, found.count, &foundCount))
    guard case .exhausted = outcome else { return found[..<foundCount].map { Int($0) }.sorted() }
    return patterns.indices.filter { unsafe matchesAlone(patterns[$0], text) }
  }

  private func matchesAlone(_ pattern: Pattern, _ text: UnsafeRawBufferPointer) -> Bool {
    if case .none = unsafe Self.matchAlone(pattern, memoryBudget: memoryBudget, text) {
      false
    } else {
      true
    }
  }

  /// Matches one pattern by itself, without the set.
  static func matchAlone(
    _ pattern: Pattern, memoryBudget: Int, _ text: UnsafeRawBufferPointer
  ) -> Outcome {
    let start = unsafe text.baseAddress?.assumingMemoryBound(to: CChar.self)
    return unsafe withBytes(of: pattern) {
      Outcome(
        unsafe cre2_match_one(
          $0.baseAddress, $0.count, Int64(memoryBudget), start, text.count))
    }
  }
}
