import ArgumentParserWithoutFoundation

/// `passwright policy`: the commands that are about policies themselves.
struct PolicyCommand: CommandGroup {
  static let configuration = CommandConfiguration(
    commandName: "policy",
    abstract: "Inspect policies, and convert them to other formats.",
    subcommands: [
      PolicyLintCommand.self, PolicyFeasibleCommand.self, PolicySchemaCommand.self,
      PolicyPresetsCommand.self, PolicyShowCommand.self, PolicyConvertCommand.self,
    ])
}
