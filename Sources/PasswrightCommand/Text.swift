import TextTools

extension Int {
  /// The digits in groups of three: `1,234,567`.
  var grouped: String {
    let digits = String(magnitude)
    let groups = stride(from: digits.count, to: 0, by: -3).map { end in
      digits.prefix(end).suffix(3)
    }
    return (self < 0 ? "-" : "") + groups.reversed().joined(separator: ",")
  }
}

extension Double {
  /// The number with at most this many digits after the point.
  func rounded(toPlaces places: Int) -> String {
    let scale = (0..<places).reduce(1.0) { scale, _ in scale * 10 }
    return ((self * scale).rounded() / scale).description
  }
}

extension String {
  /// What is wrong with an argument that is compared byte for byte; `nil` if nothing is.
  ///
  /// Arguments that are not UTF-8 come with U+FFFD in the place of what is wrong, so that different
  /// ones would be the same.
  var repairProblem: String? {
    unicodeScalars.contains("\u{FFFD}")
      ? "contains U+FFFD, or was not UTF-8; write it as UTF-8 without that character" : nil
  }

  /// The text with another text in the place of each occurrence of one that is not empty, byte for
  /// byte: a combining mark after an occurrence hides it from nobody.
  ///
  /// `replacing` of the standard library compares characters, and would link its regular
  /// expressions, a megabyte.
  func substituting(_ replacement: String, for part: String) -> String {
    var result: [UInt8] = []
    var rest = Array(utf8)[...]
    while let first = rest.first {
      if rest.starts(with: part.utf8) {
        result += replacement.utf8
        rest.removeFirst(part.utf8.count)
      } else {
        result.append(first)
        rest.removeFirst()
      }
    }
    return String(decoding: result, as: UTF8.self)
  }

  /// The text as a JSON string, quotation marks included.
  var json: String { JSON.string(self).text }

  /// The text as a quoted CSV field (RFC 4180).
  package var csv: String { "\"" + substituting("\"\"", for: "\"") + "\"" }

  /// The text in the quotes of a POSIX shell.
  package var shellQuoted: String { "'" + substituting("'\\''", for: "'") + "'" }

  /// The text as a word of a POSIX shell, quoted where it needs to be.
  package var shellWord: String {
    let isPlain = utf8.allSatisfy {
      switch $0 {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"):
        true
      default: "%+,-./:=@_".utf8.contains($0)
      }
    }
    return isPlain && !isEmpty ? self : shellQuoted
  }

  /// A JSON array of texts that are JSON, one per line.
  static func jsonArray(_ elements: [String]) -> String {
    elements.isEmpty ? "[]" : "[\n  \(elements.joined(separator: ",\n  "))\n]"
  }

  /// A count and what is counted: `1 word`, `2 words`.
  static func counting(_ count: Int, _ noun: String) -> String {
    "\(count.grouped) \(noun.plural(for: count))"
  }
}
