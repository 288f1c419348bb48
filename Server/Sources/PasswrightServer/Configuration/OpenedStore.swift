import ArgumentParser
import CServerPlatform
import Configuration
import FoundationEssentials
import PasswordService
import PasswordServiceSQLite

/// The store and the service on it, as a command's options say.
struct OpenedStore: Sendable {
  static let defaultDatabase = "passwright.db"

  let store: SQLiteServiceStore
  let service: PasswordService
  let masterKeys: MasterKeySource

  init(_ options: StoreOptions) async throws {
    try self.init(try await options.reader())
  }

  init(_ reader: ConfigReader) throws {
    let masterKeys = try MasterKeySource(
      file: reader.string(forKey: "master.key.file"),
      environment: ProcessInfo.processInfo.environment)
    let store = try SQLiteServiceStore(
      path: reader.string(forKey: "database", default: Self.defaultDatabase), opening: .existing)
    self.init(store: store, masterKeys: masterKeys)
  }

  init(store: SQLiteServiceStore, masterKeys: MasterKeySource) {
    self.store = store
    self.masterKeys = masterKeys
    service = PasswordService(store: store, clock: .system) { () throws(StoreError) in
      try masterKeys.read()
    }
  }
}

extension ServiceClock {
  /// The system's clock and time zone.
  static let system = ServiceClock(
    now: { Int(Date().timeIntervalSince1970 * 1000) },
    secondsAheadOfUTC: { Int(passwright_seconds_ahead_of_utc(Int64($0))) })
}

/// Runs a command's work; where it fails, prints what is wrong and ends with status 2.
func reportingErrors(_ body: () async throws -> Void) async throws {
  do {
    try await body()
  } catch let error as ExitCode {
    throw error
  } catch {
    let reason = (error as? ServiceError)?.operatorReason ?? "\(error)"
    try? FileHandleOutput.standardError.write("Error: \(reason)\n")
    throw ExitCode(2)
  }
}

/// Why a command cannot do its work, and what to do.
struct CommandFailure: Error, CustomStringConvertible {
  let description: String

  init(_ description: String) {
    self.description = description
  }
}
