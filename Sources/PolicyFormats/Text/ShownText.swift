extension String {
  /// The text for a message: short, without control characters, in quotation marks.
  var shown: String {
    let maximum = 40
    let scalars = unicodeScalars.prefix(maximum).map {
      $0.properties.generalCategory == .control ? "\u{FFFD}" : $0
    }
    let ending = unicodeScalars.count > maximum ? "…" : ""
    return "“\(String(String.UnicodeScalarView(scalars)))\(ending)”"
  }
}
