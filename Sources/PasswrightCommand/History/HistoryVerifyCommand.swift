import ArgumentParser
import PasswordHistorySQLite
import Passwright

/// `passwright history verify`: looks for damage.
struct HistoryVerifyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify",
    abstract: "Read a whole history and say whether it is damaged.",
    discussion: """
      Exit status: 0 it is whole; 2 it is damaged or cannot be read, which standard error explains.
      """)

  @OptionGroup var history: HistoryOptions

  func run() throws {
    let store = try SQLiteHistoryStore.open(history.path, opening: .existing)
    do {
      try store.verify()
    } catch {
      throw CommandFailure.history(error)
    }
    StandardError.print("\(history.path.printable): no damage found")
  }
}
