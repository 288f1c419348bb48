import SecretMemory
import Testing

@Suite("constantTimeEquals")
struct ConstantTimeTests {
  static let cases: [(left: [UInt8], right: [UInt8], isEqual: Bool)] = [
    ([], [], true),
    ([0], [0], true),
    ([1, 2, 3], [1, 2, 3], true),
    ([], [0], false),
    ([0], [], false),
    ([0], [0, 0], false),
    ([1, 2, 3], [1, 2], false),
    ([1, 2, 3], [3, 2, 1], false),
    ([0], [1], false),
    ([0], [0x80], false),
  ]

  @Test("It is true for equal bytes and for nothing else", arguments: cases)
  func truthTable(left: [UInt8], right: [UInt8], isEqual: Bool) {
    let result = constantTimeEquals(left.span, right.span)
    #expect(result == isEqual)
  }

  @Test("One differing bit is detected at any position", arguments: [0, 1, 15, 16, 31, 63, 99])
  func everyPosition(position: Int) {
    let left = [UInt8](repeating: 0x5A, count: 100)
    for bit in 0..<8 {
      var right = left
      right[position] ^= 1 << bit
      let result = constantTimeEquals(left.span, right.span)
      #expect(!result)
    }
  }

  @Test("Secrets compare by their bytes, whatever protects them")
  func secrets() throws {
    var left = try SecretBytes(count: 5, protection: .guarded)
    let right = try SecretBytes(count: 5, protection: .wiped)
    let before = constantTimeEquals(left.bytes, right.bytes)
    #expect(before)
    unsafe left.withUnsafeMutableBytes { unsafe $0[4] = 1 }
    let after = constantTimeEquals(left.bytes, right.bytes)
    #expect(!after)
  }
}
