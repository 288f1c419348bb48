import Passwright
import Platform
import SecretMemory
import TextTools

/// Where one password is read from: a line, and nothing after it.
///
/// A password in the arguments would be seen by all users of the machine.
struct PasswordInput {
  let source: InputSource

  private var shownName: String { source.shownName }

  /// The bytes around a password that are no part of it: a byte order mark and the line end, and one
  /// that shows that the input continues.
  private static let otherBytes = TextStart.maximumMarkBytes + 2 + 1

  /// Reads the password, byte for byte, without its line end (LF or CRLF) and without a byte order
  /// mark before it.
  ///
  /// - Throws: ``CommandFailure/operational(_:)`` for a file that cannot be read,
  ///   ``CommandFailure/usage(_:)`` for one that does not hold one line.
  func read() throws(CommandFailure) -> SecretBytes {
    var text = try SecretBytes.wiped(CompiledPolicy.maximumBytes + Self.otherBytes)
    let count: Int
    let isTyped: Bool
    do {
      (count, isTyped) = try readLine(into: &text)
    } catch {
      throw .operational([
        "cannot read the password from \(shownName): \(error.reason); name a file that you may read"
      ])
    }
    return try password(text, count: count, isTyped: isTyped)
  }

  /// Reads the line; returns its bytes, and whether it came from a terminal.
  private func readLine(
    into text: inout SecretBytes
  ) throws(SystemError) -> (count: Int, isTyped: Bool) {
    let isFile = !source.isStandardInput
    let descriptor =
      isFile ? try Platform.openFileToRead(source.name) : Platform.standardInput
    defer { if isFile { try? Platform.close(descriptor) } }
    return try unsafe text.withUnsafeMutableBytes { bytes throws(SystemError) in
      guard Platform.isTerminal(descriptor) else {
        return (try unsafe Platform.fill(bytes, from: descriptor), false)
      }
      let count = try unsafe Platform.readHiddenLine(bytes, from: descriptor) {
        StandardError.print("Password: ", terminator: "")
      }
      return (count, true)
    }
  }

  private func password(
    _ text: borrowing SecretBytes, count: Int, isTyped: Bool
  ) throws(CommandFailure) -> SecretBytes {
    var line = text.bytes.extracting(..<count)
    line = line.extracting(droppingFirst: try markLength(of: line))
    if !line.isEmpty && line[line.count - 1] == UInt8(ascii: "\n") {
      line = line.extracting(droppingLast: 1)
      if !line.isEmpty && line[line.count - 1] == UInt8(ascii: "\r") {
        line = line.extracting(droppingLast: 1)
      }
    }
    if isTyped && line.count >= Platform.maximumTerminalLine {
      throw .usage([
        """
        the password is as long as a terminal line can be, and may have been truncated; write it \
        to a file that only you can read, or pipe it
        """
      ])
    }
    if let complaint = complaint(of: line) { throw .usage([complaint]) }
    var password = try SecretBytes.wiped(line.count)
    unsafe line.withUnsafeBytes { line in
      unsafe password.withUnsafeMutableBytes { unsafe $0.copyMemory(from: line) }
    }
    return password
  }

  private func markLength(of text: Span<UInt8>) throws(CommandFailure) -> Int {
    do {
      let start = text.extracting(first: TextStart.maximumBytes)
      return try TextStart.markLength(of: start.indices.map { start[$0] })
    } catch {
      throw .usage(["\(shownName): \(error)"])
    }
  }

  /// Why the input without its line end is not a password.
  private func complaint(of line: Span<UInt8>) -> String? {
    guard !line.isEmpty else { return "no password in \(shownName); write it as one line" }
    // First, since what is too long has not been read to its end.
    for index in line.indices where line[index] == UInt8(ascii: "\n") {
      return "several lines in \(shownName); give one password at a time"
    }
    guard line.count <= CompiledPolicy.maximumBytes else {
      return "the password in \(shownName) is too long; "
        + "use at most \(CompiledPolicy.maximumBytes.grouped) bytes"
    }
    // Kept, it would make another password of what was meant; dropped, so would that.
    guard line[line.count - 1] != UInt8(ascii: "\r") else {
      return "the password in \(shownName) ends in a carriage return; "
        + "end the line with a line feed"
    }
    return nil
  }
}

extension SecretBytes {
  /// Bytes of memory that is wiped when it is released.
  static func wiped(_ count: Int) throws(CommandFailure) -> SecretBytes {
    try rethrowing(as: CommandFailure.memory) { () throws(SecretMemoryError) in
      try SecretBytes(count: count, protection: .wiped)
    }
  }
}
