public import PasswordHistory
import SQLite

// The history records the keys of its digests, so that a different key, for instance from a
// mistaken path, is noticed at the first password rather than at the second.
extension SQLiteHistoryStore {
  private static let settingPrefix = "key:"

  /// Returns the keys that digests in this history were made under, sorted by identifier.
  ///
  /// - Throws: `HistoryError.store`.
  /// - Complexity: O(1); O(*n*) for a history of *n* entries that has not recorded a key yet.
  public func keys() async throws(HistoryError) -> [KeyID] {
    try await reading { connection throws(StoreFailure) in
      try StoreFailure.wrapping { () throws(SQLiteError) in try Self.keys(in: &connection).all }
    }
  }

  /// Checks that a digester has every key of this history.
  ///
  /// A digester that makes digests by Argon2id, and has no key, is always accepted.
  ///
  /// - Throws: `HistoryError.wrongKey` with the first missing key; `HistoryError.store`.
  /// - Complexity: that of ``keys()``.
  public func requireKeys(of digester: PasswordDigester) async throws(HistoryError) {
    guard !digester.keyIDs.isEmpty else { return }
    let keys = try await keys()
    if let missing = keys.first(where: { !digester.keyIDs.contains($0) }) {
      throw .wrongKey(needed: missing, given: digester.keyIDs)
    }
  }

  /// Checks that a digester has every key of this history, and records the one that it makes
  /// digests under.
  ///
  /// Call this before recording. To change to a new key, give the digester the old ones as its
  /// other keys.
  ///
  /// - Throws: the errors of ``requireKeys(of:)``.
  /// - Complexity: that of ``keys()``.
  public func admit(_ digester: PasswordDigester) async throws(HistoryError) {
    try await requireKeys(of: digester)
    guard case .keyedBLAKE2b(let key) = digester.method else { return }
    let isNoted = try await reading { connection throws(StoreFailure) in
      try StoreFailure.wrapping { () throws(SQLiteError) in
        try Self.keys(in: &connection).noted.contains(key.id)
      }
    }
    guard !isNoted else { return }
    try await writing { connection throws(StoreFailure) in
      let keys = try StoreFailure.wrapping { () throws(SQLiteError) in
        try Self.keys(in: &connection).all
      }
      // Another process may have recorded its own key in the meantime.
      if let missing = keys.first(where: { !digester.keyIDs.contains($0) }) {
        throw .history(.wrongKey(needed: missing, given: digester.keyIDs))
      }
      for noted in Set(keys).union([key.id]) {
        try StoreFailure.wrapping { () throws(SQLiteError) in
          try Self.note(Self.settingPrefix + noted.text, in: &connection)
        }
      }
    }
  }

  /// Returns the recorded keys, or those in digests where none is recorded, as by earlier versions.
  private static func keys(
    in connection: inout Connection
  ) throws(SQLiteError) -> (noted: [KeyID], all: [KeyID]) {
    let noted = try keys(
      in: &connection,
      "SELECT substr(name, 5) FROM setting WHERE substr(name, 1, 4) = 'key:' ORDER BY name")
    guard noted.isEmpty else { return (noted, noted) }
    let used = try keys(
      in: &connection,
      """
      SELECT DISTINCT substr(digest, 18, 16) AS key FROM entry
      WHERE substr(digest, 1, 17) = '$blake2b$v=1$key=' ORDER BY key
      """)
    return ([], used)
  }

  private static func keys(
    in connection: inout Connection, _ sql: String
  ) throws(SQLiteError) -> [KeyID] {
    // Anything that is not a key is damage, which reading that entry reports.
    try connection.rows(sql) { row throws(SQLiteError) in try row.text(at: 0) }
      .compactMap { $0.flatMap { KeyID(text: $0[...]) } }
  }

  static func note(_ name: String, in connection: inout Connection) throws(SQLiteError) {
    try connection.run("INSERT OR IGNORE INTO setting VALUES (?, 1)", [.text(name)])
  }
}
