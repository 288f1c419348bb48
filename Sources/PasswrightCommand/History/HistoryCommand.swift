import ArgumentParserWithoutFoundation

/// `passwright history`: what accounts have had before, without the passwords.
struct HistoryCommand: CommandGroup {
  static let configuration = CommandConfiguration(
    commandName: "history",
    abstract: "Record which passwords accounts have had, and detect reuse.",
    discussion: """
      A history is a file of digests; it holds no password. With --history-key, digests are made \
      with a secret key that is kept apart from the history: use this for generated passwords. \
      Without a key they are made with Argon2id, which is slow on purpose: use this for passwords \
      that people choose. One history may hold both.

      Examples:
        passwright history key history.key
        passwright history add --history h.db --history-key history.key --account alice <new
        passwright history check --history h.db --history-key history.key --account alice \
      --last 5 <candidate
        passwright history list --history h.db --format csv
      """,
    subcommands: [
      HistoryKeyCommand.self, HistoryAddCommand.self, HistoryCheckCommand.self,
      HistoryListCommand.self, HistoryPruneCommand.self, HistoryVerifyCommand.self,
    ])
}

/// The option that names the history.
struct HistoryOptions: ParsableArguments {
  @Option(
    name: .customLong("history"), parsing: .unconditional,
    help: ArgumentHelp("Use this history file.", valueName: "file"), completion: .file())
  var path: String
}
