import ArgumentParser
import Passwright

/// `passwright history key`: makes a key file.
struct HistoryKeyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "key",
    abstract: "Make a new random key file.",
    discussion: """
      Only you may read the file (mode 0600), and no file is replaced. Keep it apart from the \
      history, and a copy in a safe place: without it the digests under it compare with nothing. \
      The number of the key, which says nothing of the key itself, goes to standard error.
      """)

  @Argument(help: ArgumentHelp("The new file.", valueName: "file"), completion: .file())
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
