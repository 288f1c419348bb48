import FoundationEssentials
import Logging
import TextTools

/// Writes each entry as one line of JSON to standard error.
struct JSONLogHandler: LogHandler {
  var metadata: Logger.Metadata = [:]
  var logLevel = Logger.Level.info

  subscript(metadataKey key: String) -> Logger.Metadata.Value? {
    get { metadata[key] }
    set { metadata[key] = newValue }
  }

  func log(event: LogEvent) {
    var members: [JSON.Member] = [
      .init("time", .string(Date().formatted(.iso8601))),
      .init("level", .string(event.level.rawValue)), .init("message", .string("\(event.message)")),
    ]
    let all = metadata.merging(event.metadata ?? [:]) { $1 }
    members += all.sorted { $0.key < $1.key }.map { .init($0.key, .string("\($0.value)")) }
    let line = JSON.object(members).text + "\n"
    try? FileHandleOutput.standardError.write(line)
  }
}
