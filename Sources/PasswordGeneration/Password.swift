package import SecretMemory

/// One password: bytes that cannot be copied by accident and are wiped at the end of their
/// lifetime.
///
/// ```swift
/// let password = try generator.next()
/// let text = password.reveal()
/// ```
/// It has no description and cannot be printed; ``reveal()`` makes a `String`, which is never
/// wiped.
public struct Password: ~Copyable, Sendable {
  private let storage: SecretBytes

  /// The number of bytes in UTF-8.
  public let count: Int

  /// - Parameters:
  ///   - storage: memory that begins with the password.
  ///   - count: the number of bytes of the password.
  package init(_ storage: consuming SecretBytes, count: Int) {
    self.storage = storage
    self.count = count
  }

  /// The bytes in UTF-8.
  public var bytes: Span<UInt8> {
    @_lifetime(borrow self)
    borrowing get { storage.bytes.extracting(first: count) }
  }

  /// Calls `body` with the bytes, which must not escape it.
  public func withUnsafeBytes<Result: ~Copyable, Failure>(
    _ body: (UnsafeRawBufferPointer) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    try unsafe storage.withUnsafeBytes { bytes throws(Failure) in
      try unsafe body(UnsafeRawBufferPointer(rebasing: bytes[..<count]))
    }
  }

  /// Returns the password as a string: a copy in ordinary memory that lives as long as the caller
  /// keeps it, and is never wiped.
  public func reveal() -> String {
    unsafe withUnsafeBytes { unsafe String(decoding: $0, as: UTF8.self) }
  }
}
