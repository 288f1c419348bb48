import Patterns

/// Where the patterns end and the text to match begins.
private let separator: UInt8 = 0

/// Reads any bytes up to a NUL as a file of patterns, and matches the rest with those that are
/// patterns.
@_cdecl("LLVMFuzzerTestOneInput")
public func testOneInput(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let input = UnsafeBufferPointer(start: start, count: count)
  let end = input.firstIndex(of: separator) ?? input.endIndex
  let text = Array(input[end...].dropFirst())
  do {
    let patterns = try Pattern.lines(of: Array(input[..<end]), file: "patterns.txt")
    let set = try PatternSet(patterns, memoryBudget: 1 << 20)
    precondition(set.count == patterns.count, "patterns are lost")
    let matches = set.indicesOfMatches(in: text.span)
    precondition(matches == matches.sorted(), "indices out of order")
    precondition(matches.allSatisfy(patterns.indices.contains), "an index of no pattern")
    precondition(set.matches(text.span) == !matches.isEmpty, "two answers to one question")
  } catch {
    precondition(!error.problems.isEmpty, "an error without a problem")
    precondition(!error.description.isEmpty, "an error without a description")
  }
  return 0
}
