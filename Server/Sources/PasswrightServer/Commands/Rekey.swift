import ArgumentParser
import PasswordService

/// The command `rekey`.
struct Rekey: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Change the master key and encrypt all values again, while the service runs.",
    discussion: """
      The file of the master key is replaced in one step; keep a copy of the old key only for old \
      backups. Interrupted, run it again.
      """)

  @OptionGroup var store: StoreOptions

  func run() async throws {
    try await reportingErrors {
      let opened = try await OpenedStore(store)
      guard let file = opened.masterKeys.file else {
        throw CommandFailure("rekey replaces the master key file; give --master-key-file")
      }
      // Two at once would each put away the key that the other has written.
      let lock = try FolderLock(of: file)
      defer { lock.release() }
      let count = try await Administration(opened.service, command: "rekey")
        .rekey(to: MasterKey()) {
          try MasterKeySource.save($0, to: file, replaces: true)
        } settle: {
          // Three times the interval in which services look.
          try? await Task.sleep(for: RefreshService.interval * 3)
        }
      try printLine("\(count) values encrypted again")
    }
  }
}
