import CSodium
import Randomness
import Testing
import _TestSupport

@Suite("SeededByteSource")
struct SeededByteSourceTests {
  @Test("The stream of a seed never changes")
  func pinnedStream() throws {
    var source = SeededByteSource(seed: 1)
    #expect(try source.nextBytes(8) == [0x5A, 0xA4, 0x34, 0x6F, 0x11, 0xB0, 0x36, 0x9C])
  }

  @Test("The stream is the ChaCha20 keystream under the hash of the seed's bytes")
  func keystream() throws {
    let seed: [UInt8] = [0xEF, 0xCD, 0xAB, 0x89, 0x67, 0x45, 0x23, 0x01]
    var key = [UInt8](repeating: 0, count: 32)
    _ = unsafe crypto_generichash(&key, 32, seed, 8, nil, 0)
    var expected = [UInt8](repeating: 0, count: 5000)
    _ = unsafe crypto_stream_chacha20(&expected, 5000, [UInt8](repeating: 0, count: 8), key)

    var source = SeededByteSource(seed: 0x0123_4567_89AB_CDEF)
    #expect(firstDifference(try source.nextBytes(5000), expected) == nil)
  }

  @Test(
    "Requests of any sizes give the same stream",
    arguments: [[1], [7], [8], [64], [1000], [1024], [1025], [3, 1, 500], [0, 1024, 1]])
  func requestSizes(sizes: [Int]) throws {
    var whole = SeededByteSource(seed: 2)
    var parts = SeededByteSource(seed: 2)
    var collected: [UInt8] = []
    while collected.count < 4000 {
      for size in sizes { collected += try parts.nextBytes(size) }
    }
    #expect(firstDifference(try whole.nextBytes(collected.count), collected) == nil)
    #expect(parts.bytesDrawn == collected.count)
  }

  @Test("Different seeds give different streams")
  func seedsDiffer() throws {
    let streams = try (0..<100 as Range<UInt64>).map { seed in
      var source = SeededByteSource(seed: seed)
      return try source.nextBytes(16)
    }
    #expect(Set(streams).count == 100)
  }

  @Test("A copy continues from the same place")
  func copies() throws {
    var source = SeededByteSource(seed: 3)
    _ = try source.nextBytes(100)
    var copy = source
    #expect(firstDifference(try copy.nextBytes(2000), try source.nextBytes(2000)) == nil)
  }
}
