import CSodium

extension UnsafeMutableRawBufferPointer {
  /// Overwrites the bytes with zeros, in a way that the compiler does not remove.
  package func wipe() {
    guard let baseAddress = baseAddress else { return }
    unsafe sodium_memzero(baseAddress, count)
  }
}
