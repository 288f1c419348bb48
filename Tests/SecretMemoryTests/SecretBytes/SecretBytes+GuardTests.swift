import SecretMemory
import Testing

@Suite("SecretBytes: surroundings of guarded memory")
struct SecretBytesGuardTests {
  @Test("Reading the byte after the last ends the process")
  func readPastTheEnd() async {
    await #expect(processExitsWith: .failure) {
      guard let secret = try? SecretBytes(count: 100, protection: .guarded) else { return }
      unsafe secret.withUnsafeBytes { bytes in
        guard let start = bytes.baseAddress else { return }
        print(unsafe (start + bytes.count).load(as: UInt8.self))
      }
    }
  }

  @Test("A changed byte before the first is detected when the memory is freed")
  func canary() async {
    await #expect(processExitsWith: .failure) {
      guard let secret = try? SecretBytes(count: 100, protection: .guarded) else { return }
      unsafe secret.withUnsafeBytes { bytes in
        guard let start = unsafe UnsafeMutableRawPointer(mutating: bytes.baseAddress) else {
          return
        }
        unsafe (start - 1).storeBytes(
          of: ~(start - 1).load(as: UInt8.self), as: UInt8.self)
      }
    }
  }
}
