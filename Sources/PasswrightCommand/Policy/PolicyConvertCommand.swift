// A conformance of the engine's types to the parser's protocol takes public imports of both.
public import ArgumentParserWithoutFoundation
public import Passwright
import Platform
import TextTools

extension PolicyFormat: ExpressibleByArgument {}

/// `passwright policy convert`: converts a policy to another format.
struct PolicyConvertCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "convert",
    abstract: "Convert a policy to another format, and report what is lost.",
    discussion: """
      The policy goes to standard output. What one format says and the other cannot goes to \
      standard error, one loss per line: where it is, whether the rule is dropped, weakened or \
      strengthened, and why.

      Formats: passwright (this command's own), apple (password rules of sites), sailpoint and \
      entrust (JSON of their APIs), vault-hcl, libpwquality (pwquality.conf), and passwordstate (a \
      query of Passwordstate, which says what to draw).

      Exit status: 0 done; 1 with --strict, something is lost; 3 no password can comply.

      Examples:
        passwright policy convert --from sailpoint --to apple policy.json
        passwright policy convert --from apple --to vault-hcl --strict <rules.txt
      """)

  @Option(help: ArgumentHelp("Read this format.", valueName: "format"))
  var from: PolicyFormat

  @Option(help: ArgumentHelp("Write this format.", valueName: "format"))
  var to: PolicyFormat

  @Flag(
    inversion: .prefixedNo, exclusivity: .chooseLast,
    help: "Whether to exit with status 1 if anything is lost. (default: --no-strict)")
  var strict: Bool?

  @Argument(
    help: ArgumentHelp(
      "Convert this file, - for standard input, or with --from passwright a preset. (default: -)",
      valueName: "file"),
    completion: .file())
  var policy: PolicyReference?

  func run() throws {
    let source = PolicyText(reference: policy ?? PolicyReference(argument: "-"), format: from)
    let (policy, unread) = try source.read()
    let (text, unsaid) = to.write(policy)
    try StandardOutput.printAnswer(text, terminator: "")
    for loss in unread.losses { StandardError.print("from \(from.rawValue): \(loss)") }
    for loss in unsaid.losses { StandardError.print("to \(to.rawValue): \(loss)") }
    if strict == true && !(unread.isEmpty && unsaid.isEmpty) {
      throw CommandFailure.notCompliant([])
    }
  }
}

/// A policy in some format, by the name of its file.
private struct PolicyText {
  let reference: PolicyReference
  let format: PolicyFormat

  /// Reads the policy.
  ///
  /// - Throws: ``CommandFailure`` with every problem: status 2 for a file that cannot be read, 64 for
  ///   what is wrongly written, 3 for rules that contradict each other.
  func read() throws(CommandFailure) -> (policy: Policy, losses: LossReport) {
    guard format != .passwright else { return (try reference.read(), LossReport()) }
    let bytes = try bytes()
    let policy: Policy
    let losses: LossReport
    do {
      (policy, losses) = try format.read(bytes)
    } catch {
      throw .usage(error.problems.map(describe))
    }
    let problems = policy.contradictions
    guard problems.isEmpty else {
      throw .policy(PolicyError(problems: problems), lines: problems.map(describe))
    }
    return (policy, losses)
  }

  private func describe(_ problem: some CustomStringConvertible) -> String {
    "policy \(reference.shownName): \(problem)"
  }

  private func bytes() throws(CommandFailure) -> [UInt8] {
    do {
      return try reference.source.read(limit: format.maximumBytes)
    } catch {
      let hint =
        error.isTooLarge ? "; at most \(format.maximumBytes.grouped) bytes are read" : ""
      throw .operational(["cannot read \(reference.shownName): \(error.reason)\(hint)"])
    }
  }
}
