import ArgumentParser
import Configuration

/// The options that every command has: where the store and its master key are.
struct StoreOptions: ParsableArguments {
  @Option(help: ArgumentHelp("Read settings from this JSON file.", valueName: "file"))
  var config: String?

  @Option(help: ArgumentHelp("The store. (default: passwright.db)", valueName: "file"))
  var database: String?

  @Option(
    help: ArgumentHelp(
      "The file of the master key; without it, $PASSWRIGHT_MASTER_KEY or the systemd credential “master-key”.",
      valueName: "file"))
  var masterKeyFile: String?

  /// The settings of flags, environment and file, the first that has one counting.
  func reader(_ more: [AbsoluteConfigKey: ConfigValue] = [:]) async throws -> ConfigReader {
    var flags = more
    flags["database"] = database.map { ConfigValue(.string($0), isSecret: false) }
    flags["master.key.file"] = masterKeyFile.map { ConfigValue(.string($0), isSecret: false) }
    var providers: [any ConfigProvider] = [
      InMemoryProvider(name: "flags", values: flags),
      EnvironmentVariablesProvider().prefixKeys(with: "passwright"),
    ]
    if let config {
      try ConfigurationFile.check(config)
      let path: AbsoluteConfigKey = "filePath"
      let place = InMemoryProvider(values: [path: ConfigValue(.string(config), isSecret: false)])
      providers.append(
        try await FileProvider<JSONSnapshot>(config: ConfigReader(provider: place)))
    }
    return ConfigReader(providers: providers)
  }
}
