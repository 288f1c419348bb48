import Foundation
import PasswordHistory
import PasswordHistorySQLite
import SecretMemory
import _TestSupport

extension HistoryKey {
  /// The key of the bytes `first`, `first` + 1, … .
  static func counting(from first: UInt8 = 0) throws -> HistoryKey {
    var secret = try SecretBytes(count: byteCount, protection: .guarded)
    unsafe secret.withUnsafeMutableBytes { bytes in
      for index in bytes.indices { unsafe bytes[index] = first &+ UInt8(index) }
    }
    return try HistoryKey(secret)
  }
}

extension Argon2idLimits {
  /// As little work as libsodium allows.
  static func least(operations: Int = 1) throws -> Argon2idLimits {
    try Argon2idLimits(operations: operations, byteCount: 8192)
  }
}

extension PasswordDigester {
  static func keyed() throws -> PasswordDigester {
    try PasswordDigester(.keyedBLAKE2b(.counting()))
  }

  /// Makes digests by Argon2id, and reads those under the counting key too.
  static func argon2id() throws -> PasswordDigester {
    try PasswordDigester(.argon2id(.least()), otherKeys: [.counting()])
  }
}

extension HistoryDate {
  static func day(_ number: Int) -> HistoryDate {
    HistoryDate(secondsSince1970: Int64(number) * 86_400)
  }
}

/// The stores that all tests of behaviour run on.
enum StoreKind: CaseIterable {
  case inMemory
  case sqlite

  func make(in folder: TemporaryFolder) async throws -> any PasswordHistoryStore {
    switch self {
    case .inMemory: InMemoryHistoryStore()
    case .sqlite: try await SQLiteHistoryStore(path: folder.path("history.db"), opening: .new)
    }
  }
}

extension PasswordHistoryStore {
  func record(
    _ password: String, _ account: AccountID, _ digester: PasswordDigester, day: Int = 0
  ) async throws(HistoryError) {
    try await record(Array(password.utf8).span, account: account, using: digester, at: .day(day))
  }

  func check(
    _ password: String, _ account: AccountID, last: Int, _ digester: PasswordDigester
  ) async throws(HistoryError) -> ReuseAnswer {
    try await check(Array(password.utf8).span, account: account, last: last, using: digester)
  }

  func accept(
    _ password: String, _ account: AccountID, last: Int, _ digester: PasswordDigester
  ) async throws(HistoryError) -> ReuseAnswer {
    try await acceptIfNew(
      Array(password.utf8).span, account: account, last: last, using: digester, at: .day(0))
  }

  func mint(
    _ password: String, _ account: AccountID, run: RunID, _ digester: PasswordDigester
  ) async throws(HistoryError) -> MintAnswer {
    try await mint(
      Array(password.utf8).span, account: account, run: run, last: 5, using: digester, at: .day(0))
  }
}

/// Numbers that are the same in every run.
struct SeededNumbers: RandomNumberGenerator {
  var state: UInt64

  // SplitMix64.
  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
