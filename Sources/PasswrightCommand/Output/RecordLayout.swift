/// The text before, between and after the passwords of a format other than plain text.
///
/// ```
/// {"entropyBits":124.2,"minEntropyBits":124.2,"isExact":true,"passwords":[   header
/// {"password":"…"},                                                          prefix, suffix, separator
/// {"password":"…"}
/// ]}                                                                         footer
/// ```
package struct RecordLayout: Sendable {
  /// How a password becomes a field.
  package enum Escaping: Sendable {
    /// The inside of a JSON string (RFC 8259).
    case json
    /// The inside of a quoted CSV field (RFC 4180).
    case csv

    /// The maximum number of bytes that one byte becomes: `\u001F` and `""`.
    package var greatestExpansion: Int {
      switch self {
      case .json: 6
      case .csv: 2
      }
    }
  }

  /// Before the first record.
  package let header: String
  /// Between two records.
  package let separator: String
  /// Before and after each password.
  package let prefix: String
  package let suffix: String
  /// After the last record.
  package let footer: String
  package let escaping: Escaping

  /// One document: the figures once, then an array of objects.
  package static func json(_ figures: Figures) -> RecordLayout {
    RecordLayout(
      header: "{\(figures.jsonMembers),\"passwords\":[", separator: ",",
      prefix: "\n{\"password\":\"", suffix: "\"}", footer: "\n]}\n", escaping: .json)
  }

  /// One object per line, each with the figures.
  package static func ndjson(_ figures: Figures) -> RecordLayout {
    RecordLayout(
      header: "", separator: "", prefix: "{\"password\":\"",
      suffix: "\",\(figures.jsonMembers)}\n", footer: "", escaping: .json)
  }

  /// A header line, then one record per line, each with the figures.
  ///
  /// Passwords are always quoted, so that a reader strips no space and sees no comment. Lines end
  /// in LF, as in the other formats and as the tools of the systems we run on expect.
  package static func csv(_ figures: Figures) -> RecordLayout {
    RecordLayout(
      header: "password,\(Figures.csvColumns)\n", separator: "", prefix: "\"",
      suffix: "\",\(figures.csvFields)\n", footer: "", escaping: .csv)
  }
}
