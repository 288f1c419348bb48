import Patterns

extension PatternSet {
  /// `#expect` takes no span.
  func matches(bytes: [UInt8]) -> Bool { matches(bytes.span) }
}
