import Randomness
import Testing
import _TestSupport

@Suite("shuffle")
struct ShuffleTests {
  private func shuffled<Element>(
    _ elements: [Element], using source: inout some ByteSource
  ) throws -> [Element] {
    var elements = elements
    var span = elements.mutableSpan
    try source.shuffle(&span)
    return elements
  }

  @Test("All 24 orders of four are equally likely, at a false-alarm rate of 10⁻⁶")
  func distribution() throws {
    var source = SeededByteSource(seed: 24)
    var counts: [[Int]: Int] = [:]
    for _ in 0..<24_000 {
      counts[try shuffled([0, 1, 2, 3], using: &source), default: 0] += 1
    }
    #expect(counts.count == 24)
    #expect(GoodnessOfFit.chiSquare(ofUniform: Array(counts.values)).isPlausible)
  }

  @Test("Every element is equally likely at every place, at a false-alarm rate of 10⁻⁶")
  func places() throws {
    var source = SeededByteSource(seed: 25)
    var counts = [Int](repeating: 0, count: 100)
    for _ in 0..<2000 {
      for (place, element) in try shuffled(Array(0..<10), using: &source).enumerated() {
        counts[element * 10 + place] += 1
      }
    }
    // The 100 cells have 81 degrees of freedom, not 99, so the test is on the lenient side.
    #expect(GoodnessOfFit.chiSquare(ofUniform: counts).isPlausible)
  }

  @Test("Shuffling zero or one element draws nothing", arguments: [0, 1])
  func drawsNothing(count: Int) throws {
    var source = ScriptedByteSource(bytes: [])
    let elements = [Int](repeating: 7, count: count)
    #expect(try shuffled(elements, using: &source) == elements)
  }

  @Test("n elements take n − 1 draws of 8 bytes when none is rejected", arguments: [2, 3, 20])
  func drawsTaken(count: Int) throws {
    var source = ScriptedByteSource(draws: [UInt64](repeating: .max, count: count))
    // The largest draw swaps each element with itself.
    #expect(try shuffled(Array(0..<count), using: &source) == Array(0..<count))
    #expect(source.remainingBytes == 8)
  }

  @Test("No element is lost or duplicated", arguments: [2, 3, 17, 256, 1000])
  func multiset(count: Int) throws {
    var source = SeededByteSource(seed: UInt64(count))
    let elements = (0..<count).map { $0 % 7 }
    let result = try shuffled(elements, using: &source)
    #expect(result.sorted() == elements.sorted())
  }

  @Test("An error of the source is passed on", arguments: [0, 8, 23])
  func error(bytes: Int) {
    let error = ByteSourceError.failed(reason: "dry")
    var source = FailingByteSource(SeededByteSource(seed: 1), afterBytes: bytes, error: error)
    #expect(throws: error) { _ = try shuffled([1, 2, 3, 4], using: &source) }
  }
}
