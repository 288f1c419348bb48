import ArgumentParserWithoutFoundation
import Passwright
import Platform
import TextTools

/// `passwright check`: checks passwords against a policy.
struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Check passwords against a policy.",
    discussion: """
      Passwords are read from standard input or a file, one per line, never from the command line. \
      A line ends at a line feed or CRLF; a byte order mark at the start is ignored. UTF-16 is \
      refused. An empty line is an empty password. Each password has one record on standard \
      output, in order: its line number, whether it complies, the rules that it breaks, and the \
      score and level of its strength; never the password itself. The score is rounded to \
      hundredths, but not up to a level that it has not reached. A password of more than 16,384 \
      bytes breaks length.bytes and is not checked any further. The totals, and how often each \
      rule was broken, go to standard error.

      Reuse of earlier passwords is not checked. Exit status 1 means that a password does not \
      comply. When the reader of the records goes away, the check continues without them until the \
      status is known.

      Examples:
        passwright check --policy nist-800-63b-4 --input passwords.txt
        passwright check --policy corporate.json --context user=jdoe --format ndjson
        find . -name '*.pw' -print0 | xargs -0 cat | passwright check -0 --policy pci-dss-4 -q
      """)

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(PolicyReference.help, valueName: "file|preset"),
    completion: .file())
  var policy: PolicyReference

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "Read passwords from this file; - is standard input. (default: -)",
      valueName: "file"),
    completion: .file())
  var input: String?

  @Flag(
    name: [.customShort("0"), .customLong("null")], inversion: .prefixedNo,
    exclusivity: .chooseLast,
    help: "Whether to end each password at a NUL byte and nowhere else. (default: --no-null)")
  var null: Bool?

  @Option(
    parsing: .unconditionalSingleValue,
    help: ArgumentHelp(
      """
      Name the owner of the passwords: user=, name= (full name) or email=, each at most once. A \
      password that contains a part of 3 or more characters does not comply.
      """,
      valueName: "key=value"),
    transform: ContextEntry.init)
  var context: [ContextEntry] = []

  @Option(
    help: ArgumentHelp(
      """
      Write text (for people), ndjson (one object per line) or csv (a header and one record per \
      line, whose last column has the violations as in ndjson).
      """,
      valueName: "format"))
  var format: CheckFormat = .text

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "Check on this many threads, 1 to 256. (default: one per processor)", valueName: "n"))
  var threads: Int?

  @Flag(
    name: .shortAndLong, inversion: .prefixedNo, exclusivity: .chooseLast,
    help:
      "Whether to print no records or totals; the exit status is the answer. (default: --no-quiet)")
  var quiet: Bool?

  private var source: InputSource { InputSource(input ?? "-") }

  func validate() throws {
    var problems = ThreadCount.usageProblems(threads) + ContextEntry.usageProblems(context)
    if policy.isStandardInput && source.isStandardInput {
      problems.append(
        "the policy and the passwords both come from standard input; name a file for one of them")
    }
    if input?.isEmpty == true {
      problems.append("--input has an empty name; name a file, or - for standard input")
    }
    try UsageProblems.check(problems)
  }

  func run() throws {
    let isQuiet = quiet == true
    let run = try CheckRun(
      policy: try policy.compile(), context: PolicyContext(context), input: try openInput(),
      format: isQuiet ? nil : format)
    let tally = try run.run(threads: threads ?? ThreadCount.forAllProcessors)
    if !isQuiet && run.isRead { StandardError.print(tally.lines.joined(separator: "\n")) }
    if tally.failed > 0 { throw CommandFailure.notCompliant([]) }
  }

  /// Opens the input; the end of the process closes it.
  private func openInput() throws(CommandFailure) -> CheckRun.Input {
    do {
      return CheckRun.Input(
        descriptor: source.isStandardInput
          ? Platform.standardInput : try Platform.openInput(source.name),
        name: source.shownName, isNullTerminated: null == true)
    } catch {
      throw .operational([
        "cannot read \(source.shownName): \(error.reason); name a file that you may read"
      ])
    }
  }
}
