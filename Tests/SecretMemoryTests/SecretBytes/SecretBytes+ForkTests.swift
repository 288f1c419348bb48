import SecretMemory
import Testing
import _TestSupport

/// Each in a process of its own: a fork of one with many threads inherits their locks, held for ever.
@Suite("SecretBytes: in a forked child")
struct SecretBytesForkTests {
  private static func filled(_ protection: SecretBytes.Protection) throws -> SecretBytes {
    var secret = try SecretBytes(count: 4096, protection: protection)
    unsafe secret.withUnsafeMutableBytes { bytes in
      for index in bytes.indices { unsafe bytes[index] = 0xFF }
    }
    return secret
  }

  /// What a forked child finds in the secret.
  private static func childCopy(of secret: borrowing SecretBytes) throws -> [UInt8] {
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
  func wipedOnFork() async {
    await #expect(processExitsWith: .success) {
      let secret = try Self.filled(.guardedAndWipedOnFork)
      #expect(try Self.childCopy(of: secret).count { $0 != 0 } == 0)
      let kept = unsafe secret.withUnsafeBytes { unsafe $0.allSatisfy { $0 == 0xFF } }
      #expect(kept)
    }
  }

  @Test("Other memory is not wiped in the child, and does not claim to be")
  func keptOnFork() async {
    await #expect(processExitsWith: .success) {
      for protection in [SecretBytes.Protection.guarded, .wiped] {
        let secret = try Self.filled(protection)
        let isWipedOnFork = secret.isWipedOnFork
        #expect(!isWipedOnFork)
        #expect(try Self.childCopy(of: secret).count { $0 != 0xFF } == 0)
      }
    }
  }

  #if os(Linux)
  @Test("Linux grants the wiping")
  func granted() throws {
    let isWipedOnFork = try SecretBytes(count: 1, protection: .guardedAndWipedOnFork).isWipedOnFork
    #expect(isWipedOnFork)
  }
  #endif

  @Test("A child can free its copy")
  func childFrees() async {
    await #expect(processExitsWith: .success) {
      for protection in SecretBytesTests.protections {
        var secret: SecretBytes? = try Self.filled(protection)
        let bytes = try bytesFromForkedChild(byteCount: 1) { bytes in
          secret = nil
          bytes[0] = 1
        }
        #expect(bytes == [1])
        let remains = secret != nil
        #expect(remains)
      }
    }
  }
}
