import SecretMemory
import Testing

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// What can be shown without reading freed memory.
///
/// When the allocator hands out the same block again, it hands it out without the secret. It keeps
/// notes of its own in the first bytes of a free block.
@Suite("SecretBytes: remains after its lifetime")
struct SecretBytesFreedMemoryTests {
  static let allocatorNotes = 32

  @Test(
    "The heap returns the block of a `.wiped` secret without the secret",
    arguments: [64, 200, 1000])
  func wiped(count: Int) throws {
    for _ in 0..<100 {
      let address = try addressOfFreedSecret(count: count)
      guard let block = unsafe malloc(count) else { continue }
      defer { unsafe free(block) }
      guard UInt(bitPattern: block) == address else { continue }
      let left = unsafe UnsafeRawBufferPointer(start: block, count: count)
        .dropFirst(Self.allocatorNotes)
      unsafe #expect(left.count { $0 == 0xC7 } == 0)
      return
    }
    try Test.cancel("this allocator does not give the same block back")
  }

  private func addressOfFreedSecret(count: Int) throws -> UInt {
    var secret = try SecretBytes(count: count, protection: .wiped)
    return unsafe secret.withUnsafeMutableBytes { bytes in
      for index in bytes.indices { unsafe bytes[index] = 0xC7 }
      return UInt(bitPattern: bytes.baseAddress)
    }
  }
}
