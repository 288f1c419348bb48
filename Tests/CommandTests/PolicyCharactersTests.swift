import Foundation
import Testing

@Suite("What a policy allows")
struct PolicyCharactersTests {
  static let allowed = #"""
    {"length": {"min": 12, "max": 12}, "allowed": "?abcdef~", "characters": {"symbols": {"min": 1}}}
    """#

  static func generate(_ policy: String, _ arguments: String...) async throws -> Command.Outcome {
    try await Command.run(
      ["generate", "-n", "300", "--policy", "-"] + arguments, input: policy)
  }

  @Test("is drawn when no option names a class, at its length unless an option gives another")
  func drawn() async throws {
    for (arguments, length) in [([], 12), (["-l", "12"], 12), (["-x", "f"], 12)]
      as [([String], Int)]
    {
      let outcome = try await Command.run(
        ["generate", "-n", "300", "--policy", "-"] + arguments, input: Self.allowed)
      #expect(outcome.status == 0, "\(outcome.errors)")
      let lines = try outcome.lines
      #expect(lines.allSatisfy { $0.count == length })
      #expect(Set(lines.joined()) == Set(arguments.contains("-x") ? "?abcde~" : "?abcdef~"))
      #expect(lines.allSatisfy { $0.contains("?") || $0.contains("~") })
    }
  }

  @Test(
    "is drawn without the space, unless nothing else is allowed or a rule requires it",
    arguments: [
      (#"{"allowed": "ab c"}"#, "abc"), (#"{"allowed": " "}"#, " "),
      (#"{"allowed": "ab c", "sets": [{"characters": " ", "min": 1}]}"#, "ab c"),
      (#"{"allowed": "ab c", "characters": {"symbols": {"min": 1}}}"#, "ab c"),
    ])
  func space(policy: String, drawn: String) async throws {
    let outcome = try await Self.generate(policy)
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(try Set(outcome.lines.joined()) == Set(drawn))
  }

  @Test("from Vault is drawn after it is converted")
  func vault() async throws {
    let hcl = """
      length = 12
      rule "charset" {
       charset = "abcdef"
      }
      rule "charset" {
       charset = "~?"
       min-chars = 1
      }
      """
    let policy = try await Command.run(
      ["policy", "convert", "--from", "vault-hcl", "--to", "passwright"], input: hcl)
    #expect(policy.status == 0)
    let outcome = try await Self.generate(policy.text, "-l", "12")
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(try Set(outcome.lines.joined()) == Set("?abcdef~"))
  }

  @Test("includes symbols that a policy requires and the usual recipe lacks")
  func symbols() async throws {
    for policy in [
      #"{"characters": {"symbols": {"set": "~?", "min": 1}}}"#,
      #"{"sets": [{"characters": "~?", "min": 1}]}"#,
    ] {
      let outcome = try await Self.generate(policy)
      #expect(outcome.status == 0, "\(outcome.errors)")
      #expect(
        try outcome.lines.allSatisfy { line in
          line.count == 20 && line.contains { "~?".contains($0) }
            && line.contains(where: \.isNumber)
        })
    }
    let usual = try await Self.generate(
      ##"{"characters": {"symbols": {"set": "#?", "min": 1}}}"##)
    #expect(try !usual.lines.joined().contains("?"))
  }

  @Test("is counted by entropy and feasible too")
  func counted() async throws {
    let policy = #"{"length": {"min": 3, "max": 3}, "allowed": "ab"}"#
    let entropy = try await Command.run(["entropy", "--policy", "-"], input: policy)
    #expect(entropy.text.contains(#""count":"8""#))
    let feasible = try await Command.run(["policy", "feasible", "--policy", "-"], input: policy)
    #expect(feasible.text == "3 characters: 8 passwords, 3.0 bits\n")
  }

  @Test("is named with the option that draws it when options draw something else")
  func advice() async throws {
    let outcome = try await Self.generate(Self.allowed, "--lower", "--no-upper", "--no-digits")
    #expect(outcome.status == 3)
    #expect(
      outcome.errors.contains(
        "the policy's ?~ are not among the recipe's symbols: --symbol-set '?~'"))
    let advised = try await Self.generate(
      Self.allowed, "-l", "12", "--no-upper", "--no-digits", "--symbol-set", "?~")
    #expect(advised.status == 0, "\(advised.errors)")
  }

  @Test("and is never drawn is reported by -v")
  func undrawn() async throws {
    let outcome = try await Self.generate(
      ##"{"allowed": "abcdefghij0123456789#$@é"}"##, "--symbols", "--no-upper", "-v")
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(outcome.errors.contains("named by the policy but never drawn: @é\n"))
    let all = try await Self.generate(#"{"allowed": "abc@"}"#, "-v")
    #expect(!all.errors.contains("never drawn"))
  }
}
