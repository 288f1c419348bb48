import Randomness
import Testing
import _TestSupport

@Suite("ScriptedByteSource")
struct ScriptedByteSourceTests {
  @Test("The bytes of the script are returned in order")
  func order() throws {
    var source = ScriptedByteSource(bytes: [1, 2, 3, 4, 5])
    #expect(try source.nextBytes(2) == [1, 2])
    #expect(try source.nextBytes(3) == [3, 4, 5])
  }

  @Test("Scripted draws are returned unchanged")
  func draws() throws {
    var source = ScriptedByteSource(draws: [1, .max - 1])
    #expect(try source.nextUInt64() == 1)
    #expect(try source.nextUInt64() == .max - 1)
  }

  @Test("A request beyond the script fails and takes nothing")
  func end() throws {
    var source = ScriptedByteSource(bytes: [1, 2, 3])
    #expect(throws: ByteSourceError.failed(reason: "the script has 3 bytes left, not 4")) {
      try source.nextBytes(4)
    }
    #expect(source.remainingBytes == 3)
    #expect(try source.nextBytes(3) == [1, 2, 3])
  }

  @Test("An empty request succeeds after the end")
  func emptyRequest() throws {
    var source = ScriptedByteSource(bytes: [])
    #expect(try source.nextBytes(0) == [])
  }
}
