extension Unicode.Scalar {
  /// The usual way to write the code, such as `U+00E9`.
  package var notation: String {
    let digits = String(value, radix: 16, uppercase: true)
    return "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }
}
