import ArgumentParser
import PasswordHistorySQLite
import Passwright
import Platform

/// `passwright history check`: asks whether an account has had a password.
struct HistoryCheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Ask whether a password is among the newest of an account.",
    discussion: """
      Exit status: 0 the password is new; 1 the account has it or has had it; 2, 64 as everywhere. \
      Nothing of the password is recorded, and a history that cannot be written will do. Where it \
      can be written it remembers N, so that pruning keeps as many.
      """)

  /// The exit status for a password that the account has had.
  private static let reusedStatus: Int32 = 1

  @OptionGroup var options: HistoryPasswordOptions

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "How many of the newest values to compare with, the current one included.", valueName: "n"))
  var last: Int

  func validate() throws {
    try UsageProblems.check(last < 1 ? ["--last \(last) is out of range; use 1 or more"] : [])
  }

  func run() throws {
    switch try answer() {
    case .new: return
    case .reused:
      StandardError.print(
        "reused: \(last == 1 ? "the newest value" : "one of the newest \(last.grouped) values") of "
          + options.account.printable)
      Platform.exit(Self.reusedStatus)
    }
  }

  /// The answer, by which time the password has been wiped.
  private func answer() throws(CommandFailure) -> ReuseAnswer {
    let given = try options.resolve()
    let store = try SQLiteHistoryStore.open(options.history.path, opening: .existing)
    do {
      return try store.check(
        given.password.bytes, account: given.account, last: last, using: given.digester)
    } catch {
      throw .history(error)
    }
  }
}
