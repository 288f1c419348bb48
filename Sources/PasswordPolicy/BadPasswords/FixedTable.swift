/// An array that never changes, read without bounds checks.
///
/// The caller must ensure that every index is within bounds.
@safe
package final class FixedTable<Element: BitwiseCopyable & Sendable>: @unchecked Sendable {
  // Written before the value is shared, and never afterwards.
  private let elements: UnsafeMutableBufferPointer<Element>

  /// The number of elements.
  package var count: Int { unsafe elements.count }

  /// A pointer to the first element; valid as long as this object lives.
  @inline(__always)
  package var start: UnsafePointer<Element> {
    unsafe UnsafePointer(elements.baseAddress.unsafelyUnwrapped)
  }

  /// Copies an array.
  package init(_ array: [Element]) {
    unsafe elements = .allocate(capacity: array.count)
    _ = unsafe elements.initialize(from: array)
  }

  deinit {
    unsafe elements.deallocate()
  }
}
