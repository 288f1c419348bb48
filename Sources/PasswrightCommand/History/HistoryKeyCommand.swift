import ArgumentParserWithoutFoundation
import Passwright
import TextTools

/// `passwright history key`: creates a key file.
struct HistoryKeyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "key",
    abstract: "Create a new random key file.",
    discussion: """
      Only you can read the file (mode 0600), and an existing file is never replaced. Keep the key \
      apart from the history, and a copy in a safe place: without the key, its digests cannot be \
      compared with anything. The number of the key, which reveals nothing about the key itself, \
      goes to standard error.
      """)

  @Argument(help: ArgumentHelp("Create this file.", valueName: "file"), completion: .file())
  var path: String

  func run() throws {
    do {
      let key = try HistoryKey.create(at: path)
      StandardError.print("\(path.printable): new key \(key.id)")
    } catch {
      throw CommandFailure.history(error)
    }
  }
}
