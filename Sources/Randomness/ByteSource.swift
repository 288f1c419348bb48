/// A source of uniform, independent random bytes.
///
/// A source either fills the whole buffer or throws; it never provides fewer or weaker bytes. A
/// source whose bytes could be used twice after `fork` must detect the fork in ``fill(_:)``.
public protocol ByteSource: ~Copyable {
  /// Overwrites every byte of the buffer with a random byte.
  ///
  /// - Throws: ``ByteSourceError``; the contents of the buffer are then unspecified and must not
  ///   be used.
  mutating func fill(_ bytes: inout MutableSpan<UInt8>) throws(ByteSourceError)
}
