package import SecretMemory

/// Memory of fixed size in which lines of passwords become records of a format; wiped at the end.
///
/// How long a record takes to make depends on the characters that the format escapes, as does the
/// length of the record itself.
package struct RecordBuffer: ~Copyable, Sendable {
  private static let usualBytes = 1 << 18

  private let separatorAndPrefix: [UInt8]
  private let suffix: [UInt8]
  private let escaping: RecordLayout.Escaping
  /// The longest record.
  private let recordBytes: Int
  private var memory: SecretBytes
  private var used = 0

  /// Makes an empty buffer with room for at least one record.
  ///
  /// - Parameters:
  ///   - layout: the format.
  ///   - maximumBytes: the bytes of the longest password.
  /// - Throws: ``SecretMemoryError``.
  package init(layout: RecordLayout, maximumBytes: Int) throws(SecretMemoryError) {
    separatorAndPrefix = Array((layout.separator + layout.prefix).utf8)
    suffix = Array(layout.suffix.utf8)
    escaping = layout.escaping
    recordBytes =
      separatorAndPrefix.count + maximumBytes * escaping.greatestExpansion + suffix.count
    memory = try SecretBytes(count: max(Self.usualBytes, recordBytes), protection: .wiped)
  }

  /// Replaces the contents by records, each with its separator first, for the lines from `offset`
  /// on, as long as the longest record fits.
  ///
  /// - Parameters:
  ///   - lines: passwords, each with a line feed.
  ///   - offset: where a line starts.
  /// - Returns: the offset of the first line left over, or the count of `lines`.
  package mutating func refill(from lines: Span<UInt8>, at offset: Int) -> Int {
    var offset = offset
    var end = 0
    let (prefix, suffix, escaping) = (separatorAndPrefix, self.suffix, self.escaping)
    let recordBytes = recordBytes
    unsafe memory.withUnsafeMutableBytes { bytes in
      let buffer = unsafe bytes.bindMemory(to: UInt8.self)
      var output = unsafe OutputSpan(buffer: buffer, initializedCount: 0)
      while offset < lines.count && output.freeCapacity >= recordBytes {
        output.append(prefix)
        offset = escaping.appendLine(of: lines, at: offset, to: &output)
        output.append(suffix)
      }
      end = unsafe output.finalize(for: buffer)
    }
    used = end
    return offset
  }

  /// The records, without the first `dropped` bytes.
  package func withUnsafeBytes<Result, Failure>(
    dropping dropped: Int, _ body: (UnsafeRawBufferPointer) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    try unsafe memory.withUnsafeBytes { bytes throws(Failure) in
      try unsafe body(UnsafeRawBufferPointer(rebasing: bytes[min(dropped, used)..<used]))
    }
  }
}

extension OutputSpan<UInt8> {
  @_lifetime(self: copy self)
  fileprivate mutating func append(_ text: [UInt8]) {
    for byte in text { append(byte) }
  }
}

extension RecordLayout.Escaping {
  /// Appends the line at an offset, escaped and without its line feed; returns the offset after.
  func appendLine(
    of lines: Span<UInt8>, at start: Int, to output: inout OutputSpan<UInt8>
  ) -> Int {
    var offset = start
    while offset < lines.count {
      let byte = lines[offset]
      offset += 1
      if byte == UInt8(ascii: "\n") { break }
      switch self {
      case .json: Self.appendJSON(byte, to: &output)
      case .csv: Self.appendCSV(byte, to: &output)
      }
    }
    return offset
  }

  private static func appendCSV(_ byte: UInt8, to output: inout OutputSpan<UInt8>) {
    if byte == UInt8(ascii: "\"") { output.append(byte) }
    output.append(byte)
  }

  private static func appendJSON(_ byte: UInt8, to output: inout OutputSpan<UInt8>) {
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"):
      output.append(UInt8(ascii: "\\"))
      output.append(byte)
    case 0..<0x20:
      let digits = Array("0123456789abcdef".utf8)
      output.append(Array("\\u00".utf8))
      output.append(digits[Int(byte >> 4)])
      output.append(digits[Int(byte & 15)])
    default:
      output.append(byte)
    }
  }
}
