import ArgumentParserWithoutFoundation
import Passwright

/// `passwright explain`: prints the rules of a policy before there is a password.
struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "Print the rules of a policy as sentences.",
    discussion: """
      One sentence per line, suitable for display beside a field for a new password. The files of \
      words and regular expressions that the policy names are not read.

      Examples:
        passwright explain --policy active-directory
        passwright explain --policy corporate.json --format json
      """)

  /// How the rules are written.
  enum Format: String, CaseIterable, ExpressibleByArgument {
    case text, json
  }

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(PolicyReference.help, valueName: "file|preset"), completion: .file())
  var policy: PolicyReference

  @Option(
    help: ArgumentHelp(
      "Write text (one sentence per line) or json (an array of code, parameters, requirement).",
      valueName: "format"))
  var format: Format = .text

  func run() throws {
    let rules = try policy.read().explain()
    switch format {
    case .text: try StandardOutput.print(rules.map(\.requirement).joined(separator: "\n"))
    case .json:
      try StandardOutput.print(
        .jsonArray(rules.map { $0.json(sentence: "requirement", $0.requirement) }))
    }
  }
}
