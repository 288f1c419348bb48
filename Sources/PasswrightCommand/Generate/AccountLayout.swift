import Passwright

/// The records of accounts with their passwords.
struct AccountLayout {
  let header: String
  private let isCSV: Bool
  private let suffix: String

  var escaping: RecordLayout.Escaping { isCSV ? .csv : .json }

  /// Makes the layout of a format.
  ///
  /// - Parameters:
  ///   - format: CSV, or else one object per line.
  ///   - figures: what every record holds in addition to the password.
  init(_ format: OutputFormat, _ figures: Figures) {
    isCSV = format == .csv
    header = isCSV ? "account,password,\(Figures.csvColumns)\n" : ""
    suffix = isCSV ? "\",\(figures.csvFields)\n" : "\",\(figures.jsonMembers)}\n"
  }

  /// What stands before the password of an account.
  func prefix(_ account: AccountID) -> [UInt8] {
    let text = account.text
    return Array((isCSV ? "\(text.csv),\"" : "{\"account\":\(text.json),\"password\":\"").utf8)
  }

  /// What a record may end in, before its line feed; the shorter records of older versions do not.
  var endings: [[UInt8]] {
    [true, false].map { Array((isCSV ? ",\($0)" : ",\"isExact\":\($0)}").utf8) }
  }

  /// The bytes of a record without its prefix, at most.
  func maximumBytes(ofPassword count: Int) -> Int {
    count * escaping.greatestExpansion + suffix.utf8.count
  }

  /// Appends a record.
  @_lifetime(output: copy output)
  func append(
    _ account: AccountID, _ password: Span<UInt8>, to output: inout OutputSpan<UInt8>
  ) {
    for byte in prefix(account) { output.append(byte) }
    _ = escaping.appendLine(of: password, at: 0, to: &output)
    for byte in suffix.utf8 { output.append(byte) }
  }
}
