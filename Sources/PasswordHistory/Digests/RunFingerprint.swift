/// A digest of the inputs of a run, so that the run is never resumed with different inputs.
package struct RunFingerprint: Hashable, Sendable {
  private static let byteCount = 32

  /// The digest in 64 hexadecimal digits.
  package let text: String

  /// Makes the digest of a list of parts, which covers their number and order.
  ///
  /// - Complexity: O(*n*), where *n* is the number of bytes of all parts.
  package init(of parts: [[UInt8]]) {
    var bytes: [UInt8] = []
    for part in parts {
      // The length comes first, so that no other parts have the same bytes.
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
