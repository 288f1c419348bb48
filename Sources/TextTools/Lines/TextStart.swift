/// Information about a text from the first bytes of its file.
package enum TextStart {
  private static let utf8Mark: [UInt8] = [0xEF, 0xBB, 0xBF]

  /// The maximum number of bytes of a mark that is skipped: 3.
  package static let maximumMarkBytes = 3

  /// The maximum number of bytes that are examined: 6.
  package static let maximumBytes = 6

  /// Returns the number of bytes before the text begins: those of a UTF-8 byte order mark, or 0.
  ///
  /// - Parameters:
  ///   - bytes: the beginning of a file, or all of it.
  ///   - mayHoldNUL: whether NUL bytes are not a sign of another encoding.
  /// - Returns: the number of bytes.
  /// - Throws: ``UnreadableText`` when the file is UTF-16, UTF-32 or compressed. Without a mark,
  ///   UTF-16 is recognized by exactly one NUL among the first two bytes.
  /// - Complexity: O(1).
  package static func markLength(
    of bytes: some Sequence<UInt8>, mayHoldNUL: Bool = false
  ) throws(UnreadableText) -> Int {
    let start = Array(bytes.prefix(maximumBytes))
    func begins(_ signature: [UInt8]) -> Bool { start.starts(with: signature) }
    if begins(utf8Mark) { return utf8Mark.count }
    if !mayHoldNUL {
      if begins([0xFF, 0xFE, 0, 0]) || begins([0, 0, 0xFE, 0xFF]) { throw .wide(.utf32) }
      if start.count >= 2, (start[0] == 0) != (start[1] == 0) {
        throw .wide(start[0] == 0 ? .utf16BigEndian : .utf16LittleEndian)
      }
    }
    if begins([0xFF, 0xFE]) || begins([0xFE, 0xFF]) { throw .wide(.utf16) }
    if begins([0x1F, 0x8B]) { throw .compressed("gzip") }
    if begins([0x50, 0x4B, 0x03, 0x04]) { throw .compressed("zip") }
    if begins([0xFD, 0x37, 0x7A, 0x58, 0x5A, 0x00]) { throw .compressed("xz") }
    if begins([0x28, 0xB5, 0x2F, 0xFD]) { throw .compressed("zstd") }
    if begins([0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C]) { throw .compressed("7z") }
    return 0
  }
}

/// Why no line of a file can be read: it is not text in UTF-8.
package enum UnreadableText: Error, Hashable, Sendable {
  /// An encoding with more than one byte per character, by its `iconv` name.
  package enum WideEncoding: String, Hashable, Sendable {
    case utf16 = "UTF-16"
    case utf16LittleEndian = "UTF-16LE"
    case utf16BigEndian = "UTF-16BE"
    case utf32 = "UTF-32"
  }

  /// The text is in such an encoding.
  case wide(WideEncoding)
  /// The file is compressed by this program.
  case compressed(String)
}

extension UnreadableText: CustomStringConvertible {
  /// What the file is, and how to convert it.
  package var description: String {
    switch self {
    case .wide(let encoding):
      "the text is \(encoding.rawValue); convert it with iconv -f \(encoding.rawValue) -t UTF-8"
    case .compressed(let program):
      "the file is compressed (\(program)); decompress it first"
    }
  }
}
