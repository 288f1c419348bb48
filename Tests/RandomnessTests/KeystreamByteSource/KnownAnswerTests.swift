import Randomness
import Testing
import _TestSupport

@Suite("KeystreamByteSource: known answers")
struct KnownAnswerTests {
  static let key = (0..<32).map { UInt8($0 * 7) }

  @Test("The first output under a zero key is the published second block of ChaCha20")
  func publishedVector() throws {
    // draft-strombergson-chacha-test-vectors-01, TC1: 256-bit key, 20 rounds, keystream block 2.
    let expected: [UInt8] = [
      0x9F, 0x07, 0xE7, 0xBE, 0x55, 0x51, 0x38, 0x7A, 0x98, 0xBA, 0x97, 0x7C, 0x73, 0x2D, 0x08,
      0x0D,
      0xCB, 0x0F, 0x29, 0xA0, 0x48, 0xE3, 0x65, 0x69, 0x12, 0xC6, 0x53, 0x3E, 0x32, 0xEE, 0x7A,
      0xED,
      0x29, 0xB7, 0x21, 0x76, 0x9C, 0xE6, 0x4E, 0x43, 0xD5, 0x71, 0x33, 0xB0, 0x74, 0xD8, 0x39,
      0xD5,
      0x31, 0xED, 0x1F, 0x28, 0x51, 0x0A, 0xFB, 0x45, 0xAC, 0xE1, 0x0A, 0x1F, 0x4B, 0x79, 0x4D,
      0x6F,
    ]
    var source = try KeystreamByteSource()
    source.setKey([UInt8](repeating: 0, count: 32))
    #expect(try source.nextBytes(64) == expected)
  }

  @Test(
    "Requests of every size, alone and mixed, give the bytes of the model",
    arguments: [
      [1], [8], [31], [64], [1023],  // through the buffer, within it and across its end
      [1024], [1025], [4096], [65_537],  // past the buffer
      [1000, 1024], [8, 5000, 8, 1023, 1024, 3], [3840, 960], [0, 1, 0, 2048],
    ])
  func requests(sizes: [Int]) throws {
    var source = try KeystreamByteSource()
    var model = FastKeyErasureModel(key: Self.key)
    source.setKey(Self.key)
    var total = 0
    while total < 12_000 {
      for size in sizes {
        let bytes = try source.nextBytes(size)
        #expect(firstDifference(bytes, model.nextBytes(size)) == nil)
        total += size
      }
    }
  }

  @Test("A request past the buffer leaves the buffered bytes for the next small one")
  func buffersSurvive() throws {
    var source = try KeystreamByteSource()
    var model = FastKeyErasureModel(key: Self.key)
    source.setKey(Self.key)
    let buffer = model.refill(FastKeyErasureModel.bufferBytes)
    #expect(try source.nextBytes(10) == Array(buffer[..<10]))
    _ = try source.nextBytes(2000)
    #expect(try source.nextBytes(10) == Array(buffer[10..<20]))
  }

  @Test("An empty request takes nothing")
  func emptyRequest() throws {
    var source = try KeystreamByteSource()
    var model = FastKeyErasureModel(key: Self.key)
    source.setKey(Self.key)
    #expect(try source.nextBytes(0) == [])
    #expect(try source.nextBytes(16) == model.nextBytes(16))
  }

  @Test("Without a set key no two sources give the same bytes")
  func systemKey() throws {
    let streams = try (0..<50).map { _ in
      var source = try KeystreamByteSource()
      return try source.nextBytes(32)
    }
    #expect(Set(streams).count == 50)
  }
}
