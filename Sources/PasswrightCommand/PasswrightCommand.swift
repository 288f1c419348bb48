import ArgumentParser
import Platform

/// The `passwright` command: parses, calls the engine, prints, and exits.
@main
struct PasswrightCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "passwright",
    abstract: "Makes passwords, and tells how hard they are to guess.",
    discussion: """
      Passwords go to standard output, one a line and nothing else; everything else goes to \
      standard error. All randomness comes from libsodium.

      Exit status: 0 done; 2 a file, a pipe or the source of randomness failed; 3 the recipe \
      cannot be met; 64 the command line, a query or a word list is wrong. When the reader of a \
      pipe goes away the run ends quietly with 0.
      """,
    version: "0.1.0",
    subcommands: [GenerateCommand.self, EntropyCommand.self, HistoryCommand.self])

  /// What stands before each line of an error.
  static let _errorPrefix = CommandFailure.linePrefix

  static func main() {
    do {
      var command = try parseAsRoot()
      try command.run()
    } catch let failure as CommandFailure {
      failure.exit()
    } catch {
      exit(reporting: error)
    }
    Platform.exit(0)
  }

  /// Ends with what the argument parser has to say: help on standard output, complaints on
  /// standard error.
  private static func exit(reporting error: any Error) -> Never {
    let text = fullMessage(for: error)
    let status = exitCode(for: error)
    guard status.isSuccess else {
      StandardError.print(text)
      Platform.exit(status.rawValue)
    }
    do {
      Platform.ignoreBrokenPipeSignal()
      try StandardOutput.print(text)
    } catch {
      error.exit()
    }
    Platform.exit(0)
  }
}
