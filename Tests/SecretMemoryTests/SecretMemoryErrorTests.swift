import SecretMemory
import Testing

@Suite("SecretMemoryError")
struct SecretMemoryErrorTests {
  @Test("The description names the number of bytes and a remedy")
  func outOfMemory() {
    let description = SecretMemoryError.outOfMemory(byteCount: 4096).description
    #expect(
      description == "no memory for 4096 secret bytes; raise the memory limit of this process")
  }

  @Test("The description of a failed initialization names libsodium and a remedy")
  func sodiumUnavailable() {
    let description = SecretMemoryError.sodiumUnavailable.description
    #expect(description.contains("libsodium") && description.contains("random device"))
  }
}
