import Randomness
import Testing
import _TestSupport

@Suite("nextBytes")
struct NextBytesTests {
  /// Claims to have filled the buffer.
  struct IdleByteSource: ByteSource {
    mutating func fill(_ bytes: inout MutableSpan<UInt8>) {}
  }

  @Test("It has the requested count", arguments: [0, 1, 100])
  func count(count: Int) throws {
    var source = SeededByteSource(seed: 1)
    #expect(try source.nextBytes(count).count == count)
  }

  @Test("Bytes that a source leaves unchanged are not zero")
  func pattern() throws {
    var source = IdleByteSource()
    #expect(try source.nextBytes(3) == [0xA5, 0xA5, 0xA5])
  }
}
