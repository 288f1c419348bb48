import ArgumentParser
import PasswordService
import TextTools

/// The command `audit`.
struct AuditCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "audit", abstract: "List and verify the audit.",
    subcommands: [List.self, Verify.self])

  /// How events are printed.
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, ndjson
  }

  struct List: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Print the events, oldest first.")

    @OptionGroup var store: StoreOptions
    @Option(
      help: ArgumentHelp("Only events from this day on, UTC.", valueName: "yyyy-MM-dd"),
      transform: {
        guard let date = CalendarDate(iso: $0) else {
          throw ValidationError("“\($0)” is no date; use yyyy-MM-dd")
        }
        return date
      })
    var since: CalendarDate?
    @Option(help: "How events are printed.") var format = Format.text

    func run() async throws {
      try await reportingErrors {
        let opened = try await OpenedStore(store)
        let first = since.map { $0.daysSince1970 * 86_400_000 } ?? Int.min
        let format = format
        try await Administration(opened.service, command: "audit list")
          .visitAudit(since: first) { link in
            switch format {
            case .text: try printLine(link.event.line)
            case .ndjson: try printLine(link.json.text)
            }
          }
      }
    }
  }

  struct Verify: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Verify that no event is missing and none was changed.",
      discussion: "Ends with status 1 when the chain is broken, after printing where.")

    @OptionGroup var store: StoreOptions

    func run() async throws {
      try await reportingErrors {
        let opened = try await OpenedStore(store)
        switch try await Administration(opened.service, command: "audit verify").verifyAudit() {
        case .whole(let count): try printLine("\(count) events, all there and unchanged")
        case .broken(let sequence):
          try printLine("broken at event \(sequence): it is missing or was changed")
          throw ExitCode(1)
        }
      }
    }
  }
}

extension AuditEvent {
  /// The time in ISO 8601, UTC, with milliseconds.
  fileprivate var isoTime: String {
    let local = LocalTime(secondsSince1970: time / 1000)
    let (hour, minute, second) = local.components
    func padded(_ number: Int, _ width: Int = 2) -> String {
      String(repeating: "0", count: max(0, width - String(number).count)) + String(number)
    }
    return "\(local.date.isoText)T\(padded(hour)):\(padded(minute)):\(padded(second))"
      + ".\(padded(time % 1000, 3))Z"
  }

  fileprivate var line: String {
    let end = detail.isEmpty ? "" : ": \(detail)"
    // What callers gave as their reason must not look like another event, or command a terminal.
    return "\(isoTime) \(outcome.rawValue) \(action) \(object) by \(actor) from \(origin)\(end)"
      .printable
  }
}

extension ChainedAuditEvent {
  fileprivate var json: JSON {
    [
      "sequence": .integer(sequence), "time": .string(event.isoTime),
      "actor": .string(event.actor), "origin": .string(event.origin),
      "action": .string(event.action), "object": .string(event.object),
      "outcome": .string(event.outcome.rawValue), "detail": .string(event.detail),
    ]
  }
}
