import Randomness
import Testing
import _TestSupport

@Suite("uniform(through:)")
struct UniformThroughTests {
  @Test("Through the maximum every draw stands for itself", arguments: [0, 1, 1 << 63, .max])
  func maximum(draw: UInt64) throws {
    var source = ScriptedByteSource(draws: [draw])
    #expect(try source.uniform(through: .max) == draw)
  }

  @Test("Through one less than the maximum, one draw in 2⁶⁴ is drawn again")
  func belowTheMaximum() throws {
    // 2⁶⁴ mod (2⁶⁴ − 1) = 1: only the draw 0 has a low word below 1.
    var source = ScriptedByteSource(draws: [0, 1, .max])
    #expect(try source.uniform(through: .max - 1) == 0)
    #expect(try source.uniform(through: .max - 1) == .max - 1)
  }

  @Test("Through 0 there is only 0")
  func zero() throws {
    var source = SeededByteSource(seed: 1)
    for _ in 0..<10 { #expect(try source.uniform(through: 0) == 0) }
  }

  @Test(
    "It includes its maximum: the same draws as below one more", arguments: [1, 5, 94, 1 << 63])
  func inclusive(maximum: UInt64) throws {
    var through = SeededByteSource(seed: 2)
    var below = through
    for _ in 0..<100 {
      #expect(try through.uniform(through: maximum) == below.uniform(below: maximum + 1))
    }
  }
}
