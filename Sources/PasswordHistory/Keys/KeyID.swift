/// The identifier of the key that made a digest: 8 bytes that reveal nothing about the key.
///
/// It is BLAKE2b of nothing under the key, with its own personalization.
public struct KeyID: Hashable, Sendable {
  /// 16 hexadecimal digits.
  public let text: String

  static let byteCount = 8

  init(bytes: [UInt8]) {
    self.text = bytes.map { byte in
      String(byte >> 4, radix: 16) + String(byte & 15, radix: 16)
    }.joined()
  }

  package init?(text: Substring) {
    let digits = "0123456789abcdef"
    guard text.utf8.count == 2 * Self.byteCount, text.allSatisfy(digits.contains) else {
      return nil
    }
    self.text = String(text)
  }
}

extension KeyID: CustomStringConvertible {
  /// 16 hexadecimal digits.
  public var description: String { text }
}
