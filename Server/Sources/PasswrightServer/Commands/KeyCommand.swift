import ArgumentParser
import PasswordService

/// The command `key`.
struct KeyCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "key", abstract: "Make, list and revoke API keys.",
    subcommands: [Create.self, List.self, Revoke.self])

  struct Create: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Make a key and print it once.",
      discussion: "Without --list and --generator the key is system-wide.")

    @OptionGroup var store: StoreOptions
    @Option(help: ArgumentHelp("The list that the key opens, and nothing else.", valueName: "id"))
    var list: Int?
    @Flag(help: "The key opens generatepassword only.") var generator = false
    @Argument(help: "The name of the key.") var name: String

    func validate() throws {
      if list != nil, generator { throw ValidationError("give --list or --generator, not both") }
    }

    func run() async throws {
      try await reportingErrors {
        let opened = try await OpenedStore(store)
        let scope = list.map(ServiceKey.Scope.list) ?? (generator ? .generator : .system)
        try printLine(
          await Administration(opened.service, command: "key create")
            .createKey(name: name, scope: scope))
      }
    }
  }

  struct List: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Print the name, the scope and the first characters of each key.")

    @OptionGroup var store: StoreOptions

    func run() async throws {
      try await reportingErrors {
        let opened = try await OpenedStore(store)
        for key in try await Administration(opened.service, command: "key list").keys() {
          let scope =
            switch key.scope {
            case .system: "system"
            case .list(let id): "list \(id)"
            case .generator: "generator"
            }
          try printLine("\(key.name)\t\(scope)\t\(key.prefix)…")
        }
      }
    }
  }

  struct Revoke: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Make a key invalid from now on.")

    @OptionGroup var store: StoreOptions
    @Argument(help: "The name of the key.") var name: String

    func run() async throws {
      try await reportingErrors {
        let opened = try await OpenedStore(store)
        try await Administration(opened.service, command: "key revoke").revokeKey(name: name)
      }
    }
  }
}
