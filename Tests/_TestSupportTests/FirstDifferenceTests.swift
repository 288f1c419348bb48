import Testing
import _TestSupport

@Suite("firstDifference")
struct FirstDifferenceTests {
  @Test(
    "It is the first position that differs, the end of the shorter one included",
    arguments: [
      ([], [], nil), ([1, 2], [1, 2], nil), ([1, 2, 3], [1, 5, 6], 1), ([1, 2], [1, 2, 3], 2),
      ([0], [], 0),
    ] as [([Int], [Int], Int?)])
  func position(left: [Int], right: [Int], position: Int?) {
    #expect(firstDifference(left, right) == position)
    #expect(firstDifference(right, left) == position)
  }
}
