import ArgumentParserWithoutFoundation
import Platform
import SecretMemory

/// The `passwright` command: parses, calls the engine, prints, and exits.
struct PasswrightCommand: CommandGroup {
  static let configuration = CommandConfiguration(
    commandName: "passwright",
    abstract: "Generate passwords, check them, and report how hard they are to guess.",
    discussion: """
      Results go to standard output: passwords, one per line and nothing else, or the answer that \
      was asked for. Everything else goes to standard error. All randomness comes from libsodium.

      Exit status: 0 success; 1 a password does not comply, a policy has warnings, or a strict \
      conversion loses rules; 2 a file, a pipe or the source of randomness failed; 3 the recipe or \
      the policy cannot be met; 64 the command line, a query, a policy or a word list is invalid. \
      When the reader of a pipe goes away, the run ends quietly with status 0 or, where the status \
      is the answer, as in check and policy lint, with the status that it would have had. With a \
      history this is an error: a recorded password was not delivered.

      An option that takes a value can be given only once, unless its description says that it can \
      be repeated.
      """,
    version: "0.2.0",
    subcommands: [
      GenerateCommand.self, EntropyCommand.self, CheckCommand.self, ExplainCommand.self,
      PolicyCommand.self, HistoryCommand.self,
    ])

  /// The prefix of each line of an error.
  static let _errorPrefix = CommandFailure.linePrefix

  /// Runs the command and ends the process.
  ///
  /// - Parameter arguments: all but the name of the program; `nil` where there was not even that.
  static func run(arguments: [String]?) -> Never {
    Platform.prepareSignals()
    // Where the system's random bytes fail, libsodium would abort without a message.
    SodiumLibrary.handleMisuse {
      StandardError.print(
        CommandFailure.linePrefix
          + "the system provides no random bytes; check that its random device works")
      Platform.exitAtOnce(2)
    }
    CallingThread.run {
      do {
        try await run(arguments)
      } catch let failure as CommandFailure {
        failure.exit()
      } catch {
        exit(reporting: error)
      }
    }
    Platform.exit(0)
  }

  private static func run(_ arguments: [String]?) async throws {
    guard let arguments else { throw CommandFailure.noArguments }
    ProgramArguments.note(arguments)
    let command = try parseAsRoot(arguments)
    try RepeatedOptions.check(arguments)
    if var command = command as? any AsyncParsableCommand {
      try await command.run()
    } else {
      var command = command
      try command.run()
    }
  }

  /// Ends with what the argument parser has to say: help on standard output, errors on
  /// standard error.
  private static func exit(reporting error: any Error) -> Never {
    let text = fullMessage(for: error)
    let status = exitCode(for: error)
    guard status.isSuccess else {
      StandardError.print(text)
      Platform.exit(status.rawValue)
    }
    do {
      try StandardOutput.print(text)
    } catch {
      error.exit()
    }
    Platform.exit(0)
  }
}

/// A command that does nothing by itself and has subcommands.
protocol CommandGroup: ParsableCommand {}

extension CommandGroup {
  /// Without a subcommand there is nothing to do, and a script whose variable was empty must not see
  /// a success.
  func run() throws {
    throw CommandFailure.noSubcommand(help: PasswrightCommand.helpMessage(for: Self.self))
  }
}
