import CBareRE2

/// RE2's own set of patterns with nothing around it, the baseline of checking.
public final class BareRE2Set {
  private let set: OpaquePointer

  /// Compiles patterns as `PatternSet` does.
  public init(_ patterns: [String], memoryBudget: Int) {
    let text = patterns.map { $0 + "\0" }.joined()
    set = bare_re2_set_new(text, patterns.count, Int64(memoryBudget))
  }

  deinit { bare_re2_set_free(set) }

  /// Matches texts of one length repeatedly, a given number of times in all.
  public func match(_ texts: [UInt8], length: Int, times: Int) -> Int {
    texts.withUnsafeBytes {
      bare_re2_set_matches(
        set, $0.baseAddress?.assumingMemoryBound(to: CChar.self), length, texts.count / length,
        times)
    }
  }
}
