import Foundation
import Testing
import _TestSupport

@Suite("Policies that a recipe cannot meet")
struct InfeasibleTests {
  /// Options of the recipe, a policy, and the rules in conflict.
  struct Case: Sendable, CustomTestStringConvertible {
    let policy: String
    let options: [String]
    let codes: Set<String>
    /// What the message names beside the rules.
    let reason: String

    init(_ codes: String..., policy: String, options: String = "", reason: String = "") {
      self.codes = Set(codes)
      self.policy = policy
      self.options = options.split(separator: " ").map(String.init)
      self.reason = reason
    }

    var testDescription: String { codes.sorted().joined(separator: ", ") + " " + policy }
  }

  static let cases = [
    Case(
      "length.short", policy: #"{"length":{"min":21}}"#, options: "-l 20",
      reason: "the recipe draws 20 characters, and 21 would do"),
    Case(
      "length.long", policy: #"{"length":{"max":9}}"#, options: "-l 10-12",
      reason: "the recipe draws 10 to 12 characters, and 9 would do"),
    Case(
      "characters.digits.few", policy: #"{"characters":{"digits":{"min":3}}}"#,
      options: "--no-digits", reason: "the recipe draws no digits"),
    Case(
      "characters.letters.few", policy: #"{"characters":{"letters":{"min":9}}}"#,
      options: "-l 8 --no-require-each", reason: "9 would do"),
    Case(
      "characters.upper.many", policy: #"{"characters":{"upper":{"max":0}}}"#,
      reason: "the recipe requires one of each class; add --no-require-each"),
    Case(
      "characters.symbols.few", policy: #"{"characters":{"symbols":{"min":1,"set":"~"}}}"#,
      options: "--lower --symbols",
      reason: "no character that meets characters.symbols.few"),
    Case(
      "sets.few", policy: #"{"sets":[{"groups":["digits"],"characters":"~","min":1}]}"#,
      options: "--no-digits", reason: "no character that meets sets.few"),
    Case(
      "sets.many", policy: #"{"sets":[{"groups":["lower","upper"],"max":2}]}"#,
      options: "-l 3 --no-digits --no-symbols", reason: "2 would do"),
    Case(
      "characters.disallowed", policy: #"{"allowed":"~"}"#, options: "--lower",
      reason: "no character that meets characters.disallowed"),
    Case(
      "types.few", policy: #"{"minCharacterTypes":4}"#, options: "-l 3 --no-require-each",
      reason: "4 would do"),
    Case(
      "run.long", policy: #"{"maxRepeatedRun":2}"#,
      options: "-l 3 --no-lower --no-upper --no-digits --symbol-set -", reason: "2 would do"),
    Case(
      "sequence.long", policy: #"{"maxSequence":2}"#, options: "--pattern \\a\\b\\c"),
    Case("first", policy: #"{"first":"digits"}"#, options: "--no-digits"),
    Case("last", policy: #"{"last":"symbols"}"#, options: "--no-symbols"),
    Case("first.disallowed", policy: #"{"firstAllowed":"~"}"#),
    Case("last.disallowed", policy: #"{"lastAllowed":"ab"}"#, options: "--no-lower"),
    Case(
      "bad.word", policy: #"{"badPasswords":{"words":["1","2"],"match":"substring"}}"#,
      options: "-l 4 --no-lower --no-upper --no-symbols -x 03456789"),
    Case(
      "bad.pattern", policy: #"{"badPasswords":{"patterns":["^.{5,}$","zz"]}}"#,
      options: "-l 6", reason: "4 would do"),
    Case(
      "strength.low",
      policy: #"{"strength":{"preferredLength":40,"compliance":"Excellent","mandatory":true}}"#,
      reason: "40 would do"),
    Case(
      "characters.digits.few", "characters.lower.few", "characters.upper.few",
      policy: #"{"characters":{"digits":{"min":3},"lower":{"min":3},"upper":{"min":3}}}"#,
      options: "-l 8", reason: "10 would do"),
    Case(
      "run.long", "characters.digits.many",
      policy: #"{"characters":{"lower":{"max":3},"digits":{"max":0}},"maxRepeatedRun":2}"#,
      options: "-l 3 --no-upper --no-symbols --no-require-each -x bcdefghijklmnopqrstuvwxyz"),
    Case(
      "sequence.long", "run.long", "first", "last",
      policy: #"{"maxSequence":1,"first":"lower","last":"lower"}"#,
      options: "-l 2 --no-upper --no-symbols --no-require-each -x cdefghijklmnopqrstuvwxyz "
        + "--max-run 1"),
  ]

  @Test("are status 3, with the rules in conflict and no other", arguments: cases)
  func conflict(example: Case) async throws {
    for command in [["generate", "-n", "3"], ["entropy"]] {
      let outcome = try await Command.run(
        command + ["--policy", "-"] + example.options, input: example.policy)
      #expect(outcome.status == 3)
      #expect(outcome.output.isEmpty)
      #expect(outcome.errors.hasPrefix("passwright: error: no password of the recipe can comply: "))
      #expect(example.reason.isEmpty || outcome.errors.contains(example.reason))
      for code in example.codes { #expect(outcome.errors.contains("(\(code))")) }
    }
    let outcome = try await Command.run(
      ["policy", "feasible", "--format", "json", "--policy", "-"]
        + (example.options.contains("-l") || example.options.contains("--pattern")
          ? [] : ["-l", "20"]) + example.options, input: example.policy)
    #expect(outcome.status == 3)
    let answer = try #require(
      JSONSerialization.jsonObject(with: outcome.output) as? [String: Any])
    #expect(answer["feasible"] as? Bool == false)
    let rules = try #require(answer["conflict"] as? [[String: Any]])
    #expect(Set(rules.compactMap { $0["code"] as? String }) == example.codes)
    #expect(rules.allSatisfy { $0["parameters"] is [String: Any] && $0["requirement"] is String })
    let reason = try #require(answer["reason"] as? String)
    #expect(outcome.errors == "passwright: error: \(reason)\n")
    if let nearest = answer["nearestLength"] as? Int {
      #expect(reason.contains("\(nearest) would do"))
    }
  }

  @Test(
    "of words alone say that adding characters would help",
    arguments: [
      "-w 3 --policy active-directory", "-w 3 --min-digits 1",
      "-w 2 --separator none --min-types 3",
      "-w 1 --min-symbols 2 --wordlist english-short",
    ])
  func wordsAlone(options: String) async throws {
    let arguments = options.split(separator: " ").map(String.init)
    let outcome = try await Command.run(["generate", "--no-characters"] + arguments)
    #expect(outcome.status == 3)
    #expect(
      outcome.errors.hasSuffix(
        "the recipe draws words alone; draw characters as well; leave out --no-characters\n"))
    // And so they do.
    let mixed = try await Command.run(["generate", "-n", "10"] + arguments)
    #expect(mixed.status == 0)
    #expect(try mixed.lines.count == 10)
  }

  @Test(
    "of any number of words alone are refused at once",
    arguments: ["--policy active-directory", "--min-digits 1", "--min-upper 2 --separator none"])
  func wordsToBits(options: String) async throws {
    let outcome = try await Command.run(
      ["generate", "--no-characters", "--min-entropy", "50"]
        + options.split(separator: " ").map(String.init))
    #expect(outcome.status == 3)
    #expect(outcome.errors.contains("the recipe draws"))
  }

  @Test("name the nearest length, although the bundled list is too long for an automaton")
  func nearestWithBundledList() async throws {
    let outcome = try await Command.run("generate", "-l", "12", "--policy", "nist-800-63b-4")
    #expect(outcome.status == 3)
    #expect(outcome.errors.contains("15 would do"))
  }

  @Test("of words alone do not when characters would not help either")
  func wordsAndLength() async throws {
    let outcome = try await Command.run(
      ["generate", "--no-characters", "-w", "3", "--policy", "-"],
      input: ##"{"length":{"max":4},"characters":{"digits":{"min":1}}}"##)
    #expect(outcome.status == 3)
    #expect(!outcome.errors.contains("characters as well"))
  }

  @Test("by themselves are reported with their paths, also in JSON")
  func contradiction() async throws {
    let outcome = try await Command.run(
      "policy", "feasible", "--format", "json", "--min-lower", "3", "--max-letters", "2")
    #expect(outcome.status == 3)
    #expect(
      outcome.errors == """
        passwright: error: --min-lower, --max-letters: no password can comply: 3 letters are \
        required and at most 2 are allowed

        """)
    let answer = try #require(
      JSONSerialization.jsonObject(with: outcome.output) as? [String: Any])
    #expect(answer["feasible"] as? Bool == false)
    #expect(answer["nearestLength"] is NSNull)
    #expect(
      answer["reason"] as? String
        == "--min-lower, --max-letters: no password can comply: 3 letters are required and at most 2 are allowed"
    )
    #expect(try Self.codes(of: answer) == ["characters.lower.few", "characters.letters.many"])
  }

  @Test(
    "by themselves name the rules that contradict each other, whoever states them",
    arguments: [
      (
        ["--min-digits", "4", "--max-digits", "3"], "",
        ["characters.digits.few", "characters.digits.many"]
      ),
      (["--min-types", "4", "--max-lower", "0"], "", ["characters.lower.many", "types.few"]),
      (
        ["--min-digits", "4", "--min-lower", "1", "--policy", "-"], #"{"length":{"max":4}}"#,
        ["length.long", "characters.lower.few", "characters.digits.few"]
      ),
      (
        ["--policy", "-"], #"{"allowed":"ab","sets":[{"characters":"cd","min":1}]}"#,
        ["sets.few", "characters.disallowed"]
      ),
    ])
  func contradictoryRules(options: [String], policy: String, codes: [String]) async throws {
    let outcome = try await Command.run(
      ["policy", "feasible", "--format", "json"] + options, input: policy)
    #expect(outcome.status == 3)
    let answer = try #require(
      JSONSerialization.jsonObject(with: outcome.output) as? [String: Any])
    #expect(Set(try Self.codes(of: answer)) == Set(codes))
  }

  private static func codes(of answer: [String: Any]) throws -> [String] {
    try #require(answer["conflict"] as? [[String: Any]]).compactMap { $0["code"] as? String }
  }
}

@Suite("Policies that a recipe can meet")
struct FeasibleTests {
  @Test("are reported by length, also from standard input")
  func lengths() async throws {
    let outcome = try await Command.run(
      "policy", "feasible", "--no-symbols", "--no-require-each", "--no-upper", "--no-lower",
      "--policy", "-", input: #"{"length":{"min":2,"max":4},"maxRepeatedRun":1}"#)
    #expect(outcome.status == 0)
    #expect(
      outcome.text == """
        2 characters: 90 passwords, 6.49 bits
        3 characters: 810 passwords, 9.66 bits
        4 characters: 7290 passwords, 12.83 bits

        """)
  }

