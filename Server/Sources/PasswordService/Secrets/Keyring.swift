/// The keys that the store's secrets are under, unwrapped.
///
/// Key 1 makes the hashes of callers' keys, key 2 the hashes of the audit: neither ever changes,
/// since what they made cannot be made again. Keys from 3 seal values; the newest seals, the others
/// open.
struct Keyring: Sendable {
  static let callerKeyID = 1
  static let auditKeyID = 2
  static let firstSealingKeyID = 3

  private let keys: [Int: [UInt8]]
  let sealingKeyID: Int

  /// Makes a keyring of random keys.
  init() {
    let ids = [Self.callerKeyID, Self.auditKeyID, Self.firstSealingKeyID]
    keys = Dictionary(
      uniqueKeysWithValues: ids.map { ($0, Sodium.randomBytes(Sodium.keyBytes)) })
    sealingKeyID = Self.firstSealingKeyID
  }

  private init(keys: [Int: [UInt8]]) {
    self.keys = keys
    sealingKeyID = keys.keys.max() ?? Self.firstSealingKeyID
  }

  /// Unwraps keys.
  ///
  /// - Returns: `nil` when none is wrapped under the master key, or one was changed.
  init?(unwrapping wrapped: [WrappedKey], master: MasterKey) {
    var keys: [Int: [UInt8]] = [:]
    for key in wrapped where Sodium.areEqual(key.masterID, master.id) {
      guard
        let bytes = Sodium.open(
          key.bytes[...], associated: Self.associated(key.id), key: master.bytes)
      else { return nil }
      keys[key.id] = bytes
    }
    guard keys[Self.callerKeyID] != nil, keys[Self.auditKeyID] != nil,
      keys.keys.contains(where: { $0 >= Self.firstSealingKeyID })
    else { return nil }
    self.init(keys: keys)
  }

  func wrapped(under master: MasterKey) -> [WrappedKey] {
    keys.sorted { $0.key < $1.key }.map { id, bytes in
      WrappedKey(
        id: id, masterID: master.id,
        bytes: Sodium.seal(bytes, associated: Self.associated(id), key: master.bytes))
    }
  }

  private static func associated(_ id: Int) -> [UInt8] { Array("passwright key \(id)".utf8) }

  /// The keyring with one more key, which seals from now on.
  func addingSealingKey() -> Keyring {
    var keys = keys
    keys[sealingKeyID + 1] = Sodium.randomBytes(Sodium.keyBytes)
    return Keyring(keys: keys)
  }

  /// The keyring without the sealing keys older than the newest.
  func removingOldSealingKeys() -> Keyring {
    Keyring(
      keys: keys.filter { $0.key < Self.firstSealingKeyID || $0.key == sealingKeyID })
  }

  /// The keyring with these keys only; `nil` when it lacks one of them.
  func restricted(to ids: Set<Int>) -> Keyring? {
    guard ids.isSubset(of: keys.keys), ids.contains(where: { $0 >= Self.firstSealingKeyID }) else {
      return nil
    }
    return Keyring(keys: keys.filter { ids.contains($0.key) })
  }

  // MARK: Hashes

  func hash(ofCallerKey key: String) -> [UInt8] {
    Sodium.hash(Array(key.utf8), key: keys[Self.callerKeyID] ?? [])
  }

  func auditHash(_ message: [UInt8]) -> [UInt8] {
    Sodium.hash(message, key: keys[Self.auditKeyID] ?? [])
  }

  // MARK: Values

  /// Where a value belongs; sealed with it, so that it opens nowhere else.
  enum Column: Hashable {
    case password
    case genericField(Int)
    case job

    fileprivate var name: String {
      switch self {
      case .password: "password"
      case .genericField(let number): "generic field \(number)"
      case .job: "job"
      }
    }
  }

  func seal(_ text: String, record: Int, _ column: Column) -> SealedValue {
    let associated = Array("passwright record \(record) \(column.name)".utf8)
    let key = keys[sealingKeyID] ?? []
    let number = unsafe withUnsafeBytes(of: UInt32(sealingKeyID).bigEndian) { unsafe Array($0) }
    return SealedValue(
      bytes: number + Sodium.seal(Array(text.utf8), associated: associated, key: key))
  }

  /// - Throws: ``StoreError`` when the value was changed, or belongs elsewhere.
  func open(_ value: SealedValue, record: Int, _ column: Column) throws(StoreError) -> String {
    let associated = Array("passwright record \(record) \(column.name)".utf8)
    guard let id = Self.keyID(of: value), let key = keys[id],
      var bytes = Sodium.open(value.bytes.dropFirst(4), associated: associated, key: key)
    else {
      throw StoreError(
        "the \(column.name) of record \(record) cannot be decrypted: the store was damaged or "
          + "changed; restore it from a backup")
    }
    defer { Sodium.wipe(&bytes) }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The number of the key that a value is under.
  static func keyID(of value: SealedValue) -> Int? {
    guard value.bytes.count > 4 else { return nil }
    return value.bytes.prefix(4).reduce(0) { $0 << 8 | Int($1) }
  }
}
