import CSodium

/// Whether two byte sequences are equal, in a time that depends only on their counts.
///
/// - Returns: `false` immediately when the counts differ; otherwise every byte is compared,
///   wherever the first difference is.
/// - Complexity: O(*n*), where *n* is the count.
public func constantTimeEquals(_ left: Span<UInt8>, _ right: Span<UInt8>) -> Bool {
  guard left.count == right.count else { return false }
  return unsafe left.withUnsafeBufferPointer { left in
    unsafe right.withUnsafeBufferPointer { right in
      guard let left = left.baseAddress, let other = right.baseAddress else {
        return true
      }
      return unsafe sodium_memcmp(left, other, right.count) == 0
    }
  }
}
