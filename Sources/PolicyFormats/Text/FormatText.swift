internal import TextTools

/// The bytes that formats are read from.
enum FormatText {
  /// Returns the bytes after a byte order mark.
  static func withoutMark(_ bytes: [UInt8]) throws(FormatError) -> [UInt8] {
    do {
      let length = try TextStart.markLength(of: bytes)
      return length == 0 ? bytes : Array(bytes[length...])
    } catch {
      throw FormatError(problems: [.text(line: 1, column: 1, reason: error.description)])
    }
  }

  /// Returns the text of UTF-8 bytes, without trailing line ends.
  @discardableResult
  static func text(_ bytes: [UInt8]) throws(FormatError) -> String {
    do {
      _ = try UTF8Span(validating: bytes.span)
    } catch {
      var scanner = TextScanner(bytes)
      scanner.report(at: error.byteOffsets.lowerBound, "not UTF-8")
      throw FormatError(problems: scanner.problems)
    }
    let text = bytes[..<((bytes.lastIndex { $0 != 0x0A && $0 != 0x0D } ?? -1) + 1)]
    return String(decoding: text, as: UTF8.self)
  }
}
