extension Int {
  /// Returns the number and what is counted: `1 character`, `2 characters`.
  func counted(_ noun: String) -> String { "\(self) \(noun)\(self == 1 ? "" : "s")" }

  /// The verb for this number of things.
  var verb: String { self == 1 ? "is" : "are" }

  /// The number and its verb: `1 is`, `2 are`.
  var andVerb: String { "\(self) \(verb)" }
}
