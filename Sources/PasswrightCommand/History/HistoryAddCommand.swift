import ArgumentParserWithoutFoundation
import PasswordHistorySQLite
import Passwright

/// `passwright history add`: records a password that was set elsewhere.
struct HistoryAddCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "add",
    abstract: "Record a password as the newest of an account.",
    discussion: """
      For passwords that were set elsewhere. The password is recorded even if the account has had \
      it before. The history is created, with mode 0600, if it does not exist.
      """)

  @OptionGroup var options: HistoryPasswordOptions

  func run() async throws {
    let given = try options.resolve()
    let store = try await SQLiteHistoryStore.open(
      options.history.path, opening: .orCreate, admitting: given.digester)
    do {
      try await store.record(
        given.password.bytes, account: given.account, using: given.digester, at: .now)
    } catch {
      throw CommandFailure.history(error)
    }
  }
}
