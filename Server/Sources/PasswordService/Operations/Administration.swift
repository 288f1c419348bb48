public import TextTools

/// What administrators do: by command, on the machine.
public struct Administration: Sendable {
  let service: PasswordService
  private let origin: Caller

  /// The actor of administrative events.
  static let actor = "administrator"

  /// Binds the administration to a service; `command` is for the audit.
  public init(_ service: PasswordService, command: String) {
    self.service = service
    origin = Caller(key: nil, origin: command)
  }

  /// Makes the keys of a new store and the first system-wide key, which is returned and kept
  /// nowhere.
  ///
  /// - Throws: ``ServiceError/forbidden(_:)`` when the store has keys already.
  public func initialize() async throws(ServiceError) -> String {
    try await write { transaction in
      guard try transaction.wrappedKeys().isEmpty else {
        throw ServiceError.forbidden("The store was initialized before; nothing was changed.")
      }
      let master = try service.masterKey()
      try transaction.setWrappedKeys(Keyring().wrapped(under: master))
      let session = try service.session(ofNewStore: transaction, origin)
      try session.audit("store.create", "store", by: Self.actor)
      return try Self.addKey("system", .system, in: session)
    }
  }

  /// Makes the configuration match a document.
  ///
  /// - Parameters:
  ///   - document: what is to be.
  ///   - isDryRun: whether nothing is changed.
  /// - Returns: the differences, one a line; none when there is nothing to change.
  /// - Throws: ``ServiceError/invalid(_:)`` with everything that is wrong.
  public func apply(
    _ document: ServiceDocument, isDryRun: Bool = false
  ) async throws(ServiceError) -> [String] {
    try await write { transaction in
      let session = try service.session(transaction, origin)
      let old = session.configuration
      let new: ServiceConfiguration
      do {
        new = try old.applying(document, hash: session.keyring.hash(ofCallerKey:))
      } catch let error as ServiceDocument.Problems {
        throw ServiceError.invalid(error.problems)
      }
      var problems: [String] = []
      for id in old.lists.keys.sorted() where new.lists[id] == nil {
        let count = try transaction.records(inList: id, after: 0, limit: 1).count
        if count > 0 {
          problems.append(
            "list \(id) is not in the document but has records; keep it, or delete them")
        }
      }
      guard problems.isEmpty else { throw ServiceError.invalid(problems) }
      let differences = old.differences(to: new)
      guard !isDryRun, old != new else { return differences }
      try transaction.setConfiguration(new)
      try session.sealPasswordFields(in: new)
      try session.audit(
        "configuration.apply", "configuration", by: Self.actor,
        detail: "\(differences.count) differences")
      return differences
    }
  }

  /// The configuration as a document, without secrets.
  public func export() async throws(ServiceError) -> JSON {
    try await audit("configuration.export", "configuration")
    return try await service.refresh().configuration.document
  }

  /// Notes in the audit that a copy of the store is about to be written, which is then in the copy
  /// too.
  public func recordBackup() async throws(ServiceError) {
    try await audit("store.backup", "store")
  }

  /// Records an event of what changes nothing.
  private func audit(_ action: String, _ object: String) async throws(ServiceError) {
    try await write { transaction in
      try service.session(transaction, origin).audit(action, object, by: Self.actor)
    }
  }

  // MARK: Keys

  /// Makes a key, which is returned and kept nowhere.
  ///
  /// - Throws: ``ServiceError/invalid(_:)`` when the name is taken or there is no such list.
  public func createKey(
    name: String, scope: ServiceKey.Scope
  ) async throws(ServiceError) -> String {
    try await write { transaction in
      let session = try service.session(transaction, origin)
      guard session.configuration.keys[name] == nil else {
        throw ServiceError.invalid(["There is a key “\(name)” already; choose another name."])
      }
      if case .list(let id) = scope, session.configuration.lists[id] == nil {
        throw ServiceError.invalid(["There is no list \(id)."])
      }
      return try Self.addKey(name, scope, in: session)
    }
  }

  /// Makes a key invalid from now on.
  ///
  /// - Throws: ``ServiceError/notFound(_:)`` when there is no such key.
  public func revokeKey(name: String) async throws(ServiceError) {
    try await write { transaction in
      let session = try service.session(transaction, origin)
      var configuration = session.configuration
      guard configuration.keys.removeValue(forKey: name) != nil else {
        throw ServiceError.notFound("There is no key “\(name)”.")
      }
      try transaction.setConfiguration(configuration)
      try session.audit("key.revoke", "key \(name)", by: Self.actor)
    }
  }

  /// The keys, by name.
  public func keys() async throws(ServiceError) -> [ServiceKey] {
    try await service.refresh().configuration.keys.values.sorted { $0.name < $1.name }
  }

  private static func addKey(
    _ name: String, _ scope: ServiceKey.Scope, in session: Session
  ) throws -> String {
    let key = Sodium.randomBytes(16).hexadecimal
    var configuration = session.configuration
    configuration.keys[name] = ServiceKey(
      name: name, scope: scope, hash: session.keyring.hash(ofCallerKey: key),
      prefix: ServiceKey.prefix(of: key))
    try session.transaction.setConfiguration(configuration)
    try session.audit("key.create", "key \(name)", by: actor)
    return key
  }

  func write<Result: Sendable>(
    _ body: @escaping @Sendable (any StoreTransaction) throws -> Result
  ) async throws(ServiceError) -> Result {
    let result: Result
    do {
      result = try await service.store.write(body)
    } catch {
      throw ServiceError(error)
    }
    // What this process answers from now on is by the new configuration.
    try await service.refresh()
    return result
  }
}

extension Session {
  /// Encrypts what records hold in fields that have become password fields.
  fileprivate func sealPasswordFields(in new: ServiceConfiguration) throws {
    for (id, list) in new.lists {
      let fields = RecordField.genericFields.filter {
        list.isSecret($0) && configuration.lists[id]?.isSecret($0) != true
      }
      guard !fields.isEmpty else { continue }
      var last = 0
      while let record = try transaction.records(inList: id, after: last, limit: 1).first {
        last = record.id
        var record = record
        seal(fields, of: &record.contents, record: record.id)
        try transaction.put(record)
        for row in try transaction.history(ofRecord: record.id) {
          var contents = row.contents
          seal(fields, of: &contents, record: record.id)
          try transaction.replace(row.with(contents))
        }
      }
    }
  }

  private func seal(_ fields: [RecordField], of contents: inout RecordContents, record id: Int) {
    for field in fields where !contents.texts[field].isEmpty {
      contents.genericPasswords[field] = keyring.seal(
        contents.texts[field], record: id, .genericField(field.genericNumber ?? 0))
      contents.texts[field] = ""
    }
  }
}

extension HistoryRow {
  /// The row with other contents.
  func with(_ contents: RecordContents) -> HistoryRow {
    HistoryRow(
      id: id, recordID: recordID, change: change, contents: contents, time: time,
      listName: listName, author: author)
  }
}
