package import Platform
package import SecretMemory
package import TextTools

/// Reads an input in chunks of whole lines, in fixed memory however long the lines are.
///
/// A byte order mark at the start of the input is not part of the first line. A line of more than
/// `limit` bytes is returned with at least `limit + 2` of them, still more than `limit` without a
/// carriage return at their end; the rest is read and dropped.
package struct LineReader: ~Copyable, Sendable {
  /// Whole lines in a buffer.
  package struct Chunk: Sendable {
    /// How many chunks came before.
    package let number: Int
    /// The number of the first line, from 1.
    package let firstLine: Int
    /// How many lines it holds.
    package let lineCount: Int
    /// Where in the buffer they are, with their terminators; the very last may lack one.
    package let range: Range<Int>
  }

  /// Why there is no next chunk.
  package enum Failure: Error {
    case system(SystemError)
    /// The input is not text in UTF-8.
    case unreadable(UnreadableText)
  }

  /// The bytes that are read at a time: what a pipe holds.
  private static let readBytes = 1 << 16

  private let descriptor: Int32
  private let terminator: UInt8
  /// The start of a line that the last chunk did not complete.
  private var carry: SecretBytes
  private var carried = 0
  /// Whether the rest of the carried line is dropped.
  private var isSkipping = false
  private var isAtEnd = false
  private var chunkCount = 0
  private var lineCount = 0

  /// Prepares to read.
  ///
  /// - Parameters:
  ///   - descriptor: what to read.
  ///   - terminator: the byte that ends a line.
  ///   - limit: the maximum number of bytes of a line that matter.
  /// - Throws: ``SecretMemoryError``.
  package init(descriptor: Int32, terminator: UInt8, limit: Int) throws(SecretMemoryError) {
    self.descriptor = descriptor
    self.terminator = terminator
    carry = try SecretBytes(count: Self.carryCount(limit: limit), protection: .wiped)
  }

  /// Makes a buffer for the chunks of a reader with this limit.
  package static func makeBuffer(limit: Int) throws(SecretMemoryError) -> SecretBytes {
    try SecretBytes(count: carryCount(limit: limit) + readBytes, protection: .wiped)
  }

  /// What is kept of a line: with a byte order mark before it and a carriage return behind it the
  /// password is still longer than the limit.
  private static func carryCount(limit: Int) -> Int { TextStart.maximumMarkBytes + limit + 2 }

  /// Reads the next chunk, which ends where the input has no more for now.
  ///
  /// - Parameter buffer: from ``makeBuffer(limit:)``.
  /// - Returns: `nil` at the end of the input.
  /// - Throws: ``Failure``; the reader is then at its end. An input that is no text in UTF-8 is told
  ///   before any of its lines.
  package mutating func next(into buffer: inout SecretBytes) throws(Failure) -> Chunk? {
    while !isAtEnd {
      guard var range = try read(&buffer) else { continue }
      // A mark alone is not a line, and nothing follows it.
      if lineCount == 0 { range = try withoutMark(range, of: buffer) }
      if range.isEmpty { continue }
      let count = buffer.count(of: terminator, in: range)
      let isCut = buffer.bytes[range.upperBound - 1] != terminator
      let chunk = Chunk(
        number: chunkCount, firstLine: lineCount + 1, lineCount: isCut ? count + 1 : count,
        range: range)
      chunkCount += 1
      lineCount += chunk.lineCount
      return chunk
    }
    return nil
  }

  private mutating func read(_ buffer: inout SecretBytes) throws(Failure) -> Range<Int>? {
    do {
      return try fill(&buffer)
    } catch {
      throw .system(error)
    }
  }

  /// The part of the first chunk after a byte order mark.
  private mutating func withoutMark(
    _ range: Range<Int>, of buffer: borrowing SecretBytes
  ) throws(Failure) -> Range<Int> {
    do {
      let start = buffer.bytes.extracting(range.prefix(TextStart.maximumBytes))
      let length = try TextStart.markLength(
        of: start.indices.map { start[$0] }, mayHoldNUL: terminator == 0)
      return range.dropFirst(length)
    } catch {
      isAtEnd = true
      throw .unreadable(error)
    }
  }

  /// Reads once; `nil` when no line has ended yet, or none is left.
  private mutating func fill(_ buffer: inout SecretBytes) throws(SystemError) -> Range<Int>? {
    // What was carried goes before what is read.
    let readStart = carry.count
    isAtEnd = true
    let count = try unsafe buffer.withUnsafeMutableBytes { bytes throws(SystemError) in
      try unsafe Platform.readOnce(into: .init(rebasing: bytes[readStart...]), from: descriptor)
    }
    guard count > 0 else {
      guard carried > 0 else { return nil }
      return restore(to: &buffer, before: readStart)..<readStart
    }
    isAtEnd = false
    var start = readStart
    let end = start + count
    if isSkipping {
      guard let terminator = buffer.firstIndex(of: terminator, in: start..<end) else { return nil }
      start = terminator
      isSkipping = false
    }
    let last = buffer.lastIndex(of: terminator, in: start..<end)
    start = restore(to: &buffer, before: start)
    let rest = last.map { $0 + 1 } ?? start
    carried = min(end - rest, carry.count)
    isSkipping = end - rest > carry.count
    carry.copy(buffer, from: rest, count: carried, to: 0)
    return last == nil ? nil : start..<rest
  }

  /// Copies what was carried to a buffer, up to a place; returns where it starts.
  private mutating func restore(to buffer: inout SecretBytes, before end: Int) -> Int {
    buffer.copy(carry, from: 0, count: carried, to: end - carried)
    defer { carried = 0 }
    return end - carried
  }
}

extension SecretBytes {
  fileprivate func firstIndex(of byte: UInt8, in range: Range<Int>) -> Int? {
    unsafe withUnsafeBytes { bytes in
      unsafe Platform.firstIndex(of: byte, in: .init(rebasing: bytes[range]))
        .map { $0 + range.lowerBound }
    }
  }

  fileprivate func lastIndex(of byte: UInt8, in range: Range<Int>) -> Int? {
    unsafe withUnsafeBytes { unsafe $0[range].lastIndex(of: byte) }
  }

  fileprivate func count(of byte: UInt8, in range: Range<Int>) -> Int {
    unsafe withUnsafeBytes { bytes in
      // A plain loop, which becomes vector instructions.
      var count = 0
      for index in range where unsafe bytes[index] == byte { count &+= 1 }
      return count
    }
  }

  fileprivate mutating func copy(
    _ source: borrowing SecretBytes, from start: Int, count: Int, to place: Int
  ) {
    guard count > 0 else { return }
    unsafe source.withUnsafeBytes { source in
      unsafe withUnsafeMutableBytes { bytes in
        unsafe bytes[place..<place + count]
          .copyBytes(from: UnsafeRawBufferPointer(rebasing: source[start..<start + count]))
      }
    }
  }
}
