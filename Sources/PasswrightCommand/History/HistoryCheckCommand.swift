import ArgumentParserWithoutFoundation
import PasswordHistorySQLite
import Passwright
import Platform
import TextTools

/// `passwright history check`: checks whether an account has had a password.
struct HistoryCheckCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Check whether a password is among the newest of an account.",
    discussion: """
      Exit status: 0 the password is new; 1 the account has it or has had it; 2 and 64 as for \
      every command. The password is not recorded, and a read-only history is enough. If the \
      history can be written and the comparison succeeds, the history notes the number given with \
      --last.
      """)

  /// The exit status for a password that the account has had.
  private static let reusedStatus: Int32 = 1

  @OptionGroup var options: HistoryPasswordOptions

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      """
      Compare with this many of the newest values, the current one included, 1 to \
      \(lastRange.upperBound.grouped). The history notes the largest number that was used, and \
      pruning keeps that many.
      """,
      valueName: "n"))
  var last: Int

  /// What a policy may ask for.
  private static let lastRange = 1...ReuseRule.maximumLast

  func validate() throws {
    let isInRange = Self.lastRange.contains(last)
    try UsageProblems.check(
      isInRange
        ? [] : ["--last \(last) is out of range; use 1 to \(Self.lastRange.upperBound.grouped)"])
  }

  func run() async throws {
    switch try await answer() {
    case .new: return
    case .reused:
      StandardError.print(
        "reused: \(last == 1 ? "the newest value" : "one of the newest \(last.grouped) values") of "
          + options.account.printable)
      Platform.exit(Self.reusedStatus)
    }
  }

  /// The answer, by which time the password has been wiped.
  private func answer() async throws(CommandFailure) -> ReuseAnswer {
    let given = try options.resolve()
    let store = try await SQLiteHistoryStore.open(options.history.path, opening: .existing)
    do {
      try await store.requireKeys(of: given.digester)
      return try await store.check(
        given.password.bytes, account: given.account, last: last, using: given.digester)
    } catch {
      throw .history(error)
    }
  }
}
