extension Int {
  /// Returns the number and what is counted: `1 character`, `2 characters`.
  package func counted(_ noun: String) -> String { "\(self) \(noun.plural(for: self))" }

  /// The verb for this number of things.
  package var verb: String { self == 1 ? "is" : "are" }

  /// The number and its verb: `1 is`, `2 are`.
  package var andVerb: String { "\(self) \(verb)" }
}

extension String {
  /// Returns the noun as it stands behind a number: `word` for 1, `words` for any other.
  package func plural(for count: Int) -> String { count == 1 ? self : self + "s" }
}
