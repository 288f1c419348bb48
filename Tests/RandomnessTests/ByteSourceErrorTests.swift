import Randomness
import SecretMemory
import Testing

@Suite("ByteSourceError")
struct ByteSourceErrorTests {
  @Test("The description contains the reason of the source")
  func failed() {
    #expect(ByteSourceError.failed(reason: "unplugged").description == "no randomness: unplugged")
  }

  @Test(
    "The description passes on what is wrong with libsodium",
    arguments: [SecretMemoryError.sodiumUnavailable, .outOfMemory(byteCount: 4096)])
  func unavailable(error: SecretMemoryError) {
    #expect(ByteSourceError.unavailable(error).description == "no randomness: \(error)")
  }
}
