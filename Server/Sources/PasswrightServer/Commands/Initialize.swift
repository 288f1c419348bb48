import ArgumentParser
import Configuration
import FoundationEssentials
import PasswordService
import PasswordServiceSQLite

/// The command `init`.
struct Initialize: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "init",
    abstract: "Make a store and a master key, and print the system-wide API key once.",
    discussion: """
      With --master-key-file a new key is written there unless the file exists already. The API key \
      is printed on standard output and kept nowhere: only its hash is stored.
      """)

  @OptionGroup var store: StoreOptions

  func run() async throws {
    try await reportingErrors {
      let reader = try await store.reader()
      if let file = reader.string(forKey: "master.key.file"),
        !FileManager.default.fileExists(atPath: file)
      {
        try MasterKeySource.save(MasterKey(), to: file, replaces: false)
      }
      let masterKeys = try MasterKeySource(
        file: reader.string(forKey: "master.key.file"),
        environment: ProcessInfo.processInfo.environment)
      _ = try masterKeys.read()
      let database = try SQLiteServiceStore(
        path: reader.string(forKey: "database", default: OpenedStore.defaultDatabase),
        opening: .new)
      let opened = OpenedStore(store: database, masterKeys: masterKeys)
      let key = try await Administration(opened.service, command: "init").initialize()
      do {
        try printLine(key)
      } catch let error as CommandFailure {
        throw CommandFailure(
          "\(error.description); the store was made, but its API key is lost: make another with “key create”"
        )
      }
    }
  }
}
