import Testing
import TextTools

@Suite("Counts in a sentence")
struct CountedTests {
  @Test(
    "The noun and the verb agree with the number",
    arguments: [
      (0, "0 words", "0 are"), (1, "1 word", "1 is"), (2, "2 words", "2 are"),
      (-1, "-1 words", "-1 are"),
      (1001, "1001 words", "1001 are"),
    ])
  func agreement(count: Int, counted: String, andVerb: String) {
    #expect(count.counted("word") == counted)
    #expect(count.andVerb == andVerb)
  }
}
