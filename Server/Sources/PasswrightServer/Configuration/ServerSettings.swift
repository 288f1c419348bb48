import Configuration
import Logging
import PasswordstateAPI

/// What `serve` was told, checked.
struct ServerSettings: Sendable {
  let host: String
  let port: Int
  let tls: (certificate: String, key: String)?
  let maximumConnections: Int
  let maximumQuantity: Int
  let generateLimit: Int
  let requestTimeout: Int
  let dateFormat: DateFormat
  let logLevel: Logger.Level
  let handOverProgram: String?
  let handOverURL: String?
  let handOverSecretFile: String?

  /// - Throws: ``CommandFailure`` with all that is wrong.
  init(_ reader: ConfigReader) throws {
    var problems: [String] = []
    host = reader.string(forKey: "host", default: "127.0.0.1")
    func number(_ name: String, default: Int) -> Int {
      let key = ConfigKey(name.split(separator: " ").map(String.init))
      if let value = reader.int(forKey: key) { return value }
      if let text = reader.string(forKey: key) {
        problems.append("\(name) “\(text)”: use a whole number")
      }
      return `default`
    }
    port = number("port", default: 8080)
    maximumConnections = number("maximum connections", default: 10_240)
    maximumQuantity = number("maximum quantity", default: 1000)
    generateLimit = number("generate limit", default: 6000)
    requestTimeout = number("request timeout", default: 30)
    handOverProgram = reader.string(forKey: "hand.over.program")
    handOverURL = reader.string(forKey: "hand.over.url")
    handOverSecretFile = reader.string(forKey: "hand.over.secret.file")
    switch (reader.string(forKey: "tls.certificate"), reader.string(forKey: "tls.key")) {
    case (let certificate?, let key?): tls = (certificate, key)
    case (nil, nil): tls = nil
    default:
      tls = nil
      problems.append("TLS needs both --tls-certificate and --tls-key")
    }
    let pattern = reader.string(forKey: "date.format", default: "dd/MM/yyyy")
    dateFormat = DateFormat(pattern) ?? .dayMonthYear
    if DateFormat(pattern) == nil {
      problems.append("date format “\(pattern)”: use d, M and y, as in dd/MM/yyyy")
    }
    let level = reader.string(forKey: "log.level", default: "info")
    logLevel = Logger.Level(rawValue: level) ?? .info
    if Logger.Level(rawValue: level) == nil {
      problems.append("log level “\(level)”: no such level")
    }
    for (name, value, range) in [
      ("port", port, 0...65_535), ("maximum connections", maximumConnections, 1...1_000_000),
      ("maximum quantity", maximumQuantity, 1...1_000_000),
      ("generate limit", generateLimit, 1...1_000_000_000),
      ("request timeout", requestTimeout, 1...3600),
    ] where !range.contains(value) {
      problems.append("\(name) \(value): use \(range.lowerBound) to \(range.upperBound)")
    }
    let isLoopback = Self.isLoopback(host)
    if tls == nil, !isLoopback, !reader.bool(forKey: "insecure.plaintext", default: false) {
      problems.append(
        "\(host) is reached by others: give --tls-certificate and --tls-key, or --insecure-plaintext"
      )
    }
    if handOverProgram != nil, handOverURL != nil {
      problems.append("give --hand-over-program or --hand-over-url, not both")
    }
    if handOverURL != nil, handOverSecretFile == nil {
      problems.append("--hand-over-url needs --hand-over-secret-file")
    }
    guard problems.isEmpty else { throw CommandFailure(problems.joined(separator: "\n")) }
  }

  static func isLoopback(_ address: String) -> Bool {
    address == "localhost" || address == "::1" || address.hasPrefix("127.")
  }
}
