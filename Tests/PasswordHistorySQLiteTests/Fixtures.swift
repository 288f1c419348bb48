import Foundation
import PasswordHistory
import PasswordHistorySQLite
import SQLite
import SecretMemory
import Testing
import _TestSupport

extension PasswordDigester {
  /// Under the key 00 01 … 1f, as the driver has it.
  static func keyed() throws -> PasswordDigester {
    var secret = try SecretBytes(count: HistoryKey.byteCount, protection: .guarded)
    unsafe secret.withUnsafeMutableBytes { unsafe $0.copyBytes(from: Array(0..<32)) }
    return try PasswordDigester(.keyedBLAKE2b(HistoryKey(secret)))
  }
}

extension PasswordHistoryStore {
  func record(
    _ password: String, _ account: AccountID, _ digester: PasswordDigester
  ) async throws(HistoryError) {
    try await record(
      Array(password.utf8).span, account: account, using: digester,
      at: HistoryDate(secondsSince1970: 0))
  }

  func check(
    _ password: String, _ account: AccountID, last: Int, _ digester: PasswordDigester
  ) async throws(HistoryError) -> ReuseAnswer {
    try await check(Array(password.utf8).span, account: account, last: last, using: digester)
  }
}

/// A history file with 3 passwords for each of `accountCount` accounts, closed.
func makeHistory(at path: String, accountCount: Int = 100) async throws {
  let store = try await SQLiteHistoryStore(path: path, opening: .new)
  let keyed = try PasswordDigester.keyed()
  try await store.edit((0..<accountCount).map { try AccountID("account \($0)") }) {
    history throws(HistoryError) in
    history.remember(last: 3)
    for number in 0..<3 {
      try history.record(
        Array("\(number)".utf8).span, using: keyed, at: HistoryDate(secondsSince1970: 0))
    }
  }
}

/// Runs statements on a file, as something else than this program would.
func tamper(_ path: String, _ sql: String) throws {
  var connection = try Connection(path: path, access: .create)
  try connection.execute(sql)
}

/// What is wrong with the store, as the error that `body` throws says.
func problem(_ body: () async throws -> Void) async -> StoreProblem? {
  do {
    try await body()
  } catch HistoryError.store(let problem, _) {
    return problem
  } catch {
    Issue.record("another error: \(error)")
  }
  return nil
}

func bytes(_ path: String) throws -> [UInt8] {
  Array(try Data(contentsOf: URL(fileURLWithPath: path)))
}

func write(_ bytes: [UInt8], to path: String) throws {
  try Data(bytes).write(to: URL(fileURLWithPath: path))
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
