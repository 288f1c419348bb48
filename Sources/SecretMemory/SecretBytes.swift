import CSodium
import Platform

/// Bytes that are wiped at the end of their lifetime, never printed, and never copied implicitly.
///
/// ```swift
/// var key = try SecretBytes(count: 32, protection: .guarded)
/// key.withUnsafeMutableBytes { fill($0) }
/// ```
/// The bytes live behind a pointer, so moving the value moves no secret.
@safe
public struct SecretBytes: ~Copyable, @unchecked Sendable {
  /// How the memory is protected while it lives.
  public enum Protection: Hashable, Sendable {
    /// Locked in memory where the system allows it, excluded from core dumps, between guard pages,
    /// with a canary. About 20 µs to make: for keys and other long-lived secrets.
    case guarded
    /// Like ``guarded``, and zeroed in a forked child where the kernel supports that. The count is
    /// rounded up to whole pages.
    case guardedAndWipedOnFork
    /// Ordinary heap memory, wiped at the end. About 20 ns to make: for passwords in transit.
    case wiped
  }

  // The sole owner of the allocation, which is freed only in deinit: reaching it requires the value
  // itself, so sending the value to another thread sends the only access.
  private let start: UnsafeMutableRawPointer

  /// The number of bytes.
  public let count: Int

  /// How the memory is protected.
  public let protection: Protection

  /// Whether these bytes are zeroed in a forked child.
  public let isWipedOnFork: Bool

  /// Allocates `count` zero bytes.
  ///
  /// - Parameters:
  ///   - count: the number of bytes, 0 or more.
  ///   - protection: how the memory is protected.
  /// - Throws: ``SecretMemoryError/sodiumUnavailable``, or
  ///   ``SecretMemoryError/outOfMemory(byteCount:)`` when the system has no guarded memory left;
  ///   running out of heap memory ends the process, as everywhere in Swift.
  /// - Complexity: O(`count`).
  public init(count: Int, protection: Protection) throws(SecretMemoryError) {
    precondition(count >= 0, "SecretBytes: a negative count")
    try SodiumLibrary.initialize()
    let pageSize = Platform.pageSize
    // Leaves room to round up to whole pages; a larger count fits nowhere.
    guard count <= Int.max - pageSize else { throw .outOfMemory(byteCount: count) }
    let byteCount =
      protection == .guardedAndWipedOnFork ? (count + pageSize - 1) / pageSize * pageSize : count
    let allocation =
      protection == .wiped
      ? unsafe UnsafeMutableRawPointer?(.allocate(byteCount: byteCount, alignment: 64))
      : unsafe sodium_malloc(byteCount)
    guard let allocation = unsafe allocation else { throw .outOfMemory(byteCount: byteCount) }
    let bytes = unsafe UnsafeMutableRawBufferPointer(start: allocation, count: byteCount)
    unsafe sodium_memzero(allocation, byteCount)
    unsafe self.start = unsafe allocation
    self.count = byteCount
    self.protection = protection
    // sodium_malloc ends its user bytes at the end of a page, so whole pages start at the start of
    // a page, and its canary, which must survive a fork, is on the page before.
    self.isWipedOnFork =
      protection == .guardedAndWipedOnFork ? unsafe Platform.wipeOnFork(bytes) : false
  }

  deinit {
    if protection == .wiped {
      unsafe sodium_memzero(start, count)
      unsafe start.deallocate()
    } else {
      unsafe sodium_free(start)  // wipes
    }
  }

  /// Copies bytes into ordinary heap memory, which is wiped at the end.
  ///
  /// - Throws: ``SecretMemoryError/sodiumUnavailable``.
  /// - Complexity: O(*n*), where *n* is the number of bytes.
  package init(copying bytes: Span<UInt8>) throws(SecretMemoryError) {
    try self.init(count: bytes.count, protection: .wiped)
    unsafe bytes.withUnsafeBytes { bytes in
      unsafe UnsafeMutableRawBufferPointer(start: start, count: count).copyMemory(from: bytes)
    }
  }

  /// Calls `body` with the bytes, which must not escape it.
  public func withUnsafeBytes<Result: ~Copyable, Failure>(
    _ body: (UnsafeRawBufferPointer) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    try unsafe body(UnsafeRawBufferPointer(start: start, count: count))
  }

  /// Calls `body` with the mutable bytes, which must not escape it.
  public mutating func withUnsafeMutableBytes<Result: ~Copyable, Failure>(
    _ body: (UnsafeMutableRawBufferPointer) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    try unsafe body(UnsafeMutableRawBufferPointer(start: start, count: count))
  }

  /// Returns a pointer to the first byte, valid as long as this value lives.
  package mutating func unsafeMutableStart() -> UnsafeMutablePointer<UInt8> {
    unsafe start.assumingMemoryBound(to: UInt8.self)
  }

  /// Overwrites all bytes with zeros, in a way that the compiler does not remove.
  ///
  /// - Complexity: O(`count`).
  public mutating func wipe() {
    unsafe sodium_memzero(start, count)
  }
}

extension SecretBytes {
  /// The bytes, to read.
  public var bytes: Span<UInt8> {
    @_lifetime(borrow self)
    borrowing get {
      let bytes = unsafe UnsafeBufferPointer(
        start: start.assumingMemoryBound(to: UInt8.self), count: count)
      return unsafe _overrideLifetime(Span(_unsafeElements: bytes), borrowing: self)
    }
  }
}
