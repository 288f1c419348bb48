import ArgumentParser
import PasswordHistorySQLite
import Passwright

/// `passwright history list`: lists the accounts that have a history, and what it holds.
struct HistoryListCommand: ParsableCommand {
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

  /// Bytes that are gathered before they are written.
  private static let chunkBytes = 1 << 16

  @OptionGroup var history: HistoryOptions

  @Option(
    help: ArgumentHelp(
      "Write text (account, date, kind; tabs between), ndjson (one object per line) or csv.",
      valueName: "format"))
  var format: Format = .text

  func run() throws {
    let store = try SQLiteHistoryStore.open(history.path, opening: .existing)
    let summaries: [AccountSummary]
    do {
      summaries = try store.summaries()
    } catch {
      throw CommandFailure.history(error)
    }
    var text = format == .csv ? "account,date,kind\n" : ""
    for summary in summaries {
      for line in summary.lines { text += record(summary.account.text, line) }
      guard text.utf8.count >= Self.chunkBytes else { continue }
      try StandardOutput.print(text, terminator: "")
      text = ""
    }
    try StandardOutput.print(text, terminator: "")
  }

  private func record(_ account: String, _ line: AccountSummary.Line) -> String {
    let (date, kind) = (line.date, line.kind.rawValue)
    return switch format {
    // An account has no control character in it, hence no tab.
    case .text: "\(account)\t\(date)\t\(kind)\n"
    case .ndjson:
      "{\"account\":\(account.json),\"date\":\"\(date)\",\"kind\":\"\(kind)\"}\n"
    case .csv: "\(account.csv),\(date),\(kind)\n"
    }
  }
}
