internal import Platform
internal import TextTools

/// Case folding: the uppercase and then the lowercase mapping of each scalar, in Unicode's composed
/// form (NFC) before and after, so that it makes no difference whether an accent is a separate
/// character.
///
/// For ASCII the result is lowercase. Folding ASCII again changes nothing, and each side of a
/// comparison is folded exactly once. Bytes that are not UTF-8 fold to U+FFFD.
enum CaseFolding {
  /// Returns the fold of an ASCII byte; other bytes are unchanged.
  @inline(__always)
  static func fold(_ byte: UInt8) -> UInt8 {
    byte &- UInt8(ascii: "A") < 26 ? byte | 0x20 : byte
  }

  /// Returns the fold of eight bytes at once, if all are ASCII.
  @inline(__always)
  static func fold(_ word: UInt64) -> UInt64 {
    // With 7-bit lanes, adding 0x7F − 'Z' carries into bit 7 above 'Z', and 0x80 − 'A' from 'A' on.
    let aboveZ = word &+ 0x2525_2525_2525_2525
    let fromA = word &+ 0x3F3F_3F3F_3F3F_3F3F
    return word | ((fromA & ~aboveZ) & 0x8080_8080_8080_8080) >> 2
  }

  /// Calls `body` for each byte of the fold of a text with any content.
  private static func forEachFoldedByte(
    of text: UnsafeBufferPointer<UInt8>, _ body: (UInt8) -> Void
  ) {
    var iterator = unsafe text.makeIterator()
    var parser = Unicode.UTF8.ForwardParser()
    while true {
      switch unsafe parser.parseScalar(from: &iterator) {
      case .valid(let encoded):
        let scalar = Unicode.UTF8.decode(encoded)
        if scalar.isASCII {
          body(fold(UInt8(scalar.value)))
        } else {
          for upper in scalar.properties.uppercaseMapping.unicodeScalars {
            for byte in upper.properties.lowercaseMapping.utf8 { body(byte) }
          }
        }
      case .error:
        for byte in "\u{FFFD}".utf8 { body(byte) }
      case .emptyInput:
        return
      }
    }
  }

  static func folded(_ text: String) -> [UInt8] {
    var text = text
    return text.withUTF8 { text in unsafe withFolded(text) { unsafe Array($0) } }
  }

  /// Calls `body` with the fold of a text in memory that is wiped afterwards.
  ///
  /// - Complexity: O(*n*), where *n* is the length of the text in bytes.
  static func withFolded<Result>(
    _ text: UnsafeBufferPointer<UInt8>, _ body: (UnsafeBufferPointer<UInt8>) -> Result
  ) -> Result {
    if unsafe NormalForm.isTrivial(text) { return unsafe withFoldedScalars(text, body) }
    return unsafe NormalForm.composed.with(text) { composed in
      unsafe withFoldedScalars(composed) { unsafe NormalForm.composed.with($0, body) }
    }
  }

  private static func withFoldedScalars<Result>(
    _ text: UnsafeBufferPointer<UInt8>, _ body: (UnsafeBufferPointer<UInt8>) -> Result
  ) -> Result {
    // No scalar folds to more than three times its bytes; a test tries them all.
    let capacity = 3 * text.count
    return unsafe withUnsafeTemporaryAllocation(of: UInt8.self, capacity: capacity) { buffer in
      var count = 0
      unsafe forEachFoldedByte(of: text) {
        unsafe buffer[count] = $0
        count += 1
      }
      defer { unsafe Platform.wipe(UnsafeMutableRawBufferPointer(buffer)) }
      return unsafe body(UnsafeBufferPointer(rebasing: buffer[..<count]))
    }
  }
}
