import CSodium

extension UnsafeMutableRawBufferPointer {
  /// Overwrites the bytes with zero, in a way that the compiler keeps.
  package func wipe() {
    guard let baseAddress = baseAddress else { return }
    unsafe sodium_memzero(baseAddress, count)
  }
}
