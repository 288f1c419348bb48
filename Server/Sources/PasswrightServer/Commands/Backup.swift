import ArgumentParser
import PasswordService
import PasswordServiceSQLite

/// The command `backup`.
struct Backup: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Write a consistent copy of the store while it is in use.",
    discussion:
      "The copy opens under the same master key, which is not in it: back that up elsewhere.")

  @OptionGroup var store: StoreOptions
  @Argument(help: "The file to write; it must not exist.") var file: String

  func run() async throws {
    try await reportingErrors {
      let opened = try await OpenedStore(store)
      try await Administration(opened.service, command: "backup").recordBackup()
      try await opened.store.backup(to: file)
    }
  }
}
