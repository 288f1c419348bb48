import SecretMemory
import Testing

@Suite("Wiping a buffer")
struct WipingTests {
  @Test("Every byte is zero afterwards, and none outside", arguments: [1, 7, 64, 1000])
  func wipes(count: Int) {
    var bytes = [UInt8](repeating: 0xFF, count: count + 2)
    unsafe bytes.withUnsafeMutableBytes { bytes in
      unsafe UnsafeMutableRawBufferPointer(rebasing: bytes[1...count]).wipe()
    }
    #expect(bytes == [0xFF] + [UInt8](repeating: 0, count: count) + [0xFF])
  }

  @Test("A buffer without an address is left unchanged")
  func noAddress() {
    unsafe UnsafeMutableRawBufferPointer(start: nil, count: 0).wipe()
  }
}
