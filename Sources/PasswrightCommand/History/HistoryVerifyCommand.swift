import ArgumentParserWithoutFoundation
import PasswordHistorySQLite
import Passwright
import TextTools

/// `passwright history verify`: looks for damage.
struct HistoryVerifyCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify",
    abstract: "Read a whole history and report whether it is damaged.",
    discussion: """
      Exit status: 0 the history is intact; 2 it is damaged or cannot be read, as standard error \
      explains.
      """)

  @OptionGroup var history: HistoryOptions

  func run() async throws {
    let store = try await SQLiteHistoryStore.open(history.path, opening: .existing)
    do {
      var progress = ProgressLine(
        RunProgress(of: "value", total: try? await store.entryCount()), output: nil)
      defer { progress?.erase() }
      try await store.verify { progress?.advance(by: 1) }
    } catch {
      throw CommandFailure.history(error)
    }
    StandardError.print("\(history.path.printable): no damage found")
  }
}
