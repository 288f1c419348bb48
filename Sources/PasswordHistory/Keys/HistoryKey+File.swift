import CSodium
import Platform
import SecretMemory
import TextTools

// A key file is text: 64 hexadecimal digits and a line feed. Text survives a password vault, a
// secret of an orchestrator or paper, and raw bytes survive none of them.
extension HistoryKey {
  private static let digitCount = 2 * byteCount

  /// Reads a key file: one line of 64 hexadecimal digits, with an optional line end (LF or CRLF)
  /// and byte order mark.
  ///
  /// Symbolic links are followed; the checks are made on the opened file.
  ///
  /// - Throws: ``HistoryError/keyFile(path:_:)`` when the file is missing, not a regular file,
  ///   owned by another user, accessible to others or not a key; ``HistoryError/secretMemory(_:)``.
  public static func read(from path: String) throws(HistoryError) -> HistoryKey {
    do {
      let descriptor = try Platform.openToRead(path)
      defer { try? Platform.close(descriptor) }
      if let exposure = try Platform.status(of: descriptor).exposure(acceptsRoot: true) {
        throw HistoryError.keyFile(path: path, KeyFileProblem(exposure))
      }
      // Two bytes for the line end, and one that shows that the file continues.
      var text = try SecretBytes(
        count: TextStart.maximumMarkBytes + digitCount + 3, protection: .guarded)
      let count = try unsafe text.withUnsafeMutableBytes { bytes throws(SystemError) in
        try unsafe Platform.fill(bytes, from: descriptor)
      }
      guard let key = try decode(text, count: count) else {
        throw HistoryError.keyFile(path: path, .malformed)
      }
      return key
    } catch let error as HistoryError {
      throw error
    } catch let error as SystemError {
      throw .keyFile(path: path, .system(error))
    } catch let error as SecretMemoryError {
      throw .secretMemory(error)
    } catch {
      preconditionFailure("HistoryKey: an error of another type")
    }
  }

  private static func decode(
    _ text: borrowing SecretBytes, count: Int
  ) throws(HistoryError) -> HistoryKey? {
    var secret = try allocate()
    let isKey = unsafe text.withUnsafeBytes { text in
      // A text in an encoding other than UTF-8 is not a key either.
      guard let start = try? unsafe TextStart.markLength(of: text.prefix(count)),
        count >= start + digitCount
      else { return false }
      let end = unsafe Array(text[(start + digitCount)..<count])
      guard end == [] || end == [10] || end == [13, 10] else { return false }
      return unsafe secret.withUnsafeMutableBytes { key in
        var found = 0
        // The digits are decoded in constant time.
        let result = unsafe sodium_hex2bin(
          key.start(as: UInt8.self), key.count,
          text.start(as: CChar.self) + start, digitCount, nil, &found, nil)
        return result == 0 && found == byteCount
      }
    }
    return isKey ? try HistoryKey(secret) : nil
  }

  /// Makes a random key and a file for it that only its owner may read (mode 0600).
  ///
  /// The file appears complete or not at all, and never replaces another.
  ///
  /// - Throws: ``HistoryError/keyFile(path:_:)`` with ``KeyFileProblem/exists`` when the path
  ///   exists, or with the system's error; ``HistoryError/secretMemory(_:)``.
  public static func create(at path: String) throws(HistoryError) -> HistoryKey {
    let key = try random()
    do {
      try key.write(to: path)
    } catch let error as SecretMemoryError {
      throw .secretMemory(error)
    } catch let error as SystemError {
      throw .keyFile(path: path, error.isNameTaken ? .exists : .system(error))
    } catch {
      preconditionFailure("HistoryKey: an error of another type")
    }
    return key
  }

  private func write(to path: String) throws {
    // sodium_bin2hex writes a NUL after the digits, which is replaced with the line feed.
    var text = try SecretBytes(count: Self.digitCount + 1, protection: .guarded)
    unsafe withUnsafeBytes { key in
      unsafe text.withUnsafeMutableBytes { text in
        _ = unsafe sodium_bin2hex(
          text.start(as: CChar.self), text.count,
          key.start(as: UInt8.self), key.count)
        unsafe text[Self.digitCount] = UInt8(ascii: "\n")
      }
    }
    try AtomicFile.write(to: path) { descriptor throws(SystemError) in
      try unsafe text.withUnsafeBytes { bytes throws(SystemError) in
        try unsafe Platform.write(bytes, to: descriptor)
      }
    }
  }
}
