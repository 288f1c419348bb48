import CharacterSets
import PolicyFormats
import Testing

@Suite("Apple's rules")
struct AppleRulesParsingTests {
  typealias Characters = AppleRules.Characters

  static func ascii(_ characters: String) -> Characters {
    .ascii(ASCIISet(characters.utf8))
  }

  static func problems(_ text: String) -> [String] {
    do {
      _ = try AppleRules(parsing: text)
      return []
    } catch {
      return error.problems.map(\.description)
    }
  }

  @Test("of every kind are read")
  func all() throws {
    let rules = try AppleRules(
      parsing:
        "minlength: 8; maxlength: 16; required: lower, upper; required: [-_]; allowed: digit; max-consecutive: 2;"
    )
    var expected = AppleRules()
    expected.minLength = 8
    expected.maxLength = 16
    expected.required = [.ascii(.letters), Self.ascii("-_")]
    expected.allowed = .ascii(.digits)
    expected.maxConsecutive = 2
    #expect(rules == expected)
    #expect(rules.permitted == .ascii(ASCIISet.letters.union(.digits).union(ASCIISet("-_".utf8))))
  }

  @Test("have classes of just these characters")
  func classes() throws {
    let special = "-~!@#$%^&*_+=`|(){}[:;\"'<>,.?] "
    #expect(special.utf8.count == 31)
    let classes: [(String, Characters)] = [
      ("lower", .ascii(.lowercase)), ("upper", .ascii(.uppercase)), ("digit", .ascii(.digits)),
      ("special", Self.ascii(special)), ("ascii-printable", .ascii(.printable)),
      ("unicode", .unicode),
    ]
    for (name, characters) in classes {
      #expect(try AppleRules(parsing: "required: \(name)").required == [characters])
      #expect(try AppleRules(parsing: "allowed: \(name)").permitted == characters)
    }
  }

  @Test("permit printable ASCII when they name no characters")
  func nothing() throws {
    let rules = try AppleRules(parsing: "")
    #expect(rules == AppleRules())
    #expect(rules.permitted == .ascii(.printable))
    #expect(rules.description == "")
    #expect(try AppleRules(parsing: " \t\r\n ; ;") == rules)
  }

  @Test(
    "have sets that begin with a hyphen and end with a bracket",
    arguments: [
      ("[-]", "-"), ("[]]", "]"), ("[-]]", "-]"), ("[[]", "["), ("[[]]", "[]"), ("[-[]]", "-[]"),
      ("[ ]", " "), ("[;:,]", ";:,"), ("[aa]", "a"), ("[a]]", "a]"), ("[upper]", "uper"),
    ])
  func sets(text: String, characters: String) throws {
    let rules = try AppleRules(parsing: "required: \(text); minlength: 3")
    #expect(rules.required == [Self.ascii(characters)])
    #expect(rules.minLength == 3)
  }

