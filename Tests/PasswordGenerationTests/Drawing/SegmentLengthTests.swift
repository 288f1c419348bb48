import PasswordGeneration
import Testing
import _TestSupport

@Suite("Drawing characters: lengths")
struct SegmentLengthTests {
  @Test("A segment has the requested length", arguments: Array(1...130) + [4095, 4096])
  func lengths(length: Int) throws {
    for hasRatio in [false, true] {
      let recipe = SmallRecipe("", length: length...length) { $0.higherAlphaRatio = hasRatio }
      var generator = try recipe.generator(seed: UInt64(length))
      let drawn = try generator.passwords(6)
      #expect(drawn.map(\.count) == Array(repeating: length, count: 6))
      #expect(try generator.next().count == length)
      let allowed = Set(SegmentMeaning(CharacterRecipe()).positions(length: 1)[0].map(\.code))
      #expect(drawn.joined().allSatisfy { allowed.contains($0) })
    }
  }

  @Test("Lengths of a range are equally likely", arguments: [1...2, 1...7, 8...64, 30...31])
  func ranges(range: ClosedRange<Int>) throws {
    let recipe = SmallRecipe("", length: range) { $0.keep("ab", in: .lowercase) }
    var generator = try recipe.generator(seed: UInt64(range.count))
    var counts = [Int](repeating: 0, count: range.count)
    for password in try generator.passwords(40 * range.count + 200) {
      counts[password.count - range.lowerBound] += 1
    }
    #expect(GoodnessOfFit.chiSquare(ofUniform: counts).isPlausible)
  }

  @Test("The widest range reaches its ends")
  func widest() throws {
    let recipe = SmallRecipe("", length: 1...4096) { $0.keep("x", in: .lowercase) }
    var generator = try recipe.generator(seed: 1)
    let lengths = try generator.passwords(200).map(\.count)
    #expect(lengths.allSatisfy { (1...4096).contains($0) })
    // The chance of a miss is (7/8)²⁰⁰ < 10⁻¹¹.
    #expect((lengths.min() ?? 0) <= 512)
    #expect((lengths.max() ?? 0) > 3584)
  }
}
