import PasswordGeneration
import Passwordstate
import Testing

@Suite("PasswordstateQuery: percent-encoding")
struct QueryDecodingTests {
  @Test(
    "Values are percent- and plus-decoded",
    arguments: [
      ("abc", "abc"), ("%61%62%63", "abc"), ("a+b", "a b"), ("a%2Bb", "a+b"), ("a%2bb", "a+b"),
      ("%25", "%"), ("%2525", "%25"), ("%26%3D%3F%23", "&=?#"), ("a=b", "a=b"), ("==", "=="),
      ("a?b", "a?b"), ("?", "?"), ("%20", " "), ("+", " "), ("%C3%A9", "\u{E9}"),
      ("%c3%a9", "\u{E9}"), ("%F0%9F%98%80", "\u{1F600}"), ("\u{E9}", "\u{E9}"), ("%0A%00", "\n\0"),
      ("!*'();:@,/[]", "!*'();:@,/[]"), ("%7E~", "~~"), ("%23x", "#x"), ("\\u", "\\u"),
    ])
  func values(text: String, value: String) throws {
    let recipe = try #require(try PasswordstateQuery.characters("ExcludeChars=\(text)"))
    #expect(Array(recipe.excluded.utf8) == Array(value.utf8))
    let pattern = try #require(try PasswordstateQuery.characters("Pattern=\(text)&maxLength=9"))
    #expect(pattern.pattern.map { Array($0.utf8) } == Array(value.utf8))
  }

  @Test(
    "A fragment, or a # that is not encoded, is refused with its place",
    arguments: [
      "minLength=8&Qty=5#results", "minLength=8&#", "minLength=8&#a=b&Bogus=1",
      "minLength=8&ExcludeChars=a#b&Qty=%", "minLength=8&#Qty=5",
    ])
  func fragment(options: String) {
    let url = "https://example.org/api/generatepassword/?IncludeAlphaSpecial=true&" + options
    #expect(PasswordstateQuery.problems(of: url) == [.fragment(pair: 3)])
    #expect(QueryProblem.fragment(pair: 3).description.hasPrefix("pair 3 contains a #, "))
  }

  @Test("Keys are decoded too", arguments: ["min%4Cength=9", "%6DinLength=9", "MINLENGTH=%39"])
  func keys(option: String) throws {
    let query = try PasswordstateQuery(parsing: "IncludeAlphaSpecial=true&" + option)
    #expect(query.recipe.characters?.minLength == 9)
  }

  @Test(
    "Anything but percent-encoded UTF-8 is refused with its place",
    arguments: [
      "%", "%2", "%G0", "%0G", "%%20", "a%", "a%4", "%FF", "%C3", "%C3%28", "%ED%A0%80", "%C0%80",
      "%F5%80%80%80", "%+1", "% 1", "%\u{E9}",
    ])
  func bad(text: String) {
    #expect(
      PasswordstateQuery.problems(of: "IncludeAlphaSpecial=true&minLength=8&ExcludeChars=\(text)")
        == [.badEncoding(pair: 3)])
    #expect(PasswordstateQuery.problems(of: "\(text)=true") == [.badEncoding(pair: 1)])
  }

  @Test("Empty pairs count when pairs are counted")
  func places() {
    #expect(
      PasswordstateQuery.problems(of: "Qty=%&&Qty=%&") == [
        .badEncoding(pair: 1), .badEncoding(pair: 3),
      ])
    #expect(PasswordstateQuery.problems(of: "?&Qty=%") == [.badEncoding(pair: 2)])
  }

  @Test(
    "Text before the query is skipped",
    arguments: [
      "?", "/api/generatepassword/?", "https://vault.example.com:9119/api/generatepassword?",
      "https://user:%zz@host/a&b/?",
    ])
  func url(prefix: String) throws {
    let query = try PasswordstateQuery(
      parsing: prefix + "IncludeAlphaSpecial=true&minLength=9&Qty=2")
    #expect(query.quantity == 2)
    #expect(query.recipe.characters?.minLength == 9)
  }

  @Test("A question mark in a value is part of it")
  func questionMark() throws {
    let text = "IncludeAlphaSpecial=true&minLength=9&ExcludeChars=?&Pattern=a?b?"
    for text in [text, "?" + text, "/api?" + text] {
      let recipe = try PasswordstateQuery(parsing: text).recipe.characters
      #expect(recipe?.excluded == "?")
      #expect(recipe?.pattern == "a?b?")
    }
  }

  @Test(
    "A combining character hides no separator",
    arguments: ["\u{301}", "\u{200D}", "\u{FE0F}", "\u{20DD}"])
  func combining(mark: String) throws {
    let text =
      "IncludeAlphaSpecial=true&minLength=9&specialChars=true&specialCharsText=\(mark)x&Qty=3"
    let query = try PasswordstateQuery(parsing: text)
    #expect(query.recipe.characters?.symbolSet.map { Array($0.utf8) } == Array("\(mark)x".utf8))
    #expect(query.quantity == 3)
    #expect(try PasswordstateQuery(parsing: "?" + text) == query)
    // A key that begins with it is not known, and its value is quoted nowhere.
    #expect(
      PasswordstateQuery.problems(of: "Qty=2&\(mark)Qty=\(mark)hunter2")
        == [.unknownKey("\(mark)Qty")])
  }
}
