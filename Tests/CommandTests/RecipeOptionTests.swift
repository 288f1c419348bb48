import Foundation
import Testing
import _TestSupport

/// Options, and what 3,000 passwords then hold: lengths and characters, each of which occurs.
struct OptionCase: Sendable, CustomTestStringConvertible {
  let options: [String]
  let lengths: ClosedRange<Int>
  let characters: String
  var testDescription: String { options.joined(separator: " ") }

  init(_ options: String..., lengths: ClosedRange<Int> = 20...20, characters: String) {
    self.options = options
    self.lengths = lengths
    self.characters = characters
  }
}

@Suite("Recipe options")
struct RecipeOptionTests {
  private static let lower = "abcdefghijklmnopqrstuvwxyz"
  private static let upper = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
  private static let digits = "0123456789"
  private static let symbols = "!#$%^&*+/=_-"
  private static let brackets = "[](){}<>"
  private static let all = lower + upper + digits + symbols

  static let cases: [OptionCase] = [
    OptionCase(characters: all),
    OptionCase("--length", "7", lengths: 7...7, characters: all),
    OptionCase("-l", "12-15", lengths: 12...15, characters: all),
    OptionCase("-l", "4-4", lengths: 4...4, characters: all),
    OptionCase("--no-lower", characters: upper + digits + symbols),
    OptionCase("--no-upper", characters: lower + digits + symbols),
    OptionCase("--no-digits", characters: lower + upper + symbols),
    OptionCase("--no-symbols", characters: lower + upper + digits),
    OptionCase("--brackets", characters: all + brackets),
    OptionCase("--no-symbols", "--symbols", characters: all),
    OptionCase("--symbol-set", "-", characters: lower + upper + digits + "-"),
    OptionCase("--symbol-set", "--exclude", characters: lower + upper + digits + "-"),
    OptionCase("--symbol-set=@~ ", characters: lower + upper + digits + "@~ "),
    OptionCase("--brackets", "--bracket-set", "<>", characters: all + "<>"),
    OptionCase("--no-ambiguous", characters: all.filter { !"Il1O0".contains($0) }),
    OptionCase("--ambiguous", characters: all),
    OptionCase("-x", "abc0!", characters: all.filter { !"abc0!".contains($0) }),
    OptionCase("--exclude", "-", characters: all.filter { $0 != "-" }),
    OptionCase("--higher-alpha-ratio", characters: all),
    OptionCase("--pattern", "nnnn", lengths: 4...4, characters: digits),
    OptionCase("--pattern", "-u\\l", lengths: 3...3, characters: "-l" + upper),
    OptionCase("--pattern", "", characters: all),
    OptionCase(
      "--pattern", "aaaaaaaaaa", "--no-upper", lengths: 10...10,
      characters: lower + digits + symbols),
    OptionCase(
      "--pattern", "sbsbsbsbsb", "--symbol-set", "~@", "--bracket-set", "()", lengths: 10...10,
      characters: "~@()"),
  ]

  @Test("set the lengths and the characters", arguments: cases)
  func lengthsAndCharacters(_ example: OptionCase) async throws {
    let outcome = try await Command.run(["generate", "-n", "3000"] + example.options)
    #expect(outcome.status == 0)
    #expect(outcome.errors == "")
    let passwords = try outcome.lines
    // In this many, each of 74 characters is missing with a probability below 1e-60.
    #expect(passwords.count == 3000)
    #expect(Set(passwords.map(\.count)) == Set(example.lengths))
    #expect(Set(passwords.joined()) == Set(example.characters))
  }

  private static let classes = [lower, upper, digits, symbols]

  private func hasEachClass(_ password: Substring) -> Bool {
    Self.classes.allSatisfy { set in password.contains { set.contains($0) } }
  }

  @Test(
    "require each class unless told otherwise, or given a pattern",
    arguments: [
      ([], true), (["--require-each"], true), (["--no-require-each"], false),
      (["--pattern", "aaaa"], false), (["--pattern", "aaaa", "--require-each"], true),
      (["--pattern", "", "-l", "4"], true),
    ])
  func requireEach(options: [String], isRequired: Bool) async throws {
    let lengths = options.contains("--pattern") ? [] : ["-l", "4"]
    let passwords = try await Command.run(["generate", "-n", "300"] + lengths + options).lines
    // Without it, some 7 % of four characters have each class.
    #expect(passwords.allSatisfy(hasEachClass) == isRequired)
  }

  @Test("with the higher alpha ratio draw a special at one position in seven")
  func higherAlphaRatio() async throws {
    let text = try await Command.run(
      "generate", "-n", "5000", "--higher-alpha-ratio", "--no-require-each", "--brackets"
    ).lines.joined()
    let specials = text.count { (Self.symbols + Self.brackets).contains($0) }
    // 100,000 positions: a standard deviation is 0.0011.
    let share = Double(specials) / Double(text.count)
    #expect((0.136...0.150).contains(share))
  }

  // MARK: Words

