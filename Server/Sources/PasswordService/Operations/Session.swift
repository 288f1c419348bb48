/// One transaction of the store on behalf of a caller.
struct Session {
  let transaction: any StoreTransaction
  let configuration: ServiceConfiguration
  let keyring: Keyring
  let generators: ConfiguredGenerators
  let clock: ServiceClock
  let caller: Caller

  /// The key's principal.
  ///
  /// - Throws: ``ServiceError/unauthenticated(_:)`` when there is no key or no such key.
  func authenticate() throws(ServiceError) -> Principal {
    guard let key = caller.key, !key.isEmpty else { throw .noKey }
    guard let principal = configuration.principal(ofHash: keyring.hash(ofCallerKey: key)) else {
      throw .wrongKey
    }
    return principal
  }

  func audit(
    _ action: String, _ object: String, by actor: String,
    outcome: AuditEvent.Outcome = .success, detail: String = ""
  ) throws(StoreError) {
    let event = AuditEvent(
      time: clock.now(), actor: actor, origin: caller.origin, action: action, object: object,
      outcome: outcome, detail: detail)
    let last = try transaction.lastAuditEvent()
    let sequence = (last?.sequence ?? 0) + 1
    let message = ChainedAuditEvent.message(
      sequence: sequence, event: event, previous: last?.hash ?? [])
    let link = ChainedAuditEvent(
      sequence: sequence, event: event, hash: keyring.auditHash(message))
    try transaction.append(link)
    try transaction.setAuditSeal(keyring.auditHash(link.sealMessage))
  }

  // MARK: What there is

  func list(_ id: Int) throws(ServiceError) -> PasswordList {
    guard let list = configuration.lists[id] else {
      throw .notFound("There is no password list \(id).")
    }
    return list
  }

  /// The list, if the principal may use it.
  func list(_ id: Int, for principal: Principal) throws(ServiceError) -> PasswordList {
    let list = try list(id)
    guard principal.mayUse(list: id) else {
      throw .forbidden("The API key is not for password list \(id).")
    }
    return list
  }

  /// The record, if the principal may use it.
  func record(_ id: Int, for principal: Principal) throws -> PasswordRecord {
    guard let record = try transaction.record(id), !record.isRecycled else {
      throw ServiceError.notFound("There is no password \(id).")
    }
    guard principal.mayUse(list: record.listID) else {
      throw ServiceError.forbidden("The API key is not for the list of password \(id).")
    }
    return record
  }

  /// The records of a list, or of all shared lists, that `isIncluded` takes.
  func records(
    inList listID: Int?, where isIncluded: (PasswordRecord) throws -> Bool = { _ in true }
  ) throws -> [PasswordRecord] {
    let pageSize = 1000
    var found: [PasswordRecord] = []
    var last = 0
    while true {
      let page = try transaction.records(inList: listID, after: last, limit: pageSize)
      for record in page where !record.isRecycled {
        let isShared = configuration.lists[record.listID]?.isPrivate == false
        if listID != nil || isShared, try isIncluded(record) { found.append(record) }
      }
      guard page.count == pageSize, let end = page.last else { return found }
      last = end.id
    }
  }

  // MARK: Secrets

  func password(of contents: RecordContents, record id: Int) throws(StoreError) -> String {
    guard let password = contents.password else { return "" }
    return try keyring.open(password, record: id, .password)
  }

  /// The texts with the values of password fields in their places.
  func texts(of contents: RecordContents, record id: Int) throws(StoreError) -> RecordTexts {
    var texts = contents.texts
    for (field, value) in contents.genericPasswords {
      texts[field] = try keyring.open(value, record: id, .genericField(field.genericNumber ?? 0))
    }
    return texts
  }

  /// The record with its secrets, or with `revealing` off without them.
  func reveal(_ record: PasswordRecord, revealing: Bool = true) throws -> RevealedRecord {
    RevealedRecord(
      record: record,
      texts: revealing ? try texts(of: record.contents, record: record.id) : record.contents.texts,
      password: revealing ? try password(of: record.contents, record: record.id) : "",
      list: try list(record.listID),
      accountType: configuration.accountTypes[record.contents.accountTypeID]?.name ?? "")
  }
}

extension ServiceConfiguration {
  /// The principal of a key's hash, compared in constant time with each key's.
  func principal(ofHash hash: [UInt8]) -> Principal? {
    var found: Principal?
    for key in keys.values where Sodium.areEqual(key.hash, hash) {
      found = Principal(name: key.name, scope: key.scope)
    }
    return found
  }
}
