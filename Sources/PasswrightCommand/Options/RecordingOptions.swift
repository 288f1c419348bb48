import ArgumentParserWithoutFoundation

/// The options that say where passwords are recorded.
struct RecordingOptions: ParsableArguments {
  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      """
      Record passwords in this history, created if it does not exist, and draw none that the \
      policy counts as reuse.
      """,
      valueName: "file"),
    completion: .file())
  var history: String?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "Use this key for the history, a file created by passwright history key.", valueName: "file"),
    completion: .file())
  var historyKey: String?

  @Option(
    parsing: .unconditionalSingleValue,
    help: ArgumentHelp(
      """
      Also accept a key that the history was written with before, to continue the history under a \
      new --history-key. Can be repeated.
      """,
      valueName: "file"),
    completion: .file())
  var previousHistoryKey: [String] = []

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      """
      Name the account. Under a policy, passwords contain no part of 3 or more characters of its \
      identifier.
      """, valueName: "id"))
  var account: String?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      """
      Generate one password for each account in this file of identifiers, one per line, or - for \
      standard input. Requires --output, and csv or ndjson. Names and e-mail addresses may follow \
      an identifier, separated by tabs: under a policy, the password contains no part of any of \
      them. After an interruption, the same command resumes where it stopped.
      """,
      valueName: "file"),
    completion: .file())
  var accounts: String?

  /// What is wrong with the options as such; `output` is what they depend on.
  func usageProblems(_ output: OutputOptions) -> [String] {
    var problems: [String] = []
    guard let history else {
      for (name, value) in [
        ("--history-key", historyKey), ("--previous-history-key", previousHistoryKey.first),
        ("--account", account), ("--accounts", accounts),
      ] where value != nil {
        problems.append("\(name) has no effect without --history; add --history FILE")
      }
      return problems
    }
    if history.isEmpty { problems.append("--history has an empty name; name a file") }
    if historyKey == nil {
      problems.append(
        """
        --history needs --history-key; make a key with: passwright history key FILE
        """)
    }
    switch (account, accounts) {
    case (nil, nil): problems.append("--history needs --account ID, or --accounts FILE")
    case (_?, _?): problems.append("--account and --accounts exclude each other; leave one out")
    case (_?, nil):
      if (output.threads ?? 1) > 1 {
        problems.append("--threads has no effect with --account; leave it out")
      }
    case (nil, _?): problems += accountsProblems(output)
    }
    return problems
  }

  private func accountsProblems(_ output: OutputOptions) -> [String] {
    var problems: [String] = []
    if OutputTarget.streamDescriptor(output.path ?? "-") != nil {
      problems.append(
        "--accounts needs --output FILE, from which an interrupted run resumes")
    }
    if output.format != .csv && output.format != .ndjson {
      problems.append("--accounts needs --format csv or --format ndjson")
    }
    if output.count != nil { problems.append("--accounts determines how many; leave out --count") }
    if output.force == true {
      problems.append("--accounts never replaces a file; leave out --force")
    }
    if (output.threads ?? 1) > 1 {
      problems.append("--threads has no effect with --accounts; leave it out")
    }
    return problems
  }
}
