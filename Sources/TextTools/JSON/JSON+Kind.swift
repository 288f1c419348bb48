extension JSON {
  /// The kind of the value, for a message: `a string`.
  public var kind: String {
    switch self {
    case .null: "null"
    case .boolean: "a boolean"
    case .integer: "an integer"
    case .number: isBeyondInt ? "a number out of range" : "a number"
    case .string: "a string"
    case .array: "an array"
    case .object: "an object"
    }
  }

  /// Whether it is an integer beyond the range of `Int`.
  private var isBeyondInt: Bool {
    guard case .number(let number) = self else { return false }
    // -2^63 is here only as what -2^63 - 1 was rounded to.
    return number == number.rounded() && number.magnitude >= 0x1p63
  }

  /// Returns what to write in place of a value that is not an integer, for a message.
  package func expectedInteger(in range: ClosedRange<Int>) -> String {
    isBeyondInt ? "\(range.lowerBound) to \(range.upperBound)" : "an integer"
  }
}