  @Test(
    "are looked for at the lengths that all rules need, where none is named",
    arguments: [
      ("", #"{"badPasswords":{"patterns":["^.{0,50}$"]}}"#, 51),
      (
        "",
        #"{"strength":{"preferredLength":64,"weights":[100,0,0,0],"compliance":"Excellent","mandatory":true}}"#,
        64
      ),
      ("--no-require-each --max-run 1 --min-lower 40 -x bcdefghijklmnopqrstuvwxyz", "{}", 79),
      ("-w 3 --min-lower 60 --min-upper 20", "{}", nil),
    ] as [(String, String, Int?)])
  func window(options: String, policy: String, length: Int?) async throws {
    let outcome = try await Command.run(
      ["policy", "feasible", "--policy", "-"] + options.split(separator: " ").map(String.init),
      input: policy)
    #expect(outcome.status == 0, "\(outcome.errors)")
    if let length { #expect(outcome.text.hasPrefix("\(length) characters: ")) }
  }

  @Test("are looked for at other lengths without reading the word list again")
  func windowWithOwnWords() async throws {
    let folder = try TemporaryFolder()
    try folder.write(
      #"{"strength":{"preferredLength":64,"weights":[100,0,0,0],"compliance":"Excellent","mandatory":true}}"#,
      to: "policy.json")
    let outcome = try await Command.run(
      ["policy", "feasible", "-w", "1", "--wordlist", "-", "--policy", "policy.json"],
      input: "red\nblue\n", folder: folder.url)
    #expect(outcome.status == 0, "\(outcome.errors)")
  }

  @Test("are neither there nor missing where rules are not counted and no draw complies")
  func unknown() async throws {
    let outcome = try await Command.run(
      ["policy", "feasible", "--format", "json", "--no-characters", "-w", "6", "--policy", "-"],
      input: #"{"badPasswords":{"words":["-"],"match":"substring"}}"#)
    #expect(outcome.status == 2)
    let answer = try #require(
      JSONSerialization.jsonObject(with: outcome.output) as? [String: Any])
    #expect(answer["feasible"] is NSNull)
    #expect(answer["uncounted"] as? [String] == ["bad.word"])
  }

  @Test(
    "of eighteen characters and more of each class are drawn without a retry", arguments: [18, 20])
  func manyOfEach(count: Int) async throws {
    let outcome = try await Command.run(
      "generate", "-n", "20", "-l", "\(4 * count)", "--min-lower", "\(count)", "--min-upper",
      "\(count)", "--min-digits", "\(count)", "--min-symbols", "\(count)", "--compliance-retries",
      "0")
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(
      try outcome.lines.allSatisfy { line in line.count { $0.isNumber } == count })
  }

  @Test("are said not to be there where the counts take more than the longest password has")
  func tooLong() async throws {
    let outcome = try await Command.run(
      "policy", "feasible", "--min-lower", "4000", "--min-upper", "4000", "--format", "json")
    #expect(outcome.status == 3)
    #expect(outcome.errors.contains("at most 4,096"))
    #expect(!outcome.errors.contains("--length"))
    #expect(outcome.text.hasPrefix(#"{"feasible":false,"#))
  }

  @Test("as JSON contain the exact counts, and what is not counted")
  func json() async throws {
    let outcome = try await Command.run(
      "policy", "feasible", "-l", "30", "--no-require-each", "--min-digits", "30", "--policy", "-",
      "--format", "json", input: #"{"badPasswords":{"patterns":["(?-i:[\\pL\\pP])"]}}"#)
    #expect(outcome.status == 0)
    let answer = try #require(
      JSONSerialization.jsonObject(with: outcome.output) as? [String: Any])
    #expect(answer["feasible"] as? Bool == true)
    #expect(answer["uncounted"] as? [String] == ["bad.pattern"])
    let lengths = try #require(answer["lengths"] as? [[String: Any]])
    #expect(lengths.map { $0["length"] as? Int } == [30])
    #expect(lengths.map { $0["count"] as? String } == ["1" + String(repeating: "0", count: 30)])
    // The rule that is not counted leaves fewer.
    #expect(lengths.allSatisfy { $0["minEntropyBits"] is NSNull })
  }

  @Test("are examined up to the bits of --min-entropy, reading the policy once")
  func minEntropy() async throws {
    let outcome = try await Command.run(
      "policy", "feasible", "--no-symbols", "--no-upper", "--no-lower", "--min-entropy", "20",
      "--policy", "-", input: #"{"maxRepeatedRun":1}"#)
    #expect(outcome.status == 0)
    // 10 · 9⁶ is 22.3 bits, 10 · 9⁵ is 19.2.
    #expect(outcome.text == "7 characters: 5314410 passwords, 22.34 bits\n")
  }
}
