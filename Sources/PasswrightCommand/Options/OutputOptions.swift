import ArgumentParserWithoutFoundation
import TextTools

/// How passwords are written.
enum OutputFormat: String, CaseIterable, ExpressibleByArgument {
  case text, json, ndjson, csv
}

/// The options that say how many passwords to write, where and how.
struct OutputOptions: ParsableArguments {
  /// Counts above this are worth more than one thread.
  private static let parallelCount = 10_000

  @Option(
    name: [.customShort("n", allowingJoined: true), .long, .customLong("qty")],
    parsing: .unconditional,
    help: ArgumentHelp("Generate this many passwords. (default: 1; Qty)", valueName: "n"))
  var count: Int?

  @Option(
    help: ArgumentHelp(
      """
      Write text (one password per line), json (one document), ndjson (one object per line) or csv \
      (a header and one record per line). All except text include entropyBits, minEntropyBits and \
      isExact.
      """,
      valueName: "format"))
  var format: OutputFormat = .text

  @Option(
    name: [.customShort("o", allowingJoined: true), .customLong("output")], parsing: .unconditional,
    help: ArgumentHelp(
      """
      Write to a new file that only you can read (mode 0600) and that appears when it is complete; \
      a device, a named pipe or an open stream (/dev/stdout, /dev/fd/3) is written to directly; - \
      is standard output.
      """,
      valueName: "file"),
    completion: .file())
  var path: String?

  @Flag(
    inversion: .prefixedNo, exclusivity: .chooseLast,
    help: "Whether to replace the output file if it exists. (default: --no-force)")
  var force: Bool?

  @Flag(
    inversion: .prefixedNo, exclusivity: .chooseLast,
    help: """
      Whether to end the password with a line feed; --no-newline is for one password as text. \
      (default: --newline)
      """)
  var newline: Bool?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      """
      Draw on this many threads, 1 to 256. (default: 1, or one per processor above 10,000 \
      passwords)
      """,
      valueName: "n"))
  var threads: Int?

  @Flag(
    name: .shortAndLong, inversion: .prefixedNo, exclusivity: .chooseLast,
    help: "Whether to print the recipe and its entropy on standard error. (default: --no-verbose)")
  var verbose: Bool?

  /// The options given that a query also sets.
  var givenForQuery: [String] { GivenOptions.names([.option("count", count)]) }

  /// Whether a line feed ends the last password too.
  var endsInNewline: Bool { newline ?? true }

  /// What is wrong with leaving out the line feed of this many passwords, which would run together,
  /// or of one in a format whose records have their own ends.
  func newlineProblems(count: Int) -> [String] {
    guard !endsInNewline else { return [] }
    if format != .text {
      return ["--no-newline works only with --format text; leave out either"]
    }
    return count == 1
      ? []
      : [
        "--no-newline is for one password, and \(count.grouped) are asked for; leave out either"
      ]
  }

  /// The number of threads for this many passwords.
  func threads(for count: Int) -> Int {
    threads ?? (count > Self.parallelCount ? ThreadCount.forAllProcessors : 1)
  }

  /// Values out of range, and options that would be ignored silently.
  var usageProblems: [String] {
    var problems: [String] = []
    if let count, count < 0 {
      problems.append("--count \(count) is negative; use 0 or more")
    }
    problems += ThreadCount.usageProblems(threads) + newlineProblems(count: count ?? 1)
    if path?.isEmpty == true {
      problems.append("--output has an empty name; name a file, or - for standard output")
    }
    if force == true && path == nil {
      problems.append("--force has no effect without --output; add --output FILE")
    }
    if force == true, let path, OutputTarget.streamDescriptor(path) != nil {
      problems.append(
        "--force has no effect with --output \(path.printable), which is never replaced; leave out --force"
      )
    }
    return problems
  }
}
