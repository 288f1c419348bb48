import CSodium

/// Base64 without padding, as used in digests.
enum Base64 {
  static func encode(_ bytes: [UInt8]) -> String {
    let capacity = sodium_base64_encoded_len(
      bytes.count, sodium_base64_VARIANT_ORIGINAL_NO_PADDING)
    var text = [CChar](repeating: 0, count: capacity)
    _ = unsafe sodium_bin2base64(
      &text, capacity, bytes, bytes.count, sodium_base64_VARIANT_ORIGINAL_NO_PADDING)
    return String(decoding: text.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  /// - Returns: `nil` unless the text is exactly what ``encode(_:)`` returns.
  static func decode(_ text: Substring) -> [UInt8]? {
    let text = text.utf8.map { CChar(truncatingIfNeeded: $0) }
    guard !text.isEmpty else { return nil }
    var bytes = [UInt8](repeating: 0, count: text.count)
    var count = 0
    let result = unsafe sodium_base642bin(
      &bytes, text.count, text, text.count, nil, &count, nil,
      sodium_base64_VARIANT_ORIGINAL_NO_PADDING)
    return result == 0 ? Array(bytes[..<count]) : nil
  }
}
