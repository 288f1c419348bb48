import PasswordGeneration
import Passwordstate
import Testing

@Suite("PasswordstateQuery: problems")
struct QueryProblemTests {
  @Test(
    "An unknown option is refused by name",
    arguments: ["apikey", "Length", "min Length", "", "minLength2"])
  func unknown(key: String) {
    let encoded = key.replacing(" ", with: "%20")
    #expect(PasswordstateQuery.problems(of: "Qty=2&\(encoded)=secret") == [.unknownKey(key)])
  }

  @Test(
    "An unknown option without a value is refused too", arguments: ["bogus", "bogus=", "=", "=5"])
  func unknownWithoutValue(pair: String) {
    let name = pair.hasPrefix("=") ? "" : "bogus"
    #expect(PasswordstateQuery.problems(of: pair) == [.unknownKey(name)])
  }

  @Test(
    "Every option given twice is refused by name, in whatever casing", arguments: QueryNames.all)
  func duplicate(key: String) {
    for text in [
      "\(key)=&\(key)=", "\(key)=&\(key.uppercased())=1", "\(key.lowercased())=%20&\(key)",
    ] {
      #expect(PasswordstateQuery.problems(of: text).contains(.duplicateKey(key)), "\(text)")
    }
    #expect(
      PasswordstateQuery.problems(of: "\(key)=&\(key)=&\(key)=")
        == [.duplicateKey(key), .duplicateKey(key)])
  }

  @Test(
    "A boolean is true or false", arguments: QueryNames.booleans,
    ["yes", "1", "0", "tru", "true ", "t", "null"])
  func booleans(key: String, value: String) {
    var options = ["IncludeAlphaSpecial": "true", "minLength": "8", "Pattern": "l"]
    options[key] = value.replacing(" ", with: "+")
    let text = options.map { "\($0)=\($1)" }.joined(separator: "&")
    #expect(PasswordstateQuery.problems(of: text) == [.notBoolean(key: key)])
  }

  @Test(
    "A number is an integer, in digits and in its range", arguments: QueryNames.numbers,
    [
      "x", "1.5", "1e3", "0x10", "-1", "--1", "\u{663}", "12 ", " 12", "1,000",
      "99999999999999999999", "9223372036854775808",
    ])
  func numbers(key: String, value: String) throws {
    var options = [
      "IncludeAlphaSpecial": "true", "IncludeWordPhrases": "true", "minLength": "8",
      "NumberOfWords": "2",
    ]
    options[key] = value.replacing(" ", with: "%20")
    let problems = PasswordstateQuery.problems(
      of: options.map { "\($0)=\($1)" }.joined(separator: "&"))
    #expect(problems.count == 1)
    guard case .notNumber(key, let range)? = problems.first else {
      Issue.record("\(problems)")
      return
    }
    #expect(range.lowerBound == (key == "Qty" ? 1 : 0))
  }

  @Test("Qty and ComplianceRetries have bounds")
  func bounds() {
    let quantities = 1...PasswordstateQuery.maximumQuantity
    let retries = 0...PasswordstateQuery.maximumComplianceRetries
    for text in ["0", "1000000000001", "-1"] {
      #expect(
        PasswordstateQuery.problems(of: "Qty=\(text)") == [
          .notNumber(key: "Qty", range: quantities)
        ])
    }
    for text in ["1000001", "-1"] {
      #expect(
        PasswordstateQuery.problems(of: "ComplianceRetries=\(text)")
          == [.notNumber(key: "ComplianceRetries", range: retries)])
    }
  }

  @Test("A choice is one of its letters", arguments: ["X", "PA", "prefix", "-", " "])
  func choices(value: String) {
    let encoded = value.replacing(" ", with: "+")
    let text =
      "IncludeWordPhrases=true&NumberOfWords=2&PrefixAppend=\(encoded)&SeparateWords=\(encoded)"
    #expect(
      PasswordstateQuery.problems(of: text) == [
        .notOneOf(key: "PrefixAppend", values: ["P", "A", "I"]),
        .notOneOf(key: "SeparateWords", values: ["S", "D", "N"]),
      ])
  }

  @Test("A missing option of a part is named", arguments: ["", "=", "=&Qty=2"])
  func missing(end: String) {
    let key = end.isEmpty ? "" : "&minLength"
    #expect(
      PasswordstateQuery.problems(of: "IncludeAlphaSpecial=true\(key)\(end)")
        == [.missing(key: "minLength")])
    let words = end.isEmpty ? "" : "&NumberOfWords"
    #expect(
      PasswordstateQuery.problems(of: "IncludeWordPhrases=true\(words)\(end)")
        == [.missing(key: "NumberOfWords")])
  }

  @Test(
    "A generator that only the server has is refused as such",
    arguments: [
      "PasswordGeneratorID=5&Qty=1", "Qty=1&passwordgeneratorid=0", "PasswordGeneratorID",
    ])
  func generator(query: String) {
    #expect(PasswordstateQuery.problems(of: query) == [.serverGenerator])
    #expect("\(QueryProblem.serverGenerator)".contains("only the server has"))
  }

  @Test("All problems are reported at once")
  func several() {
    let text = """
      IncludeAlphaSpecial=true&IncludeWordPhrases=TRUE&lowerCaseChars=ja&maxLength=long&Bogus=1\
      &bogus=2&ExcludeChars=%zz&MaxWordLength=-1&PrefixAppend=X&SeparateWords=Y&Qty=0&qty=5\
      &ComplianceRetries=many&higherAlphaRatio=nein
      """
    let problems = PasswordstateQuery.problems(of: text)
    let expected: [QueryProblem] = [
      .unknownKey("Bogus"), .unknownKey("bogus"), .badEncoding(pair: 7), .duplicateKey("Qty"),
      .notBoolean(key: "lowerCaseChars"), .notBoolean(key: "higherAlphaRatio"),
      .missing(key: "minLength"), .missing(key: "NumberOfWords"),
      .notNumber(key: "maxLength", range: 0...1_000_000),
      .notNumber(key: "MaxWordLength", range: 0...1_000_000),
      .notOneOf(key: "PrefixAppend", values: ["P", "A", "I"]),
      .notOneOf(key: "SeparateWords", values: ["S", "D", "N"]),
      .notNumber(key: "Qty", range: 1...1_000_000_000_000),
      .notNumber(key: "ComplianceRetries", range: 0...1_000_000),
    ]
    #expect(Set(problems) == Set(expected))
    #expect(problems.count == expected.count)
  }

  // MARK: Messages

  @Test("Messages name the key, say what to do and quote no value", arguments: QueryNames.all)
  func messages(key: String) {
    let text = "IncludeAlphaSpecial=true&IncludeWordPhrases=true&minLength=8&NumberOfWords=2&"
    for value in ["hunter2%", "hunter2", "hunter2%FF"] {
      do throws(QueryError) {
        _ = try PasswordstateQuery(parsing: text + "\(key)=\(value)")
      } catch {
        #expect(!error.description.contains("hunter2"), "\(error)")
        #expect(error.description.split(separator: "\n").count == error.problems.count)
      }
    }
  }

  @Test("An unknown name is shown shortened and without control characters")
  func longNames() {
    let name = "a%0A%1B%5B31m" + String(repeating: "x", count: 500)
    let problems = PasswordstateQuery.problems(of: "\(name)=1")
    #expect(problems.count == 1)
    let message = problems.first?.description ?? ""
    #expect(!message.contains("\n") && !message.contains("\u{1B}"))
    #expect(!message.contains(String(repeating: "x", count: 50)))
    #expect(message.contains("minLength") && message.contains("Pattern"))
  }

  @Test("Messages contain what they report")
  func contents() {
    #expect(QueryProblem.duplicateKey("Qty").description.contains("Qty"))
    #expect(QueryProblem.badEncoding(pair: 12).description.contains("12"))
    #expect(QueryProblem.notBoolean(key: "digits").description.contains("digits"))
    #expect(QueryProblem.notNumber(key: "Qty", range: 1...5).description.contains("1 to 5"))
    #expect(QueryProblem.notOneOf(key: "k", values: ["P", "A"]).description.contains("P, A"))
    #expect(QueryProblem.missing(key: "minLength").description.contains("minLength"))
  }
}
