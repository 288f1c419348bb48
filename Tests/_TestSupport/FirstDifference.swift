/// The position at which two sequences first differ, or `nil` when they are equal.
///
/// For long sequences: `#expect(left == right)` works out the shortest list of edits when it fails,
/// in a time that grows with the square of the length.
package func firstDifference<Element: Equatable>(
  _ left: some Sequence<Element>, _ right: some Sequence<Element>
) -> Int? {
  var left = left.makeIterator()
  var right = right.makeIterator()
  var position = 0
  while true {
    let elements = (left.next(), right.next())
    if elements.0 != elements.1 { return position }
    if elements.0 == nil { return nil }
    position += 1
  }
}
