import ArgumentParserWithoutFoundation
import PasswordHistorySQLite
import Passwright

/// `passwright history prune`: removes values that no comparison needs any more.
struct HistoryPruneCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "prune",
    abstract: "Remove the oldest values of every account.",
    discussion: """
      Removed values are overwritten in the file. The history remembers the largest number of \
      values that a password was compared with, and keeps that many however small N is.
      """)

  @OptionGroup var history: HistoryOptions

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("Keep this many of the newest values of each account.", valueName: "n"))
  var keep: Int

  @Flag(
    inversion: .prefixedNo, exclusivity: .chooseLast,
    help: ArgumentHelp(
      """
      Whether to forget any larger number in use, for example after relaxing a policy: N is the \
      largest from now on. (default: --no-forget-larger-use)
      """))
  var forgetLargerUse: Bool?

  func validate() throws {
    try UsageProblems.check(keep < 1 ? ["--keep \(keep) is out of range; use 1 or more"] : [])
  }

  func run() async throws {
    let store = try await SQLiteHistoryStore.open(history.path, opening: .existing)
    do {
      let forgets = forgetLargerUse == true
      let removed = try await store.prune(keeping: keep, forgetsLargerUse: forgets)
      let kept = max(keep, try await store.largestLast())
      StandardError.print(
        "removed \(String.counting(removed, "value")); kept the newest \(kept.grouped) of each account"
      )
      if kept > keep {
        StandardError.print(
          "passwords are compared with \(kept.grouped) values; "
            + "to keep \(keep.grouped), add --forget-larger-use")
      }
    } catch {
      throw CommandFailure.history(error)
    }
  }
}
