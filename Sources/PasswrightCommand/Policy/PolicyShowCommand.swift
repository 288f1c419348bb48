import ArgumentParserWithoutFoundation
import Passwright

/// `passwright policy show`: prints a policy in its canonical form.
struct PolicyShowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: "Print a policy as JSON, without the keys that are not set.",
    discussion: """
      Start your own policy from a preset:
        passwright policy show nist-800-63b-4 >corporate.json
      """)

  @Argument(
    help: ArgumentHelp(PolicyReference.help, valueName: "file|preset"), completion: .file())
  var policy: PolicyReference

  func run() throws {
    try StandardOutput.print(try policy.read().json.withoutLineEnd)
  }
}

/// `passwright policy schema`: prints what a policy file may hold.
struct PolicySchemaCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "schema",
    abstract: "Print the JSON Schema of policies (draft 2020-12).")

  func run() throws {
    try StandardOutput.print(Policy.schema.withoutLineEnd)
  }
}

/// `passwright policy presets`: lists the policies that come with the command.
struct PolicyPresetsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "presets",
    abstract: "List the presets and the standards that they follow.")

  func run() throws {
    let presets = Policy.Preset.allCases
    let width = presets.map(\.rawValue.count).max() ?? 0
    let lines = presets.map { preset in
      let padding = String(repeating: " ", count: width - preset.rawValue.count)
      return "\(preset.rawValue)\(padding)  \(preset.source)"
    }
    try StandardOutput.print(lines.joined(separator: "\n"))
  }
}

extension String {
  /// The text without the line feed that printing it adds.
  fileprivate var withoutLineEnd: String { hasSuffix("\n") ? String(dropLast()) : self }
}
