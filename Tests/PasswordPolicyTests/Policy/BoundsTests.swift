import PasswordPolicy
import Testing

@Suite("Bounds from ranges")
struct BoundsTests {
  @Test("A range gives the bounds that it has")
  func ranges() {
    #expect((12...64).bounds == Bounds(min: 12, max: 64))
    #expect((1...).bounds == Bounds(min: 1))
    #expect((...3).bounds == Bounds(max: 3))
    #expect(Bounds(min: 2).bounds == Bounds(min: 2))
  }

  @Test("A policy made of ranges is the one with those rules")
  func policy() {
    var expected = Policy()
    expected.length = Bounds(min: 12, max: 64)
    expected.characters.digits = Bounds(min: 1)
    expected.characters.symbols = Bounds(max: 2)
    expected.characters.letters = Bounds(min: 4)
    expected.minCharacterTypes = 3
    expected.maxRepeatedRun = 2
    expected.maxSequence = 3
    #expect(
      Policy(
        length: 12...64, digits: 1..., symbols: ...2, letters: 4..., minCharacterTypes: 3,
        maxRepeatedRun: 2, maxSequence: 3) == expected)
    #expect(Policy(length: 8...).rules == [.lengthShort(min: 8)])
  }
}
