import SecretMemory
import Testing
import _TestSupport

@Suite("SecretBytes")
struct SecretBytesTests {
  static let protections: [SecretBytes.Protection] = [.guarded, .guardedAndWipedOnFork, .wiped]

  /// Leaves ones in the heap where an allocation of this size is likely to come next.
  private func dirtyTheHeap(byteCount: Int) {
    var blocks = unsafe (0..<8).map { _ in
      let block = UnsafeMutableRawBufferPointer.allocate(
        byteCount: byteCount, alignment: 64)
      unsafe block.initializeMemory(as: UInt8.self, repeating: 0xFF)
      return unsafe block
    }
    while let block = unsafe blocks.popLast() { unsafe block.deallocate() }
  }

  private func copy(_ secret: borrowing SecretBytes) -> [UInt8] {
    unsafe secret.withUnsafeBytes { unsafe Array($0) }
  }

  @Test("All bytes are zero at the start", arguments: protections, [1, 16, 48, 100, 5000])
  func startsZeroed(protection: SecretBytes.Protection, count: Int) throws {
    dirtyTheHeap(byteCount: count)
    let secret = try SecretBytes(count: count, protection: protection)
    #expect(copy(secret).count { $0 != 0 } == 0)
  }

  @Test("Bytes read back as written, as bytes and as a span", arguments: protections)
  func writeAndRead(protection: SecretBytes.Protection) throws {
    var secret = try SecretBytes(count: 300, protection: protection)
    unsafe secret.withUnsafeMutableBytes { bytes in
      for index in bytes.indices { unsafe bytes[index] = UInt8(truncatingIfNeeded: index) }
    }
    let expected = (0..<secret.count).map { UInt8(truncatingIfNeeded: $0) }
    let span = secret.bytes
    let spanned = span.indices.map { span[$0] }
    #expect(firstDifference(copy(secret), expected) == nil)
    #expect(firstDifference(spanned, expected) == nil)
  }

  @Test("wipe() zeroes every byte and leaves the memory usable", arguments: protections)
  func wipe(protection: SecretBytes.Protection) throws {
    var secret = try SecretBytes(count: 300, protection: protection)
    unsafe secret.withUnsafeMutableBytes { bytes in
      for index in bytes.indices { unsafe bytes[index] = 0xFF }
    }
    secret.wipe()
    #expect(copy(secret).count { $0 != 0 } == 0)
    unsafe secret.withUnsafeMutableBytes { unsafe $0[299] = 7 }
    #expect(copy(secret)[299] == 7)
  }

  @Test("The requested protection is reported", arguments: protections)
  func protection(protection: SecretBytes.Protection) throws {
    let secret = try SecretBytes(count: 1, protection: protection)
    #expect(secret.protection == protection)
  }

  @Test("An error thrown while the bytes are in use is passed on", arguments: protections)
  func bodyThrows(protection: SecretBytes.Protection) throws {
    struct SomeError: Error {}
    var secret = try SecretBytes(count: 1, protection: protection)
    #expect(throws: SomeError.self) {
      try unsafe secret.withUnsafeMutableBytes { _ in throw SomeError() }
    }
    #expect(throws: SomeError.self) {
      try unsafe secret.withUnsafeBytes { _ in throw SomeError() }
    }
  }
}
