import PasswordGeneration
import Passwordstate
import Testing
import _TestSupport

/// Whatever comes in, it is read or refused.
@Suite("PasswordstateQuery: fuzzing")
struct QueryFuzzTests {
  @Test("Random bytes are read or refused", arguments: 0..<10 as Range<UInt64>)
  func bytes(seed: UInt64) {
    var random = SeededRandom(seed: seed)
    for _ in 0..<300 {
      let bytes = (0..<random.number(0...60)).map { _ in UInt8.random(in: 0...255, using: &random) }
      check(String(decoding: bytes, as: UTF8.self))
    }
  }

  @Test("Random pieces of queries are read or refused", arguments: 0..<20 as Range<UInt64>)
  func pieces(seed: UInt64) {
    var random = SeededRandom(seed: 100 + seed)
    let pieces =
      QueryNames.all + QueryNames.complete + [
        "=", "=", "=", "&", "&", "&", "?", "%", "%2", "%41", "%C3%A9", "+", "true", "False", "null",
        "0", "12", "-1", "99999999999999999999", "P", "N", "\u{E9}", "\u{301}", "\0", "\r\n", " ",
        "#", "://",
      ]
    for _ in 0..<200 {
      let text = (0..<random.number(0...24)).reduce(into: "") { text, _ in
        text += random.element(of: pieces)
        if random.happens(30) { text += "&" }
      }
      check(text)
    }
  }

  @Test("Long queries are read or refused")
  func long() {
    check(String(repeating: "&", count: 20_000))
    check(String(repeating: "%41", count: 20_000))
    check("Pattern=" + String(repeating: "%", count: 20_000))
    check(String(repeating: "Qty=1&", count: 2000))
    check("ExcludeChars=" + String(repeating: "=?", count: 20_000))
  }

  /// A query that is read has to survive being written and read again.
  private func check(_ text: String) {
    guard let query = try? PasswordstateQuery(parsing: text) else {
      #expect(!PasswordstateQuery.problems(of: text).isEmpty)
      return
    }
    #expect(query.quantity >= 1)
    guard let written = try? query.queryString() else { return }
    #expect(
      (try? PasswordstateQuery(parsing: written).queryString()) == written,
      "\(text.debugDescription)")
    // Compiling what was read reports problems or none, and does not fail otherwise.
    _ = query.recipe.problems()
  }
}
