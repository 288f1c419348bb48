import Foundation
import Testing

@Suite("Rule options")
struct RuleOptionTests {
  /// Options, and what every password of theirs is like.
  struct Example: Sendable, CustomTestStringConvertible {
    let arguments: [String]
    let holds: @Sendable (Substring) -> Bool
    var testDescription: String { arguments.joined(separator: " ") }

    init(_ arguments: String..., holds: @escaping @Sendable (Substring) -> Bool) {
      self.arguments = arguments
      self.holds = holds
    }
  }

  private static let letters = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
  private static let digits = "0123456789"

  private static func isSequence(_ text: Substring) -> Bool {
    let runs = [
      "abcdefghijklmnopqrstuvwxyz", "0123456789", "1234567890", "qwertyuiop", "asdfghjkl",
      "zxcvbnm",
    ]
    return (runs + runs.map { String($0.reversed()) }).contains {
      $0.contains(text.lowercased())
    }
  }

  private static func windows(_ line: Substring, _ count: Int) -> [Substring] {
    line.indices.dropLast(count - 1).map { line[$0...].prefix(count) }
  }

  static let examples: [Example] = [
    Example("--min-lower", "6") { $0.count(where: \.isLowercase) >= 6 },
    Example("--max-lower", "8") { $0.count(where: \.isLowercase) <= 8 },
    Example("--min-upper", "6") { $0.count(where: \.isUppercase) >= 6 },
    Example("--max-upper", "8") { $0.count(where: \.isUppercase) <= 8 },
    Example("--min-digits", "2") { $0.count(where: \.isNumber) >= 2 },
    Example("--max-digits", "3") { $0.count(where: \.isNumber) <= 3 },
    Example("--min-symbols", "3") { $0.count { !$0.isLetter && !$0.isNumber } >= 3 },
    Example("--max-symbols", "3", "--brackets") {
      $0.count { !$0.isLetter && !$0.isNumber } <= 3
    },
    Example("--min-letters", "13") { $0.count(where: \.isLetter) >= 13 },
    Example("--max-letters", "15") { $0.count(where: \.isLetter) <= 15 },
    Example("--min-types", "3", "--no-require-each", "-l", "6") { line in
      let isOther = { (character: Character) in !character.isLetter && !character.isNumber }
      let kinds = [
        line.contains(where: \.isLowercase), line.contains(where: \.isUppercase),
        line.contains(where: \.isNumber), line.contains(where: isOther),
      ]
      return kinds.count { $0 } >= 3
    },
    Example("--max-run", "1", "--no-upper", "--no-symbols") { line in
      !windows(line, 2).contains { $0.first == $0.last }
    },
    Example("--max-sequence", "3", "--no-upper", "--no-symbols") { line in
      !windows(line, 4).contains(where: isSequence)
    },
    Example("--no-sequences", "--no-upper", "--no-symbols") { line in
      !windows(line, 3).contains(where: isSequence)
    },
    Example("--no-sequences", "--max-sequence", "9", "--no-upper") { line in
      !windows(line, 3).contains(where: isSequence)
    },
    Example("--first", "letters") { $0.first?.isLetter == true },
    Example("--last", "lower") { $0.last?.isLowercase == true },
    Example("--safe", "typeable") {
      $0.allSatisfy { letters.contains($0) && !"amqwyzAMQWYZ".contains($0) }
    },
    Example("--safe", "url", "--symbol-set", "-.:@~") { line in
      line.allSatisfy { (letters + digits + "-.~").contains($0) } && line.first != "."
    },
    Example("--safe", "shell", "--safe", "csv", "--symbol-set", "-@%,$_", "-l", "4") { line in
      line.allSatisfy { (letters + digits + "-@%_").contains($0) }
        && !"-@%".contains(line.first ?? "-")
    },
  ]

  @Test("apply to every password", arguments: examples)
  func hold(example: Example) async throws {
    let outcome = try await Command.run(
      ["generate", "-n", "2000", "--compliance-retries", "400"] + example.arguments)
    #expect(outcome.status == 0)
    #expect(outcome.errors == "")
    let lines = try outcome.lines
    #expect(lines.count == 2000)
    #expect(lines.allSatisfy(example.holds))
  }

