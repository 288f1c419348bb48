/// A list with what is known of it elsewhere.
public struct ListDescription: Hashable, Sendable {
  /// The list.
  public let list: PasswordList
  /// How many records it has.
  public let recordCount: Int
  /// The name of its generator; empty: none.
  public let generatorName: String
  /// The name of its strength policy; empty: none.
  public let strengthPolicyName: String
}

/// How passwords are read.
public struct ReadOptions: Hashable, Sendable {
  /// Whether passwords are left out.
  public var excludesPasswords = false
  /// Whether no event is recorded; obeyed for the system's key only.
  public var preventsAuditing = false

  /// Makes the defaults.
  public init() {}
}

extension PasswordService {
  /// A list.
  public func list(_ id: Int, by caller: Caller) async throws(ServiceError) -> ListDescription {
    try await perform(by: caller) { session, principal in
      let list = try session.list(id, for: principal)
      try session.audit("list.read", "list \(id)", by: principal.name)
      return try session.description(of: list)
    }
  }

  /// All shared lists whose names and descriptions `isIncluded` takes.
  public func lists(
    by caller: Caller, where isIncluded: @escaping @Sendable (PasswordList) -> Bool = { _ in true }
  ) async throws(ServiceError) -> [ListDescription] {
    try await perform(by: caller) { session, principal in
      try principal.requireSystem()
      try session.audit("list.read", "all lists", by: principal.name)
      let lists = session.configuration.lists.values.filter { !$0.isPrivate && isIncluded($0) }
      return try lists.sorted { $0.id < $1.id }.map { try session.description(of: $0) }
    }
  }

  /// A record with its password; the read is audited.
  public func record(
    _ id: Int, by caller: Caller, options: ReadOptions = ReadOptions()
  ) async throws(ServiceError) -> RevealedRecord {
    try await perform(by: caller) { session, principal in
      let record = try session.record(id, for: principal)
      return try session.read([record], options, by: principal)[0]
    }
  }

  /// All records of a list; each read is audited.
  public func records(
    inList id: Int, by caller: Caller, options: ReadOptions = ReadOptions()
  ) async throws(ServiceError) -> [RevealedRecord] {
    try await perform(by: caller) { session, principal in
      _ = try session.list(id, for: principal)
      return try session.read(try session.records(inList: id), options, by: principal)
    }
  }

  /// All records of all shared lists; each read is audited.
  public func allRecords(
    by caller: Caller, options: ReadOptions = ReadOptions()
  ) async throws(ServiceError) -> [RevealedRecord] {
    try await perform(by: caller) { session, principal in
      try principal.requireSystem()
      return try session.read(try session.records(inList: nil), options, by: principal)
    }
  }

  /// The records of a list that a search finds; each read is audited.
  ///
  /// Without a list they are those of the list that the key is for, or of all shared lists.
  public func search(
    _ search: RecordSearch, inList id: Int?, by caller: Caller,
    options: ReadOptions = ReadOptions()
  ) async throws(ServiceError) -> [RevealedRecord] {
    try await perform(by: caller) { session, principal in
      let listID = id ?? principal.listID
      if let listID {
        _ = try session.list(listID, for: principal)
      } else {
        try principal.requireSystem()
      }
      let found = try session.records(inList: listID) { search.matches($0.contents) }
      if found.isEmpty { throw ServiceError.notFound("No password was found.") }
      return try session.read(found, options, by: principal)
    }
  }

  /// The rows of a record's history, newest first; the read is audited as one event.
  public func history(
    ofRecord id: Int, by caller: Caller
  ) async throws(ServiceError) -> (rows: [RevealedHistoryRow], list: PasswordList) {
    try await perform(by: caller) { session, principal in
      let record = try session.record(id, for: principal)
      try session.audit(
        "history.read", "password \(id)", by: principal.name, detail: caller.reason)
      let rows = try session.transaction.history(ofRecord: id).map { row in
        RevealedHistoryRow(
          row: row, texts: try session.texts(of: row.contents, record: id),
          password: try session.password(of: row.contents, record: id))
      }
      return (rows, try session.list(record.listID))
    }
  }
}

extension Session {
  fileprivate func description(of list: PasswordList) throws(StoreError) -> ListDescription {
    ListDescription(
      list: list, recordCount: try transaction.recordCount(inList: list.id),
      generatorName: configuration.generator(list.generatorID)?.name ?? "",
      strengthPolicyName: configuration.strengthPolicy(list.strengthPolicyID)?.name ?? "")
  }

  fileprivate func read(
    _ records: [PasswordRecord], _ options: ReadOptions, by principal: Principal
  ) throws -> [RevealedRecord] {
    let audits = !(options.preventsAuditing && principal.isSystem)
    return try records.map { record in
      if audits {
        try audit(
          "password.read", "password \(record.id)", by: principal.name, detail: caller.reason)
      }
      return try reveal(record, revealing: !options.excludesPasswords)
    }
  }
}

extension Principal {
  func requireSystem() throws(ServiceError) {
    guard isSystem else { throw .forbidden("Only the system-wide API key may do this.") }
  }
}
