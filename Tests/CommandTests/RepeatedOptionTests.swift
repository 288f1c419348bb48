import Foundation
import PasswrightCommand
import Testing
import _TestSupport

@Suite("Repeated options")
struct RepeatedOptionTests {
  // MARK: All options of all commands

  /// What `--experimental-dump-help` says of a command.
  private struct ToolInfo: Decodable {
    let command: CommandInfo
  }

  private struct CommandInfo: Decodable {
    let arguments: [ArgumentInfo]?
    let subcommands: [CommandInfo]?

    /// Of this command and all below it.
    var allArguments: [ArgumentInfo] {
      (arguments ?? []) + (subcommands ?? []).flatMap(\.allArguments)
    }
  }

  private struct ArgumentInfo: Decodable {
    struct Name: Decodable {
      let kind: String
      let name: String
    }

    let kind: String
    let isRepeating: Bool
    let names: [Name]?

    /// As they are written on a command line.
    var spellings: Set<String> {
      Set((names ?? []).map { ($0.kind == "short" ? "-" : "--") + $0.name })
    }
  }

  private func options() async throws -> [ArgumentInfo] {
    let outcome = try await Command.run("--experimental-dump-help")
    return try JSONDecoder().decode(ToolInfo.self, from: outcome.output).command.allArguments
      .filter { $0.kind == "option" }
  }

  @Test("are known by all their names, and marked as single or repeatable")
  func complete() async throws {
    let options = try await options()
    let known = (RepeatedOptions.single + RepeatedOptions.repeatable.map { [$0] }).map(Set.init)
    #expect(Set(options.map(\.spellings)) == Set(known))
    #expect(Set(known).count == known.count)
    let repeatable = Set(options.filter(\.isRepeating).flatMap(\.spellings))
    #expect(repeatable == Set(RepeatedOptions.repeatable))
  }

  // MARK: Command lines

  @Test(
    "are found however they are written",
    arguments: [
      ("--policy a --policy b", "--policy is given more than once; keep one"),
      ("--policy=a --policy b", "--policy is given more than once; keep one"),
      ("-n 1 -n 2", "-n is given more than once; keep one"),
      ("-n1 -n2", "-n is given more than once; keep one"),
      ("-vn 1 -n=2", "-n is given more than once; keep one"),
      (
        "-n 1 --count 2 --qty 3",
        "-n, --count, --qty are the same option, given more than once; keep one"
      ),
      ("-x a -x a", "-x is given more than once; keep one"),
    ])
  func found(arguments: String, problem: String) {
    let arguments = ["generate"] + arguments.split(separator: " ").map(String.init)
    #expect(RepeatedOptions.problems(in: arguments) == [problem])
  }

  @Test("are all named")
  func all() {
    let problems = RepeatedOptions.problems(in: ["-l", "1", "-w", "2", "-l", "3", "-w", "4"])
    #expect(problems.count == 2)
  }

  @Test(
    "are not seen in values, in flags, after -- and in options that add up",
    arguments: [
      ["-x", "-x", "-n", "5"], ["--exclude", "--exclude"],
      ["--symbol-set=--policy", "--policy", "a"],
      ["--safe", "url", "--safe", "shell", "--rules", "a", "--rules", "b"],
      ["--context", "user=a", "--context", "name=b"], ["--lower", "--no-lower", "-q", "-q"],
      ["--policy", "a", "--", "--policy", "b"], ["-", "-"], ["-npolicy", "--policy", "a"],
    ])
  func notFound(arguments: [String]) {
    #expect(RepeatedOptions.problems(in: arguments) == [])
  }

  @Test(
    "are an error of the command line for every command",
    arguments: [
      "generate --policy nist-800-63b-4 --policy active-directory", "generate -x a -x b",
      "generate -l 8 --length 9", "generate -o a -o b", "generate --format csv --format text",
      "check --policy nist-800-63b-4 --policy active-directory",
      "check --policy pci-dss-4 --input a --input b",
      "entropy --min-digits 1 --min-digits 2", "explain --policy pci-dss-4 --policy pci-dss-4",
      "policy feasible --max-run 1 --max-run 2",
      "policy lint pci-dss-4 --format json --format text",
      "policy convert --from apple --from apple --to apple",
      "history check --history a --history b --account a --last 1",
      "history check --history a --account a --account b --last 1",
      "history add --history a --history-key a --history-key b --account b",
      "history list --history a --history b", "history prune --history a --keep 1 --keep 2",
      "generate --history a --history b --history-key k --account a",
      "generate --history a --history-key k --account a --account b",
    ])
  func refused(arguments: String) async throws {
    let folder = try TemporaryFolder()
    let outcome = try await Command.run(
      arguments.split(separator: " ").map(String.init), folder: folder.url)
    #expect(outcome.status == 64)
    #expect(outcome.text == "")
    #expect(outcome.errorLines.count == 1)
    #expect(outcome.errors.contains("given more than once; keep one"))
    #expect(try folder.names == [])
  }
}