  @Test("are added to a policy, and the stricter bound applies")
  func added() async throws {
    let policy = """
      {"length":{"min":12},"characters":{"digits":{"min":2,"max":9}, "symbols":{"set":"!#","min":1}},
       "minCharacterTypes":2,"first":"letters","maxRepeatedRun":2}
      """
    let outcome = try await Command.run(
      [
        "generate", "--policy", "-", "-n", "500", "--compliance-retries", "1000", "-l", "12-13",
        "--min-digits", "1", "--max-digits", "4", "--first", "upper", "--min-symbols", "1",
        "--max-run", "3",
      ], input: policy)
    #expect(outcome.status == 0)
    #expect(
      try outcome.lines.allSatisfy { line in
        (2...4).contains(line.count(where: \.isNumber)) && line.first?.isUppercase == true
          && line.contains { "!#".contains($0) }
          && !Self.windows(line, 3).contains { Set($0).count == 1 }
      })
  }

  @Test("are reported by -v, by name")
  func verbose() async throws {
    let alone = try await Command.run("generate", "-v", "--min-digits", "1", "--safe", "dsn")
    #expect(alone.errors.contains("policy: rule options\n"))
    #expect(alone.errors.contains("alphabet: 64 characters: -0123456789ABC"))
    let both = try await Command.run(
      "generate", "-v", "--policy", "pci-dss-4", "--safe", "typeable")
    #expect(both.status == 3)
    let added = try await Command.run("generate", "-v", "--policy", "pci-dss-4", "--max-run", "2")
    #expect(added.errors.contains("policy: pci-dss-4 and rule options\n"))
  }

  @Test("that contradict each other are status 3, in terms of the options")
  func contradictions() async throws {
    let bounds = try await Command.run("generate", "--min-digits", "5", "--max-digits", "3")
    #expect(bounds.status == 3)
    #expect(
      bounds.errors == """
        passwright: error: --min-digits, --max-digits: the minimum 5 is above the maximum 3; change one

        """)
    let ends = try await Command.run("entropy", "--first", "digits", "--safe", "yaml")
    #expect(ends.status == 3)
    #expect(
      ends.errors == """
        passwright: error: --first, --safe: no password can comply: none of these characters is a \
        digit

        """)
    let policy = try await Command.run(
      ["generate", "--policy", "-", "--max-digits", "1"],
      input: #"{"characters":{"digits":{"min":2}}}"#)
    #expect(policy.status == 3)
    #expect(
      policy.errors.hasPrefix(
        "passwright: error: policy standard input with the rule options: $.characters.digits: "))
  }

  @Test("that differ from the policy are a usage error", arguments: ["first", "last"])
  func differing(end: String) async throws {
    for command in ["generate", "entropy"] {
      let outcome = try await Command.run(
        [command, "--policy", "-", "--\(end)", "lower"], input: "{\"\(end)\":\"digits\"}")
      #expect(outcome.status == 64)
      #expect(
        outcome.errors == """
          passwright: error: policy standard input with the rule options: $.\(end): no single policy \
          can say both: one policy asks for a digit, the other for a lowercase letter

          """)
    }
  }

  @Test("out of range or unknown are usage errors, all at once")
  func usage() async throws {
    let outcome = try await Command.run(
      "generate", "--min-lower", "-1", "--max-letters", "4097", "--min-types", "5", "--max-run",
      "0", "--max-sequence", "0")
    #expect(outcome.status == 64)
    for part in [
      "--min-lower -1 is out of range; use 0 to 4,096", "--max-letters 4097 is out of range",
      "--min-types 5 is out of range; use 0 to 4\n", "--max-run 0 is out of range; use 1 to 4,096",
      "--max-sequence 0 is out of range",
    ] {
      #expect(outcome.errors.contains(part))
    }
    for arguments in [["--safe", "html"], ["--first", "hex"]] {
      #expect(try await Command.run(["generate"] + arguments).status == 64)
    }
    let entropy = try await Command.run("entropy", "--max-run", "0")
    #expect(entropy.status == 64)
  }

  @Test("that leave nothing to draw are named")
  func nothingSafe() async throws {
    let outcome = try await Command.run(
      "generate", "--safe", "typeable", "--no-lower", "--no-upper")
    #expect(outcome.status == 3)
    #expect(outcome.errors.contains("--exclude, --safe)"))
    let pattern = try await Command.run("entropy", "--safe", "typeable", "--pattern", "un")
    #expect(pattern.status == 3)
    #expect(pattern.errors.contains("(--pattern, --exclude, --safe)"))
  }

  @Test("also narrow a query")
  func query() async throws {
    let outcome = try await Command.run(
      "generate", "--safe", "dsn", "--query",
      "IncludeAlphaSpecial=true&minLength=12&specialChars=true&numericChars=true&Qty=300")
    #expect(outcome.status == 0)
    let allowed = Self.digits + "-_"
    #expect(try outcome.lines.allSatisfy { $0.allSatisfy { allowed.contains($0) } })
  }

  @Test("limit the entropy, and so does a policy")
  func entropy() async throws {
    func object(_ arguments: [String], input: String = "") async throws -> [String: Any] {
      let outcome = try await Command.run(["entropy"] + arguments, input: input)
      #expect(outcome.status == 0)
      return try #require(
        JSONSerialization.jsonObject(with: outcome.output) as? [String: Any])
    }
    let pin = ["--pattern", "nnnn"]
    let plain = try await object(pin)
    let plainBits = try #require(plain["minEntropyBits"] as? Double)
    let under = try await object(pin + ["--policy", "-"], input: #"{"maxRepeatedRun":1}"#)
    let bits = try #require(under["minEntropyBits"] as? Double)
    // 10 · 9 · 9 · 9 PINs.
    #expect(abs(bits - 12.831703) < 1e-5)
    #expect(bits < plainBits)
    let option = try await object(pin + ["--max-run", "1"])
    #expect(option["minEntropyBits"] as? Double == bits)
    let safe = try await object(["--safe", "typeable", "-l", "5", "--no-require-each"])
    #expect(safe["alphabetLength"] as? Int == 40)
    #expect(safe["count"] as? String == "102400000")
    let text = try await Command.run(
      "entropy", "--format", "text", "--pattern", "nnnn", "--max-run", "1")
    #expect(text.text.hasPrefix("entropy: "))
    #expect(text.text.contains("12.83 bits"))
  }
}
