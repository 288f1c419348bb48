import Testing
import _TestSupport

@Suite("firstDifference")
struct FirstDifferenceTests {
  @Test(
    "It reports the first position that differs, including the end of the shorter one",
    arguments: [
      ([], [], nil), ([1, 2], [1, 2], nil),
      ([1, 2, 3], [1, 5, 6], "element 1 of 3 and 3: [1, 2, 3] is not [1, 5, 6]"),
      ([1, 2], [1, 2, 3], "element 2 of 2 and 3: […, 2] is not […, 2, 3]"),
      ([0], [], "element 0 of 1 and 0: [0] is not []"),
      (Array(1...9), [1, 2, 3, 4, 0], "element 4 of 9 and 5: […, 4, 5, 6, 7, …] is not […, 4, 0]"),
    ] as [([Int], [Int], String?)])
  func position(left: [Int], right: [Int], difference: String?) {
    #expect(firstDifference(left, right)?.description == difference)
    #expect((firstDifference(right, left) == nil) == (difference == nil))
  }

  @Test(
    "For texts it reports the line, the byte in it and the surrounding text",
    arguments: [
      ("", "", nil), ("a\nb\n", "a\nb\n", nil),
      ("a\nbcd\n", "a\nbxd\n", #"line 2, byte 2: "a\nbcd\n" is not "a\nbxd\n""#),
      ("a\n", "a\nb", #"line 2, byte 1: "a\n" is not "a\nb""#),
      // Equal as texts of Swift are, but not the same bytes.
      ("\u{E9}", "e\u{301}", "line 1, byte 1: \"\u{E9}\" is not \"e\u{301}\""),
    ] as [(String, String, String?)])
  func text(left: String, right: String, difference: String?) {
    #expect(firstDifference(left, right)?.description == difference)
  }

  @Test("It is short, however long the difference")
  func short() throws {
    let left = String(repeating: "0123456789\n", count: 100_000)
    let text = try #require(firstDifference(left + "a" + left, left + "b" + left)).description
    #expect(text.contains("line 100001, byte 1"))
    #expect(text.contains(#""…"#) || text.contains(#"…""#))
    #expect(text.utf8.count < 300)
    let elements = try #require(firstDifference([left], [left + left])).description
    #expect(elements.utf8.count < 300)
  }
}