  @Test("draw words of the bundled list that keeps more of them")
  func words() async throws {
    let passwords = try await Command.run(
      "generate", "-n", "200", "--words", "3", "--no-characters", "--separator", "space"
    ).lines
    let list = try Self.bundled("english-large")
    #expect(passwords.allSatisfy { $0.split(separator: " ").count == 3 })
    #expect(passwords.flatMap { $0.split(separator: " ") }.allSatisfy { list.contains($0) })
  }

  @Test("draw words of a named list", arguments: ["english-large", "english-short"])
  func namedList(name: String) async throws {
    let passwords = try await Command.run(
      "generate", "-n", "200", "-w", "2", "--no-characters", "--wordlist", name
    ).lines
    let list = try Self.bundled(name)
    #expect(passwords.flatMap { $0.split(separator: "-") }.allSatisfy { list.contains($0) })
  }

  @Test("limit the length of words")
  func maxWordLength() async throws {
    let passwords = try await Command.run(
      "generate", "-n", "200", "-w", "4", "--no-characters", "--max-word-length", "3"
    ).lines
    #expect(Set(passwords.flatMap { $0.split(separator: "-") }.map(\.count)) == [3])
  }

  @Test(
    "place words and separators",
    arguments: [
      ([], "^[a-z]+-[a-z]+-[0-9]{5}$"),
      (["--word-placement", "prefix"], "^[a-z]+-[a-z]+-[0-9]{5}$"),
      (["--word-placement", "append"], "^[0-9]{5}-[a-z]+-[a-z]+$"),
      (["--word-placement", "insert"], "^[0-9]{1,4}-[a-z]+-[a-z]+-[0-9]{1,4}$"),
      (["--separator", "space"], "^[a-z]+ [a-z]+ [0-9]{5}$"),
      (["--separator", "none"], "^[a-z]+[0-9]{5}$"),
      (["--separator", "none", "--word-placement", "insert"], "^[0-9]{1,4}[a-z]+[0-9]{1,4}$"),
    ])
  func placement(options: [String], form: String) async throws {
    let passwords = try await Command.run(
      ["generate", "-n", "200", "-w", "2", "-l", "5", "--no-lower", "--no-upper", "--no-symbols"]
        + options
    ).lines
    let regex = try Regex(form)
    #expect(passwords.count == 200)
    #expect(passwords.allSatisfy { $0.wholeMatch(of: regex) != nil })
  }

  @Test("read a word list from a file, diceware or plain, or from standard input")
  func wordlistFile() async throws {
    let folder = try TemporaryFolder()
    try folder.write("red\ngrün\n\"b\\lue\n", to: "plain")
    try folder.write("11\tred\n12\tgrün\n13\t\"b\\lue\n", to: "dice")
    let options = ["generate", "-n", "200", "-w", "1", "--no-characters", "--wordlist"]
    let expected: Set<Substring> = ["red", "grün", "\"b\\lue"]
    for name in ["plain", "dice"] {
      let outcome = try await Command.run(options + [folder[name].path])
      #expect(Set(try outcome.lines) == expected)
    }
    let piped = try await Command.run(options + ["-"], input: "red\ngrün\n\"b\\lue\n")
    #expect(Set(try piped.lines) == expected)
  }

  private static func bundled(_ name: String) throws -> Set<Substring> {
    let file = Snapshots.packageFolder.appendingPathComponent("wordlists/\(name).txt")
    let text = String(decoding: try Data(contentsOf: file), as: UTF8.self)
    return Set(text.split(separator: "\n"))
  }

  // MARK: Queries

  @Test("come from a query, whose Qty counts and which requires no class")
  func query() async throws {
    let outcome = try await Command.run(
      "generate", "--query",
      "?IncludeAlphaSpecial=true&minlength=9&lowerCaseChars=True&numericChars=true&ambiguousChars=true&Qty=300"
    )
    #expect(outcome.status == 0)
    let passwords = try outcome.lines
    #expect(passwords.count == 300)
    #expect(Set(passwords.joined()) == Set(Self.lower + Self.digits))
  }

  @Test("of a query may ask for words and for retries")
  func queryWithWords() async throws {
    let passwords = try await Command.run(
      "generate", "--query",
      "IncludeWordPhrases=true&NumberOfWords=2&SeparateWords=S&ComplianceRetries=3"
    ).lines
    #expect(passwords.count == 1)
    #expect(passwords[0].wholeMatch(of: /[a-z]+ [a-z]+/) != nil)
  }

  @Test("Values can be joined to short options")
  func joined() async throws {
    let outcome = try await Command.run("generate", "-n5", "-l12-16", "-x0", "-o-")
    #expect(outcome.status == 0)
    let lines = try outcome.lines
    #expect(lines.count == 5)
    #expect(lines.allSatisfy { (12...16).contains($0.count) && !$0.contains("0") })
    let words = try await Command.run("generate", "-w3", "--no-characters", "--separator", "space")
    #expect(try words.lines.first?.split(separator: " ").count == 3)
  }
}
