import Foundation
import Testing
import _TestSupport

@Suite("Generating under a policy")
struct GeneratePolicyTests {
  private static let policy = """
    {"length":{"min":12},"characters":{"digits":{"min":2}},"maxRepeatedRun":1,"first":"letters"}
    """

  @Test("all passwords comply, with any number of threads", arguments: ["1", "4"])
  func comply(threads: String) async throws {
    let folder = try TemporaryFolder()
    try folder.write(Self.policy, to: "p.json")
    let outcome = try await Command.run(
      "generate", "--policy", "p.json", "-n", "3000", "-l", "12-14", "--threads", threads,
      "--compliance-retries", "1000",
      folder: folder.url)
    #expect(outcome.status == 0)
    #expect(outcome.errors == "")
    let lines = try outcome.lines
    #expect(lines.count == 3000)
    #expect(
      lines.allSatisfy { line in
        (12...14).contains(line.count) && line.filter(\.isNumber).count >= 2
          && line.first?.isLetter == true && !zip(line, line.dropFirst()).contains { $0 == $1 }
      })
  }

  @Test("a preset and standard input are policies too")
  func others() async throws {
    let preset = try await Command.run(
      "generate", "--policy", "pci-dss-4", "-n", "5", "--compliance-retries", "1000")
    #expect(preset.status == 0)
    #expect(try preset.lines.count == 5)
    let input = try await Command.run(
      ["generate", "--policy", "-", "-n", "5", "--compliance-retries", "1000"], input: Self.policy)
    #expect(input.status == 0)
    #expect(try input.lines.count == 5)
  }

  @Test("every format contains the entropy under the policy", arguments: ["json", "csv"])
  func formats(format: String) async throws {
    let plain = try await Command.run("generate", "-l", "4", "--format", format)
    let under = try await Command.run(
      [
        "generate", "--policy", "-", "-l", "4", "--format", format, "--compliance-retries", "1000",
      ], input: #"{"first":"digits"}"#)
    #expect(under.status == 0)
    func bits(_ outcome: Command.Outcome) throws -> Double {
      let numbers = outcome.text.matches(of: /[0-9]+\.[0-9]+/)
      return try #require(numbers.first.flatMap { Double($0.output) })
    }
    let lost = try bits(plain) - bits(under)
    #expect(lost > 1 && lost < 4)
  }

  @Test("-v reports the chance and when the retries are likely to run out")
  func verbose() async throws {
    let likely = try await Command.run(
      ["generate", "-v", "--policy", "-", "-l", "4"], input: #"{"length":{"min":4}}"#)
    #expect(likely.errors.contains("chance that a draw of the recipe complies: 1.0 (exact)\n"))
    #expect(likely.errors.contains("drawn by: rejection"))
    #expect(!likely.errors.contains("retries"))
    let unlikely = try await Command.run(
      ["generate", "-v", "--policy", "-", "--compliance-retries", "0"],
      input: #"{"characters":{"digits":{"min":9}}}"#)
    #expect(unlikely.status == 0)
    #expect(unlikely.errors.contains("(exact)"))
    #expect(unlikely.errors.contains("drawn by: an automaton"))
    #expect(!unlikely.errors.contains("retries"))
    let few = try await Command.run(
      ["generate", "-v", "--policy", "-", "--compliance-retries", "0"],
      input: #"{"badPasswords":{"patterns":["[\\pL\\pN\\pP\\pS]"]}}"#)
    #expect(few.status == 1)
    #expect(few.errors.contains("checked and retried: bad.pattern\n"))
    #expect(few.errors.contains("the retries are likely to run out"))
    let estimated = try await Command.run(
      ["generate", "-v", "--policy", "-"],
      input: #"{"badPasswords":{"patterns":["^\\pL"]},"reuse":{"last":3}}"#)
    #expect(estimated.errors.contains("(estimated: the share of 10,000 draws)"))
    #expect(estimated.errors.contains("reuse of the last 3 passwords: not checked"))
  }

  @Test("exhausted retries are status 1 with the counts by code", arguments: ["1", "2000"])
  func exhausted(count: String) async throws {
    let outcome = try await Command.run(
      ["generate", "--policy", "-", "-n", count, "--compliance-retries", "4", "--threads", "2"],
      input: #"{"badPasswords":{"patterns":["."]},"characters":{"digits":{"max":0}}}"#)
    // Digits are required by the recipe, so that the rules that can be counted leave nothing.
    #expect(outcome.status == 3)
    let counted = try await Command.run(
      ["generate", "--policy", "-", "-n", count, "--compliance-retries", "4", "--threads", "2"],
      input: #"{"badPasswords":{"patterns":["[\\pL\\pN\\pP\\pS]"]}}"#)
    #expect(counted.status == 1)
    #expect(counted.output.isEmpty)
    #expect(
      counted.errors == """
        passwright: error: no compliant password in 5 attempts: bad.pattern 5; bring the recipe \
        closer to the policy or allow more retries (--compliance-retries)

        """)
  }

  @Test(
    "when no password complies, nothing of a format is written either",
    arguments: ["json", "ndjson", "csv"], ["1", "2000"])
  func exhaustedFormats(format: String, count: String) async throws {
    let outcome = try await Command.run(
      [
        "generate", "--policy", "-", "-n", count, "--compliance-retries", "4", "--format", format,
      ],
      input: #"{"badPasswords":{"patterns":["[\\pL\\pN\\pP\\pS]"]}}"#)
    #expect(outcome.status == 1)
    #expect(outcome.output.isEmpty)
  }

  @Test("the retries of a query count")
  func query() async throws {
    let outcome = try await Command.run(
      [
        "generate", "--policy", "-", "--query",
        "IncludeAlphaSpecial=true&minLength=8&lowerCaseChars=true&ComplianceRetries=2",
      ], input: #"{"badPasswords":{"patterns":["\\pL"]}}"#)
    #expect(outcome.status == 1)
    #expect(outcome.errors.contains("in 3 attempts"))
  }

  @Test("a policy that cannot be met is status 3, with the rules in conflict")
  func impossible() async throws {
    let outcome = try await Command.run(
      ["generate", "--policy", "-", "-l", "8"],
      input: #"{"length":{"min":9},"characters":{"digits":{"min":1}}}"#)
    #expect(outcome.status == 3)
    #expect(outcome.output.isEmpty)
    #expect(
      outcome.errors == """
        passwright: error: no password of the recipe can comply: Use at least 9 characters. \
        (length.short); the recipe draws 8 characters, and 9 would do

        """)
  }

  @Test("everything that is wrong with a policy is reported, with the right status")
  func wrongPolicy() async throws {
    let missing = try await Command.run("generate", "--policy", "nowhere.json")
    #expect(missing.status == 2)
    #expect(missing.errors.contains("nowhere.json"))
    #expect(missing.errors.contains("name a file or one of nist-800-63b-4"))
    let wrong = try await Command.run(
      ["generate", "--policy", "-"], input: #"{"lenght":{},"first":"hex"}"#)
    #expect(wrong.status == 64)
    #expect(wrong.errorLines.count == 2)
    let contradiction = try await Command.run(
      ["generate", "--policy", "-"], input: #"{"length":{"min":9,"max":8}}"#)
    #expect(contradiction.status == 3)
  }

  @Test("options that would have no effect are refused, all at once")
  func usage() async throws {
    let outcome = try await Command.run(
      "generate", "--compliance-retries", "-1", "--context", "user=x", "--history-key", "k",
      "--account", "a")
    #expect(outcome.status == 64)
    for part in [
      "--compliance-retries -1 is out of range", "--compliance-retries has no effect",
      "--context has no effect", "--history-key has no effect", "--account has no effect",
    ] {
      #expect(outcome.errors.contains(part))
    }
  }
}
