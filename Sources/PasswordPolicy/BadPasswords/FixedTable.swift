/// An array that never changes, read without checks of its bounds.
///
/// The place read must be one of the array's: that is for the reader to see to.
@safe
package final class FixedTable<Element: BitwiseCopyable & Sendable>: @unchecked Sendable {
  // Written before the value is shared, and never again.
  private let elements: UnsafeMutableBufferPointer<Element>

  /// The number of elements.
  package var count: Int { unsafe elements.count }

  /// The place of the first element; valid for as long as this object lives.
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
