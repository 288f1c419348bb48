import FoundationEssentials
import TextTools

/// The file of `--config`: which settings it may hold, and of what kind they are.
enum ConfigurationFile {
  private enum Kind: String {
    case text = "a string"
    case number = "a whole number"
    case flag = "true or false"

    func takes(_ value: JSON) -> Bool {
      switch (self, value) {
      case (.text, .string), (.number, .integer), (.flag, .boolean): true
      default: false
      }
    }
  }

  private static let settings: [String: Kind] = [
    "database": .text, "master.key.file": .text, "host": .text, "port": .number,
    "tls.certificate": .text, "tls.key": .text, "insecure.plaintext": .flag,
    "maximum.connections": .number, "maximum.quantity": .number, "generate.limit": .number,
    "request.timeout": .number, "date.format": .text, "log.level": .text,
    "hand.over.program": .text, "hand.over.url": .text, "hand.over.secret.file": .text,
  ]

  /// Checks the file.
  ///
  /// - Throws: ``CommandFailure`` with all that is wrong with it.
  static func check(_ path: String) throws(CommandFailure) {
    guard let bytes = FileManager.default.contents(atPath: path) else {
      throw CommandFailure("the configuration file \(path) cannot be read")
    }
    let json: JSON
    do {
      json = try JSON(parsing: Array(bytes))
    } catch {
      throw CommandFailure(
        error.problems.map { "the configuration file \(path) is not JSON: \($0)" }
          .joined(separator: "\n"))
    }
    guard case .object(let members) = json else {
      throw CommandFailure("the configuration file \(path) is \(json.kind); it must be an object")
    }
    let problems = problems(with: members, under: "")
    guard problems.isEmpty else {
      throw CommandFailure(problems.map { "\(path): \($0)" }.joined(separator: "\n"))
    }
  }

  private static func problems(with members: [JSON.Member], under prefix: String) -> [String] {
    members.flatMap { member -> [String] in
      let name = prefix + member.key
      if let kind = settings[name] {
        return kind.takes(member.value)
          ? [] : ["“\(name)” is \(member.value.kind); it must be \(kind.rawValue)"]
      }
      guard case .object(let inner) = member.value,
        settings.keys.contains(where: { $0.hasPrefix("\(name).") })
      else { return ["there is no setting “\(name)”; see “passwright-server serve --help”"] }
      return problems(with: inner, under: "\(name).")
    }
  }
}
