/// A digest of what a run was begun with, so that it is not gone on with under anything else.
package struct RunFingerprint: Hashable, Sendable {
  private static let byteCount = 32

  /// The digest: 64 hexadecimal digits.
  package let text: String

  /// Makes the digest of parts, whose number and order count.
  ///
  /// - Complexity: O(*n*), *n* the bytes of all parts.
  package init(of parts: [[UInt8]]) {
    var bytes: [UInt8] = []
    for part in parts {
      // Its length first, so that no other parts have the same bytes.
      bytes += (0..<8).map { UInt8(truncatingIfNeeded: part.count >> (8 * $0)) }
      bytes += part
    }
    let digest = unsafe bytes.withUnsafeBytes { bytes in
      unsafe KeyedHash.hash(
        bytes, key: UnsafeRawBufferPointer(start: nil, count: 0), purpose: .run,
        count: Self.byteCount)
    }
    text = digest.map { String($0 >> 4, radix: 16) + String($0 & 15, radix: 16) }.joined()
  }
}
