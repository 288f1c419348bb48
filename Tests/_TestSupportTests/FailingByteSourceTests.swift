import Randomness
import Testing
import _TestSupport

@Suite("FailingByteSource")
struct FailingByteSourceTests {
  @Test("Bytes up to the limit are those of the other source")
  func passesOn() throws {
    var source = FailingByteSource(ScriptedByteSource(bytes: [1, 2, 3, 4]), afterBytes: 3)
    #expect(try source.nextBytes(3) == [1, 2, 3])
  }

  @Test("The request that crosses the limit fails, and so does every later one")
  func failsForGood() throws {
    let error = ByteSourceError.failed(reason: "dry")
    var source = FailingByteSource(SeededByteSource(seed: 1), afterBytes: 3, error: error)
    #expect(throws: error) { try source.nextBytes(4) }
    #expect(throws: error) { try source.nextBytes(1) }
  }

  @Test("The error of the other source is passed on")
  func innerError() {
    var source = FailingByteSource(ScriptedByteSource(bytes: []), afterBytes: 3)
    #expect(throws: ByteSourceError.failed(reason: "the script has 0 bytes left, not 2")) {
      try source.nextBytes(2)
    }
  }
}
