import Randomness
import Testing
import _TestSupport

@Suite("uniform: failures")
struct UniformFailureTests {
  static let error = ByteSourceError.failed(reason: "dry")

  private func source(failingAfter bytes: Int) -> FailingByteSource<ScriptedByteSource> {
    // A draw of 0 is drawn again for every bound that is no power of two.
    FailingByteSource(
      ScriptedByteSource(draws: [0, 0, 0]), afterBytes: bytes, error: Self.error)
  }

  @Test("An error at the first draw is passed on", arguments: [1, 6, .max] as [UInt64])
  func firstDraw(bound: UInt64) {
    var source = source(failingAfter: 0)
    #expect(throws: Self.error) { try source.uniform(below: bound) }
  }

  @Test("An error while drawing again is passed on", arguments: [8, 16])
  func drawingAgain(bytes: Int) {
    var source = source(failingAfter: bytes)
    #expect(throws: Self.error) { try source.uniform(below: 6) }
  }

  @Test("uniform(through:) passes errors on too", arguments: [0, 5, .max] as [UInt64])
  func through(maximum: UInt64) {
    var source = source(failingAfter: 0)
    #expect(throws: Self.error) { try source.uniform(through: maximum) }
  }

  @Test("A bound of 0 traps")
  func zeroBound() async {
    await #expect(processExitsWith: .failure) {
      var source = SeededByteSource(seed: 1)
      _ = try? source.uniform(below: 0)
    }
  }
}
