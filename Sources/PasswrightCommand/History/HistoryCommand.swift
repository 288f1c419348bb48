import ArgumentParser

/// `passwright history`: what accounts have had before, without the passwords.
struct HistoryCommand: CommandGroup {
  static let configuration = CommandConfiguration(
    commandName: "history",
    abstract: "Remember which passwords accounts have had, and find reuse.",
    discussion: """
      A history is a file that holds digests and no password. With --history-key they are made \
      under a secret key that is kept apart from the history, which is meant for generated \
      passwords; without one they are made by Argon2id, which is slow on purpose, for passwords \
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
    help: ArgumentHelp("The history.", valueName: "file"), completion: .file())
  var path: String
}
