import Randomness
import Testing
import _TestSupport

@Suite("nextUInt64")
struct NextUInt64Tests {
  @Test("It takes 8 bytes and uses all of them", arguments: 0..<8)
  func eachByteCounts(position: Int) throws {
    var bytes = [UInt8](repeating: 0, count: 8)
    bytes[position] = 0x81
    var source = ScriptedByteSource(bytes: bytes)
    let value = try source.nextUInt64()
    #expect(source.remainingBytes == 0)
    #expect(UInt64(littleEndian: value) == 0x81 << UInt64(8 * position))
  }

  @Test("An error of the source is passed on", arguments: [0, 7])
  func error(bytes: Int) {
    let error = ByteSourceError.failed(reason: "dry")
    var source = FailingByteSource(SeededByteSource(seed: 1), afterBytes: bytes, error: error)
    #expect(throws: error) { try source.nextUInt64() }
  }
}
