import SecretMemory
import Testing

@Suite("SecretBytes: count")
struct SecretBytesCountTests {
  @Test(
    "The count is the requested one when pages do not matter",
    arguments: [SecretBytes.Protection.guarded, .wiped], [0, 1, 17, 4095, 4096, 4097])
  func exactCount(protection: SecretBytes.Protection, count: Int) throws {
    let secret = try SecretBytes(count: count, protection: protection)
    #expect(secret.count == count)
  }

  @Test("Memory wiped on fork is rounded up to whole pages")
  func wholePages() throws {
    let page = try SecretBytes(count: 1, protection: .guardedAndWipedOnFork).count
    #expect(page >= 4096 && page.nonzeroBitCount == 1)
    let counts = try [0, 1, page - 1, page, page + 1, 2 * page, 2 * page + 1].map {
      try SecretBytes(count: $0, protection: .guardedAndWipedOnFork).count
    }
    #expect(counts == [0, page, page, page, 2 * page, 2 * page, 3 * page])
  }

  @Test("Memory wiped on fork starts on a page")
  func pageAlignment() throws {
    let secret = try SecretBytes(count: 100, protection: .guardedAndWipedOnFork)
    let address = unsafe secret.withUnsafeBytes { UInt(bitPattern: $0.baseAddress) }
    #expect(address % UInt(secret.count) == 0)
  }

  @Test("No bytes at all is a valid count", arguments: SecretBytesTests.protections)
  func empty(protection: SecretBytes.Protection) throws {
    var secret = try SecretBytes(count: 0, protection: protection)
    secret.wipe()
    let isEmpty = secret.bytes.isEmpty
    #expect(isEmpty)
    #expect(secret.count == 0)
  }

  @Test(
    "More than the system has is an error, not a crash",
    arguments: [SecretBytes.Protection.guarded, .guardedAndWipedOnFork], [1 << 50, 1 << 62, .max])
  func outOfMemory(protection: SecretBytes.Protection, count: Int) {
    #expect(throws: SecretMemoryError.outOfMemory(byteCount: count)) {
      _ = try SecretBytes(count: count, protection: protection)
    }
  }

  @Test("A negative count traps")
  func negative() async {
    await #expect(processExitsWith: .failure) {
      _ = try? SecretBytes(count: -1, protection: .guarded)
    }
  }
}
