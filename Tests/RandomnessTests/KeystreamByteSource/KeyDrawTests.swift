import Randomness
import Testing
import _TestSupport

@Suite("KeystreamByteSource: a new key from the system")
struct KeyDrawTests {
  static let key = (0..<32).map { UInt8($0 + 1) }

  @Test("It is due after 1 MiB")
  func bytesPerKeyDraw() {
    #expect(KeystreamByteSource.bytesPerKeyDraw == 1_048_576)
  }

  @Test(
    "Requests up to 1 MiB follow the set key, and the next one does not",
    arguments: [1000, 1024, 65_536, 1 << 20])
  func afterOneMebibyte(size: Int) throws {
    var source = try KeystreamByteSource()
    var model = FastKeyErasureModel(key: Self.key)
    source.setKey(Self.key)
    // Through the buffer whole refills count, past it whole requests.
    let unit =
      size < FastKeyErasureModel.directRequestBytes ? FastKeyErasureModel.bufferBytes : size
    let lastByte = KeystreamByteSource.bytesPerKeyDraw / unit * unit
    for _ in 0..<(lastByte / size) {
      let bytes = try source.nextBytes(size)
      #expect(firstDifference(bytes, model.nextBytes(size)) == nil)
    }
    // What is left in the buffer still follows the set key; the bytes after that must not.
    let buffered = model.buffered.count
    #expect(firstDifference(try source.nextBytes(buffered), model.nextBytes(buffered)) == nil)
    let after = try source.nextBytes(size).prefix(16)
    #expect(Array(after) != Array(model.nextBytes(size).prefix(16)))
  }

  @Test("One request of more than 1 MiB follows the set key for exactly 1 MiB")
  func withinOneRequest() throws {
    let limit = KeystreamByteSource.bytesPerKeyDraw
    var source = try KeystreamByteSource()
    var model = FastKeyErasureModel(key: Self.key)
    source.setKey(Self.key)
    let bytes = try source.nextBytes(2 * limit + 100)
    #expect(firstDifference(bytes[..<limit], model.refill(limit)) == nil)
    #expect(Array(bytes[limit..<limit + 8]) != Array(model.refill(limit).prefix(8)))
    #expect(Array(bytes[limit..<limit + 8]) != Array(bytes[(2 * limit)..<(2 * limit + 8)]))
  }

  @Test("The count starts again with each new key")
  func countStartsAgain() throws {
    var source = try KeystreamByteSource()
    var model = FastKeyErasureModel(key: Self.key)
    _ = try source.nextBytes(KeystreamByteSource.bytesPerKeyDraw)
    source.setKey(Self.key)
    let bytes = try source.nextBytes(KeystreamByteSource.bytesPerKeyDraw)
    let expected = model.refill(KeystreamByteSource.bytesPerKeyDraw)
    #expect(firstDifference(bytes, expected) == nil)
  }

  @Test("Buffered bytes of the old key are dropped with it")
  func bufferIsDropped() throws {
    var source = try KeystreamByteSource()
    var model = FastKeyErasureModel(key: Self.key)
    source.setKey(Self.key)
    #expect(try source.nextBytes(8) == model.nextBytes(8))
    _ = try source.nextBytes(KeystreamByteSource.bytesPerKeyDraw)
    #expect(try source.nextBytes(64) != model.nextBytes(64))
  }
}
