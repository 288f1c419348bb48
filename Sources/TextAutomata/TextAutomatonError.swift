/// Why an automaton cannot be made for a list of items.
package enum TextAutomatonError: Error, Hashable, Sendable {
  /// Regexes that only RE2 can match.
  case unsupported([UnsupportedRegex])
  /// More states than the budget are needed, or finding out takes too long.
  case overBudget(states: Int)
}

/// A pattern that cannot be part of an automaton.
package struct UnsupportedRegex: Hashable, Sendable {
  /// Its index among the items.
  package let item: Int
  /// What is not supported, and where.
  package let reason: String

  package init(item: Int, reason: String) {
    self.item = item
    self.reason = reason
  }
}

extension TextAutomatonError: CustomStringConvertible {
  package var description: String {
    switch self {
    case .unsupported(let patterns):
      patterns.map { "item \($0.item): \($0.reason)" }.joined(separator: "\n")
    case .overBudget(let states):
      "more than \(states) states; raise the budget, or use fewer or simpler patterns and words"
    }
  }
}
