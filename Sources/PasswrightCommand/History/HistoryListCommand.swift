import ArgumentParserWithoutFoundation
import PasswordHistorySQLite
import Passwright

/// `passwright history list`: lists the accounts that have a history, and what it holds.
struct HistoryListCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract: "List accounts, dates and kinds of digest.",
    discussion: """
      Accounts are sorted by their bytes, each with its newest value first; dates are in UTC. The \
      digests themselves are not shown.
      """)

  /// How the list is written.
  enum Format: String, CaseIterable, ExpressibleByArgument {
    case text, ndjson, csv
  }

  @OptionGroup var history: HistoryOptions

  @Option(
    help: ArgumentHelp(
      "Write text (account, date, kind; tabs between), ndjson (one object per line) or csv.",
      valueName: "format"))
  var format: Format = .text

  func run() async throws {
    let store = try await SQLiteHistoryStore.open(history.path, opening: .existing)
    var text = format == .csv ? "account,date,kind\n" : ""
    do {
      var progress = ProgressLine(
        RunProgress(of: "value", total: try? await store.entryCount()), output: nil)
      defer { progress?.erase() }
      // Nothing is written of a history that is damaged.
      try await store.visitEntries { account, entry throws(HistoryError) in
        text += record(account.text, entry)
        progress?.advance(by: 1)
      }
    } catch {
      throw CommandFailure.history(error)
    }
    try StandardOutput.print(text, terminator: "")
  }

  private func record(_ account: String, _ entry: HistoryEntry) -> String {
    let (date, kind) = (entry.date, entry.digest.kind.rawValue)
    return switch format {
    // An account has no control character in it, hence no tab.
    case .text: "\(account)\t\(date)\t\(kind)\n"
    case .ndjson:
      "{\"account\":\(account.json),\"date\":\"\(date)\",\"kind\":\"\(kind)\"}\n"
    case .csv: "\(account.csv),\(date),\(kind)\n"
    }
  }
}
