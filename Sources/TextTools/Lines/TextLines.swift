internal import Platform

/// The lines of a file, as people understand them.
///
/// A byte order mark at the start is not part of the first line. A line ends at a line feed or with
/// the file, and a carriage return before either belongs to the end; a final line feed ends the
/// last line and does not begin another. Everything else is left unchanged: the reader decides the
/// meaning of blank lines, white space at an end and bytes that are not UTF-8.
///
/// ```swift
/// for line in try TextLines(bytes) { print(line.number, bytes[line.range]) }
/// ```
/// - Complexity: O(*n*) for all lines, where *n* is the number of bytes, however long the lines
///   are.
package struct TextLines: Sequence, Sendable {
  /// A line, without its end.
  package struct Line: Hashable, Sendable {
    /// The number of the line, from 1.
    package let number: Int
    /// The range of the line in the bytes.
    package let range: Range<Int>

    package init(number: Int, range: Range<Int>) {
      self.number = number
      self.range = range
    }
  }

  private let bytes: [UInt8]
  private let start: Int
  private let end: Int

  /// Finds the beginning and the end of the text.
  ///
  /// - Parameters:
  ///   - bytes: all bytes of a file.
  ///   - ignoringBlankEnd: whether to skip trailing lines that contain nothing but spaces and tabs.
  ///     A file of only such lines keeps them.
  /// - Throws: ``UnreadableText`` when the bytes are not text in UTF-8 or a superset of ASCII.
  package init(_ bytes: [UInt8], ignoringBlankEnd: Bool = false) throws(UnreadableText) {
    self.bytes = bytes
    start = try TextStart.markLength(of: bytes)
    var end = bytes.count
    if ignoringBlankEnd, let last = bytes.lastIndex(where: { !$0.isBlank && !$0.endsLine }),
      last >= start
    {
      end = bytes[last...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
    }
    self.end = end
  }

  package func makeIterator() -> Iterator { Iterator(bytes: bytes, position: start, end: end) }

  package struct Iterator: IteratorProtocol {
    fileprivate let bytes: [UInt8]
    fileprivate var position: Int
    fileprivate let end: Int
    private var number = 0

    fileprivate init(bytes: [UInt8], position: Int, end: Int) {
      self.bytes = bytes
      self.position = position
      self.end = end
    }

    package mutating func next() -> Line? {
      guard position < end else { return nil }
      let start = position
      let length = unsafe bytes.withUnsafeBytes { bytes in
        // The bounds are within the bytes: the last is their count or the position of a line feed.
        unsafe Platform.firstIndex(
          of: UInt8(ascii: "\n"), in: UnsafeRawBufferPointer(rebasing: bytes[start..<end]))
      }
      var lineEnd = length.map { start + $0 } ?? end
      position = lineEnd + 1
      if lineEnd > start, bytes[lineEnd - 1] == UInt8(ascii: "\r") { lineEnd -= 1 }
      number += 1
      return Line(number: number, range: start..<lineEnd)
    }
  }
}

extension UInt8 {
  /// Whether the byte is a space or a tab.
  package var isBlank: Bool { self == UInt8(ascii: " ") || self == UInt8(ascii: "\t") }

  /// Whether the byte is a line feed or a carriage return.
  package var endsLine: Bool { self == UInt8(ascii: "\n") || self == UInt8(ascii: "\r") }
}

extension ArraySlice<UInt8> {
  /// The bytes without the spaces and tabs at either end.
  package var withoutBlanks: ArraySlice<UInt8> {
    guard let first = firstIndex(where: { !$0.isBlank }),
      let last = lastIndex(where: { !$0.isBlank })
    else { return self[endIndex...] }
    return self[first...last]
  }
}