  @Test("accept white space of every kind and names in any casing")
  func space() throws {
    let plain = try AppleRules(parsing: "minlength: 8; required: lower, [-a]; allowed: digit")
    #expect(
      try AppleRules(
        parsing: "\n\tMinLength\r\n:\t8\n;Required :LOWER\n,\t[-a] ;\u{C}ALLOWED: Digit\n") == plain
    )
  }

  @Test("use the strictest of repeated numbers")
  func repeated() throws {
    let rules = try AppleRules(
      parsing:
        "minlength: 4; minlength: 9; minlength: 7; maxlength: 20; maxlength: 12; max-consecutive: 3; max-consecutive: 2; max-consecutive: 0"
    )
    #expect(rules.description == "minlength: 9; maxlength: 12; max-consecutive: 2;")
  }

  @Test(
    "are printed in canonical form",
    arguments: [
      ("required: UPPER,lower", "required: lower, upper;"),
      ("allowed: [-9z]", "allowed: [-9z];"),
      ("allowed: [0123456789a]", "allowed: digit, [a];"),
      ("allowed: special, [/\\]", "allowed: special, [/\\];"),
      ("allowed: lower, upper, digit, special, [/\\]", "allowed: ascii-printable;"),
      ("allowed: unicode, lower", "allowed: unicode;"),
      ("required: [-]]", "required: [-]];"),
      ("required: lower; required: lower", "required: lower;"),
    ])
  func canonical(text: String, expected: String) throws {
    #expect(try AppleRules(parsing: text).description == expected)
  }

  @Test(
    "that are wrong are reported with their column",
    arguments: [
      ("minlenght: 8", "line 1, column 1: no such rule: “minlenght”; known rules: minlength,"),
      ("minlength 8", "line 1, column 11: a colon is expected after minlength"),
      ("minlength: ", "line 1, column 12: a whole number is expected"),
      ("minlength: -8", "line 1, column 12: a whole number is expected"),
      ("minlength: 8a", "line 1, column 13: a semicolon is expected"),
      ("minlength: 5000", "line 1, column 12: the number is out of range; use 0 to 4096"),
      ("maxlength: 99999999999999999999", "line 1, column 12: the number is out of range"),
      ("required: lowr", "line 1, column 11: no such class: “lowr”; use lower, upper,"),
      ("required: ;", "line 1, column 11: required needs a class"),
      ("required: lower,", "line 1, column 17: required needs a class"),
      ("required: lower upper", "line 1, column 17: a semicolon is expected"),
      ("required: []", "line 1, column 11: the set is empty"),
      ("required: [abc", "line 1, column 11: the set has no end; close it with ]"),
      ("required: [a-z]", "line 1, column 13: a hyphen stands for itself only at the start"),
      ("required: [é§]", "line 1, column 11: no character of the required set is printable ASCII"),
      ("allowed: [é]", "line 1, column 1: no character of the allowed set is printable ASCII"),
      ("required: []a]", "line 1, column 11: the set is empty"),
      ("é: 3", "line 1, column 1: a rule is expected"),
      ("minlength: 8;\n  required: x", "line 2, column 13: no such class: “x”"),
    ])
  func wrong(text: String, problem: String) {
    let problems = Self.problems(text)
    #expect(problems.count == 1)
    #expect(problems.first?.hasPrefix(problem) == true, "\(problems)")
  }

  @Test("are reported with everything that is wrong")
  func several() {
    let problems = Self.problems(
      "minlength: x; required: foo, lower; allowed: [a-b-c]; maxlength 3")
    #expect(
      problems.map { $0.prefix(18) } == [
        "line 1, column 12:", "line 1, column 25:", "line 1, column 48:", "line 1, column 50:",
        "line 1, column 65:",
      ])
    #expect(Self.problems(String(repeating: "x;", count: 500)).count == 100)
  }

  @Test("that are too long are not read")
  func long() {
    let text = String(repeating: " ", count: AppleRules.maximumBytes + 1)
    #expect(Self.problems(text) == ["65537 bytes are too many; use at most 65536"])
    #expect(Self.problems(String(text.dropLast())).isEmpty)
  }

  @Test(
    "skip characters of a set that are not printable ASCII, and report them",
    arguments: [
      (
        "required: lower; allowed: [!§];", "required: lower; allowed: [!];", "allowed: strengthened"
      ),
      ("required: [£a]", "required: [a];", "required: strengthened"),
      ("allowed: upper, [é]", "allowed: upper;", "allowed: strengthened"),
      ("required: digit; allowed: [¡¿]", "required: digit;", "allowed: strengthened"),
      (
        "required: [a\tb\u{7F}]; allowed: [-\u{1F642}]", "required: [ab]; allowed: [-];",
        "required: strengthened"
      ),
    ])
  func passedOver(text: String, canonical: String, loss: String) throws {
    var losses = LossReport()
    let rules = try AppleRules(parsing: text, losses: &losses)
    #expect(losses.losses.contains { $0.description.hasPrefix(loss) }, "\(losses)")
    #expect(rules.description == canonical)
    #expect(try PolicyFormat.apple.read(Array(text.utf8)).losses == losses)
  }
}
