import ArgumentParser

/// The command `passwright-server`.
@main
struct PasswrightServerCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "passwright-server",
    abstract: "Serve passwords over HTTP: generate, check, store and hand them over.",
    discussion: """
      “init” makes a store, “apply” sets it up from a document, “serve” answers clients. Every \
      setting can also stand in a configuration file or in an environment variable; see “serve”.
      """,
    version: "0.2.0",
    subcommands: [
      Serve.self, Initialize.self, Apply.self, Export.self, KeyCommand.self, AuditCommand.self,
      Backup.self, Rekey.self,
    ])
}
