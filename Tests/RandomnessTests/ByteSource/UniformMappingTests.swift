import Randomness
import Testing
import _TestSupport

/// Which draw gives which result: the arithmetic of the rejection, checked at its edges.
@Suite("uniform(below:): from draws to results")
struct UniformMappingTests {
  /// 2⁶⁴, the number of draws.
  static let drawCount: UInt128 = 1 << 64

  static let bounds: [UInt64] = [
    1, 2, 3, 5, 6, 7, 10, 74, 95, 256, 7776, 1 << 32, (1 << 32) + 1, 1 << 63, (1 << 63) + 1,
    3 << 62,
    .max - 1, .max,
  ]

  private func results(of draws: [UInt64], below bound: UInt64) throws -> [UInt64] {
    var source = ScriptedByteSource(draws: draws)
    var results: [UInt64] = []
    while source.remainingBytes > 0 { results.append(try source.uniform(below: bound)) }
    return results
  }

  @Test("Worked by hand: of three, only the draw 0 is drawn again")
  func three() throws {
    // Thirds of 2⁶⁴ start at 0, 0x5555…56 and 0xAAAA…AB; 2⁶⁴ mod 3 = 1 draw is one too many.
    let draws: [UInt64] = [
      0, 1, 0x5555_5555_5555_5555, 0x5555_5555_5555_5556, 0xAAAA_AAAA_AAAA_AAAA,
      0xAAAA_AAAA_AAAA_AAAB, .max,
    ]
    #expect(try results(of: draws, below: 3) == [0, 0, 1, 1, 2, 2])
  }

  @Test("Worked by hand: of 2⁶³ + 1, every even draw but the largest is drawn again")
  func halfAndOne() throws {
    // draw × (2⁶³ + 1) mod 2⁶⁴ is draw for an even draw, and 2⁶³ + draw (mod 2⁶⁴) for an odd one;
    // draws whose low word is below 2⁶⁴ mod (2⁶³ + 1) = 2⁶³ − 1 are rejected.
    let rejected: [UInt64] = [0, 2, 4, (1 << 63) - 2, (1 << 63) + 1]
    let accepted: [UInt64] = [1, 3, (1 << 63) - 1, 1 << 63, .max - 1]
    for draw in rejected {
      #expect(try results(of: [draw, 1], below: (1 << 63) + 1) == [0])
    }
    #expect(
      try results(of: accepted, below: (1 << 63) + 1)
        == [0, 1, (1 << 62) - 1, 1 << 62, (1 << 63) - 1])
  }

  @Test("A bound of 1 gives 0 from any draw, and still takes 8 bytes")
  func one() throws {
    #expect(try results(of: [0, 1, 1 << 63, .max], below: 1) == [0, 0, 0, 0])
  }

  @Test("A power of two takes the high bits and rejects nothing", arguments: [1, 8, 32, 63])
  func powersOfTwo(exponent: UInt64) throws {
    let draws: [UInt64] = [0, 1, 0x0123_4567_89AB_CDEF, .max]
    #expect(try results(of: draws, below: 1 << exponent) == draws.map { $0 >> (64 - exponent) })
  }

  @Test("Every result has the same number of draws, from the first to the last", arguments: bounds)
  func equalShares(bound: UInt64) throws {
    let wide = UInt128(bound)
    let excess = Self.drawCount % wide
    for result in Set([0, 1, bound / 3, bound / 2, bound - 1]) where result < bound {
      // The draws whose high word is `result` and whose low word is not below `excess`.
      let first = (UInt128(result) * Self.drawCount + excess + wide - 1) / wide
      let last = ((UInt128(result) + 1) * Self.drawCount - 1) / wide
      #expect(last - first + 1 == Self.drawCount / wide)
      let ends = [UInt64(first), UInt64(last)]
      #expect(try results(of: ends, below: bound) == [result, result])
    }
  }

  @Test("The draw before the first of a result is not of that result", arguments: bounds)
  func rejectionBoundary(bound: UInt64) throws {
    let wide = UInt128(bound)
    let excess = Self.drawCount % wide
    for result in Set([1, bound / 3, bound / 2, bound - 1]) where 0 < result && result < bound {
      let first = (UInt128(result) * Self.drawCount + excess + wide - 1) / wide
      let previous = UInt64(first - 1)
      // Either it is drawn again, and then the marker that follows decides, or it is of the result
      // before.
      let isRejected = UInt128(previous) * wide % Self.drawCount < excess
      let values = try results(of: [previous, .max], below: bound)
      #expect(values == (isRejected ? [bound - 1] : [result - 1, bound - 1]))
    }
  }

  @Test("Rejected draws are all taken from the source, one after another")
  func repeatedRejection() throws {
    var source = ScriptedByteSource(draws: [0, 0, 0, 0, .max, 7])
    #expect(try source.uniform(below: 3) == 2)
    #expect(source.remainingBytes == 8)
  }
}
