import ArgumentParserWithoutFoundation
import Passwright

/// `passwright policy lint`: reports where a policy contradicts the standards.
struct PolicyLintCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "lint",
    abstract: "Report what standards advise against in a policy, and what has no effect.",
    discussion: """
      The standards are NIST SP 800-63B-4 and OWASP ASVS 5.0. One warning per line: where in the \
      policy, what is wrong and what to do, and the code. The files of words and regular \
      expressions that the policy names are read, and their errors are reported. Warnings also \
      name regular expressions for other engines that mean something else here, regular \
      expressions that match every password, and lines of word files that look like digests or are \
      not UTF-8.

      ASVS asks for the 3,000 most common passwords: the bundled list, made from first principles, \
      does not contain them, and your own list is reported if it is shorter than that.

      Exit status: 0 no warnings; 1 warnings; 3 the rules contradict each other. Not every \
      contradiction is found here; policy feasible proves whether a recipe can meet the rules.
      """)

  /// How warnings are written.
  enum Format: String, CaseIterable, ExpressibleByArgument {
    case text, json
  }

  @Argument(
    help: ArgumentHelp(PolicyReference.help, valueName: "file|preset"), completion: .file())
  var policy: PolicyReference

  @Option(
    help: ArgumentHelp(
      "Write text (one warning per line) or json (an array of code, path, message).",
      valueName: "format"))
  var format: Format = .text

  func run() throws {
    let warnings = try policy.compile().lint()
    switch format {
    case .text where warnings.isEmpty: break
    case .text: try StandardOutput.printAnswer(warnings.map(\.description).joined(separator: "\n"))
    case .json: try StandardOutput.printAnswer(.jsonArray(warnings.map(\.json)))
    }
    if !warnings.isEmpty { throw CommandFailure.notCompliant([]) }
  }
}

extension LintWarning {
  /// The warning as a JSON object on one line.
  fileprivate var json: String {
    "{\"code\":\(code.rawValue.json),\"path\":\(path.json),\"message\":\(message.json)}"
  }
}
