extension UnsafeRawBufferPointer {
  /// Returns the first byte for a C function that takes a pointer and a count, and requires a
  /// pointer even if the count is 0.
  func start<Element>(as type: Element.Type) -> UnsafePointer<Element> {
    // Never read, since the count is 0.
    guard let start = baseAddress else { return unsafe .init(bitPattern: 64).unsafelyUnwrapped }
    return unsafe start.assumingMemoryBound(to: type)
  }
}

extension UnsafeMutableRawBufferPointer {
  /// Returns the first byte for a C function that writes.
  func start<Element>(as type: Element.Type) -> UnsafeMutablePointer<Element> {
    guard let start = baseAddress else { preconditionFailure("an empty buffer to write to") }
    return unsafe start.assumingMemoryBound(to: type)
  }
}
