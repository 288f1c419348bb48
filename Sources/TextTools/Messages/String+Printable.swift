extension String {
  /// The text with U+FFFD in place of control characters, which terminals act upon, fit for a
  /// message.
  public var printable: String {
    String(
      String.UnicodeScalarView(
        unicodeScalars.map { $0.properties.generalCategory == .control ? "\u{FFFD}" : $0 }))
  }

  /// The text for a message: short, ``printable``, in quotation marks.
  package var quoted: String {
    let maximum = 40
    let ending = unicodeScalars.count > maximum ? "…" : ""
    return "“\(String(unicodeScalars.prefix(maximum)).printable)\(ending)”"
  }
}
