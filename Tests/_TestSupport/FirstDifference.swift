/// Where two long sequences first differ, with a few of the elements on both sides, or `nil` when they
/// are equal.
///
/// ```swift
/// #expect(firstDifference(left, right) == nil)
/// ```
/// `#expect(left == right)` prints both when it fails, and works out the shortest list of edits, in a
/// time that grows with the square of the length.
package func firstDifference<Element: Equatable>(
  _ left: some Sequence<Element>, _ right: some Sequence<Element>
) -> Difference? {
  let (left, right) = (Array(left), Array(right))
  return position(left, right).map { position in
    Difference(
      "element \(position) of \(left.count) and \(right.count): \(excerpt(left, position)) is not "
        + "\(excerpt(right, position))")
  }
}

/// Where two long texts first differ, byte by byte, with what is around on both sides, or `nil` when
/// they are equal.
package func firstDifference(
  _ left: some StringProtocol, _ right: some StringProtocol
) -> Difference? {
  let (left, right) = (Array(left.utf8), Array(right.utf8))
  return position(left, right).map { position in
    let before = left[..<position]
    let line = before.count { $0 == 10 } + 1
    let column = position - (before.lastIndex(of: 10) ?? -1)
    return Difference(
      "line \(line), byte \(column): \(text(around: position, of: left)) is not "
        + "\(text(around: position, of: right))")
  }
}

/// Where two sequences differ, in a few words.
package struct Difference: Hashable, Sendable, CustomStringConvertible {
  package let description: String

  init(_ description: String) { self.description = description }
}

private func position<Element: Equatable>(_ left: [Element], _ right: [Element]) -> Int? {
  if left == right { return nil }
  return zip(left, right).enumerated().first { $1.0 != $1.1 }?.offset
    ?? min(left.count, right.count)
}

/// The elements from one before a position to two after it.
private func excerpt<Element>(_ elements: [Element], _ position: Int) -> String {
  let range = max(0, position - 1)..<min(elements.count, position + 3)
  let shown = elements[range].map { clipped(String(reflecting: $0)) }
  return "["
    + ((range.lowerBound > 0 ? ["…"] : []) + shown
    + (range.upperBound < elements.count ? ["…"] : []))
    .joined(separator: ", ") + "]"
}

private func clipped(_ text: String) -> String {
  text.count > 80 ? "\(text.prefix(80))…" : text
}

/// What is at most 30 bytes before a position and 30 after it.
private func text(around position: Int, of bytes: [UInt8]) -> String {
  let range = max(0, position - 30)..<min(bytes.count, position + 30)
  let text = String(reflecting: String(decoding: bytes[range], as: UTF8.self))
  return (range.lowerBound > 0 ? "…" : "") + text + (range.upperBound < bytes.count ? "…" : "")
}
