import Randomness
import Testing
import _TestSupport

@Suite("KeystreamByteSource: contents of the state")
struct KeyErasureTests {
  static let key = (0..<32).map { UInt8(0xFF - $0) }

  private func state(of source: borrowing KeystreamByteSource) -> [UInt8] {
    unsafe source.withState { unsafe Array($0) }
  }

  /// The state without the one place that holds these bytes, or `nil` when there is no such place.
  private func blanking(_ bytes: [UInt8], in state: [UInt8]) -> [UInt8]? {
    guard !bytes.isEmpty else { return state }
    for start in 0...(state.count - bytes.count)
    where state[start] == bytes[0] && state[start...].starts(with: bytes) {
      return state[..<start] + [UInt8](repeating: 0, count: bytes.count)
        + state[(start + bytes.count)...]
    }
    return nil
  }

  @Test(
    "It contains the next key, the unused bytes and one mark, and is zero elsewhere",
    arguments: [
      [1], [100], [1023], [1000, 1000, 1000], [1000, 1000, 1000, 840], [1000, 1000, 1000, 841],
      [1024], [100_000], [100, 2048], [100, 2048, 1023],
    ])
  func contents(sizes: [Int]) throws {
    var source = try KeystreamByteSource()
    var model = FastKeyErasureModel(key: Self.key)
    source.setKey(Self.key)
    for size in sizes {
      _ = try source.nextBytes(size)
      _ = model.nextBytes(size)
    }
    let withoutKey = try #require(blanking(model.key, in: state(of: source)))
    let rest = try #require(blanking(model.buffered, in: withoutKey))
    #expect(rest.filter { $0 != 0 } == [1])
  }

  @Test("The key that made the output is erased immediately", arguments: [1, 1024])
  func oldKey(size: Int) throws {
    var source = try KeystreamByteSource()
    source.setKey(Self.key)
    #expect(blanking(Self.key, in: state(of: source)) != nil)
    _ = try source.nextBytes(size)
    #expect(blanking(Self.key, in: state(of: source)) == nil)
  }

  @Test("A new source has a key and one mark, and no output")
  func fresh() throws {
    let source = try KeystreamByteSource()
    let nonzero = state(of: source).filter { $0 != 0 }.count
    #expect((1...33).contains(nonzero))
  }

  @Test("Unused buffered bytes are erased when a new key is drawn")
  func unusedBytes() throws {
    var source = try KeystreamByteSource()
    _ = try source.nextBytes(8)
    _ = try source.nextBytes(KeystreamByteSource.bytesPerKeyDraw)
    let nonzero = state(of: source).filter { $0 != 0 }.count
    #expect((1...33).contains(nonzero))
  }

  @Test("No two refills share bytes", arguments: [[16, 48, 1008], [1024], [512, 4096], [65_536]])
  func noSharedBytes(sizes: [Int]) throws {
    // Refills are whole numbers of 64-byte blocks, so bytes given out twice would be the same
    // 16 bytes at a multiple of 16. Two of 65,536 random windows agree with probability 2⁻⁹⁷.
    var source = try KeystreamByteSource()
    var windows: Set<[UInt8]> = []
    var count = 0
    while count < 65_536 {
      for size in sizes {
        let bytes = try source.nextBytes(size)
        for start in stride(from: 0, to: size, by: 16) {
          windows.insert(Array(bytes[start..<start + 16]))
          count += 1
        }
      }
    }
    #expect(windows.count == count)
  }
}
