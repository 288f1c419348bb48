package import Randomness

extension ByteSource where Self: ~Copyable {
  /// The next bytes of the source as an array.
  ///
  /// The buffer that is filled holds `0xA5` before, so that bytes which are not overwritten, or are
  /// mixed with what was there, show.
  package mutating func nextBytes(_ count: Int) throws(ByteSourceError) -> [UInt8] {
    var bytes = [UInt8](repeating: 0xA5, count: count)
    var span = bytes.mutableSpan
    try fill(&span)
    return bytes
  }
}
