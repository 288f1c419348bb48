import SecretMemory
import Testing
import _TestSupport

@Suite("SecretBytes: in a forked child")
struct SecretBytesForkTests {
  private func filled(_ protection: SecretBytes.Protection) throws -> SecretBytes {
    var secret = try SecretBytes(count: 4096, protection: protection)
    unsafe secret.withUnsafeMutableBytes { bytes in
      for index in bytes.indices { unsafe bytes[index] = 0xFF }
    }
    return secret
  }

  /// What a forked child finds in the secret.
  private func childCopy(of secret: borrowing SecretBytes) throws -> [UInt8] {
    try bytesFromForkedChild(byteCount: secret.count) { bytes in
      let secret = secret.bytes
      for index in secret.indices { bytes[index] = secret[index] }
    }
  }

  private static let canWipeOnFork =
    (try? SecretBytes(count: 1, protection: .guardedAndWipedOnFork).isWipedOnFork) == true

  @Test(
    "Memory wiped on fork is all zero in the child and whole in the parent",
    .enabled(if: canWipeOnFork, "the system wipes no memory on fork"))
  func wipedOnFork() throws {
    let secret = try filled(.guardedAndWipedOnFork)
    #expect(try childCopy(of: secret).count { $0 != 0 } == 0)
    let kept = unsafe secret.withUnsafeBytes { unsafe $0.allSatisfy { $0 == 0xFF } }
    #expect(kept)
  }

  @Test(
    "Other memory is not wiped in the child, and does not claim to be",
    arguments: [SecretBytes.Protection.guarded, .wiped])
  func keptOnFork(protection: SecretBytes.Protection) throws {
    let secret = try filled(protection)
    let isWipedOnFork = secret.isWipedOnFork
    #expect(!isWipedOnFork)
    #expect(try childCopy(of: secret).count { $0 != 0xFF } == 0)
  }

  #if os(Linux)
  @Test("Linux grants the wiping")
  func granted() throws {
    let isWipedOnFork = try SecretBytes(count: 1, protection: .guardedAndWipedOnFork).isWipedOnFork
    #expect(isWipedOnFork)
  }
  #endif

  @Test("A child can free its copy", arguments: SecretBytesTests.protections)
  func childFrees(protection: SecretBytes.Protection) throws {
    var secret: SecretBytes? = try filled(protection)
    let bytes = try bytesFromForkedChild(byteCount: 1) { bytes in
      secret = nil
      bytes[0] = 1
    }
    #expect(bytes == [1])
    let remains = secret != nil
    #expect(remains)
  }
}
