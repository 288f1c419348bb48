import Foundation
import Testing

@Suite("The rules of a website")
struct SiteRulesTests {
  private static func generate(_ rules: String, _ arguments: String...) async throws
    -> Command.Outcome
  {
    try await Command.run(
      ["generate", "-n", "500", "--compliance-retries", "0", "--rules", rules] + arguments)
  }

  @Test("apply to every password, and everything that they allow is drawn")
  func hold() async throws {
    let outcome = try await Self.generate(
      "minlength: 8; required: lower, upper; required: digit; allowed: [-_]; max-consecutive: 1")
    #expect(outcome.status == 0)
    #expect(outcome.errors == "")
    let lines = try outcome.lines
    #expect(lines.count == 500)
    let allowed = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_"
    #expect(
      lines.allSatisfy { line in
        line.count == 20 && line.allSatisfy(allowed.contains)
          && line.contains(where: \.isLetter) && line.contains(where: \.isNumber)
          && !zip(line, line.dropFirst()).contains { $0 == $1 }
      })
    #expect(Set(lines.joined()) == Set(allowed))
    // No class is required beyond the rules.
    #expect(lines.contains { !$0.contains("-") && !$0.contains("_") })
  }

  @Test(
    "give the length unless an option does",
    arguments: [
      ("maxlength: 8", nil, 8...8), ("minlength: 30", nil, 30...30),
      ("minlength: 8; maxlength: 40", nil, 20...20),
      ("minlength: 8; maxlength: 40", "10-12", 10...12),
    ] as [(String, String?, ClosedRange<Int>)])
  func length(rules: String, option: String?, lengths: ClosedRange<Int>) async throws {
    let outcome = try await Command.run(
      ["generate", "-n", "100", "--rules", rules] + (option.map { ["-l", $0] } ?? []))
    #expect(outcome.status == 0)
    #expect(try Set(outcome.lines.map(\.count)) == Set(lengths))
  }

  @Test("combine with other options, rules and policies")
  func together() async throws {
    let outcome = try await Self.generate(
      "required: lower, digit; allowed: [-!]", "--safe", "url", "--min-digits", "6", "--policy",
      "pci-dss-4", "--exclude", "abc", "--require-each")
    #expect(outcome.status == 0)
    #expect(
      try outcome.lines.allSatisfy { line in
        line.allSatisfy { "defghijklmnopqrstuvwxyz0123456789-".contains($0) }
          && line.count(where: \.isNumber) >= 6 && line.contains("-")
      })
    let noLetters = try await Self.generate("allowed: lower, digit, special", "--no-lower")
    #expect(try outcome.lines.count == 500)
    #expect(try noLetters.lines.allSatisfy { !$0.contains(where: \.isLetter) })
  }

  @Test("of Unicode are drawn from ASCII")
  func unicode() async throws {
    let outcome = try await Self.generate("required: upper; allowed: unicode")
    #expect(outcome.status == 0)
    #expect(
      try Set(outcome.lines.joined().unicodeScalars.map(\.value)) == Set(0x20...0x7E))
  }

  @Test("are reported by entropy too")
  func entropy() async throws {
    let outcome = try await Command.run(
      "entropy", "--rules", "minlength: 6; maxlength: 6; required: digit")
    #expect(outcome.status == 0)
    let figures = try #require(
      JSONSerialization.jsonObject(with: outcome.output) as? [String: Any])
    #expect(figures["count"] as? String == "1000000")
    #expect(figures["alphabetLength"] as? Int == 10)
  }

  @Test(
    "that cannot be met are status 3",
    arguments: [
      "minlength: 9; maxlength: 8", "maxlength: 2; required: lower; required: digit; required: [-]",
      "minlength: 4; required: [a]; max-consecutive: 2",
      "maxlength: 1; required: [ab]; required: [cd]",
    ])
  func impossible(rules: String) async throws {
    for command in ["generate", "entropy"] {
      let outcome = try await Command.run(command, "--rules", rules)
      #expect(outcome.status == 3)
      #expect(outcome.output.isEmpty)
      #expect(outcome.errors.hasPrefix("passwright: error: "))
    }
  }

  @Test("that are wrong are usage errors, all at once")
  func wrong() async throws {
    for command in ["generate", "entropy"] {
      let outcome = try await Command.run(
        command, "--rules", "minlength: x; required: [a-z]", "--max-run", "0")
      #expect(outcome.status == 64)
      #expect(outcome.output.isEmpty)
      for part in [
        "--rules: line 1, column 12: a whole number is expected",
        "--rules: line 1, column 27: a hyphen stands for itself",
        "--max-run 0 is out of range",
      ] {
        #expect(outcome.errors.contains(part))
      }
    }
  }

  @Test("that leave nothing to draw are named")
  func nothing() async throws {
    let outcome = try await Command.run(
      "generate", "--rules", "allowed: lower", "--exclude", "abcdefghijklmnopqrstuvwxyz")
    #expect(outcome.status == 3)
    #expect(outcome.errors.contains("--exclude, --rules)"))
  }

  @Test("with characters outside ASCII are drawn from the others")
  func beyondASCII() async throws {
    let outcome = try await Self.generate("minlength: 8; required: lower; allowed: [!§];")
    #expect(outcome.status == 0)
    #expect(
      try Set(outcome.lines.joined()) == Set("abcdefghijklmnopqrstuvwxyz!"))
    let nothing = try await Self.generate("required: [§]")
    #expect(nothing.status == 64)
    #expect(nothing.errors.contains("no character of the required set is printable ASCII"))
  }

  @Test("leave no space at an end, unless a pattern has one there")
  func blanks() async throws {
    for rules in [
      "minlength: 8; required: lower; required: special", "allowed: [ a]; maxlength: 3",
      "required: [ ]; allowed: lower",
    ] {
      let outcome = try await Self.generate(rules)
      #expect(outcome.status == 0)
      #expect(try outcome.lines.allSatisfy { !$0.hasPrefix(" ") && !$0.hasSuffix(" ") })
      #expect(try outcome.lines.contains { $0.contains(" ") })
    }
    let pattern = try await Command.run(
      "generate", "--rules", "allowed: lower, [ ]", "--pattern", " ll ")
    #expect(pattern.status == 0)
    #expect(pattern.text.hasPrefix(" ") && pattern.text.hasSuffix(" \n"))
    // There is no room for a space inside.
    let short = try await Command.run("generate", "--rules", "maxlength: 1; required: [ ]")
    #expect(short.text == " \n")
  }
}
