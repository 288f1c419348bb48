extension Administration {
  /// Puts all values under a new key, and the keys under a new master key, while others read and
  /// write.
  ///
  /// 1. A new key is added; all keys are wrapped under the old and the new master key.
  /// 2. `publish` puts the new master key where the service reads it. Until then the old one opens the
  ///    store, and from then on the new one.
  /// 3. Values are sealed again, some at a time; then `settle` waits until every process has read the
  ///    new key, for one that cannot see the new master key could not read it later.
  /// 4. The old key goes, and what was wrapped under the old master key.
  ///
  /// After a crash at any point, either master key opens the store or the new one does, and calling
  /// this again finishes the work.
  ///
  /// - Returns: how many values were sealed again.
  /// - Throws: ``ServiceError/failed(_:)``.
  public func rekey(
    to new: MasterKey, publish: @escaping @Sendable (MasterKey) throws -> Void,
    settle: @Sendable () async -> Void = {}
  ) async throws(ServiceError) -> Int {
    try await write { transaction in
      let session = try service.session(transaction, Caller(key: nil, origin: "rekey"))
      let old = try service.masterKey()
      let keyring = session.keyring.addingSealingKey()
      try transaction.setWrappedKeys(keyring.wrapped(under: old) + keyring.wrapped(under: new))
      try session.audit("store.rekey", "store", by: Self.actor, detail: "begun")
    }
    do {
      try publish(new)
    } catch {
      throw ServiceError.failed("the new master key cannot be kept: \(error)")
    }
    try await service.refresh()
    var count = 0
    count += try await resealAll { session, last in try session.resealRecords(after: last) }
    count += try await resealAll { session, last in try session.resealHistory(after: last) }
    count += try await resealAll { session, _ in try session.resealJobs() }
    await settle()
    let sealed = count
    try await write { transaction in
      let session = try service.session(transaction, Caller(key: nil, origin: "rekey"))
      try transaction.setWrappedKeys(session.keyring.removingOldSealingKeys().wrapped(under: new))
      try session.audit("store.rekey", "store", by: Self.actor, detail: "\(sealed) values")
    }
    return count
  }

  /// Runs steps, each a transaction that continues after the last identifier of the one before, until
  /// a page is not full: what others write meanwhile is under the new key already.
  private func resealAll(
    _ step: @escaping @Sendable (Session, Int) throws -> (count: Int, last: Int?)
  ) async throws(ServiceError) -> Int {
    var count = 0
    var last = 0
    while true {
      let after = last
      let result = try await write { transaction in
        try step(try service.session(transaction, Caller(key: nil, origin: "rekey")), after)
      }
      count += result.count
      guard let end = result.last else { return count }
      last = end
    }
  }
}

extension Session {
  /// How many records or rows are sealed again in one transaction, so that others need not wait long.
  private static let resealPage = 200

  fileprivate func resealRecords(after id: Int) throws -> (count: Int, last: Int?) {
    let page = try transaction.records(inList: nil, after: id, limit: Self.resealPage)
    var count = 0
    for var record in page {
      count += try reseal(&record.contents, record: record.id)
      try transaction.put(record)
    }
    return (count, page.count < Self.resealPage ? nil : page.last?.id)
  }

  fileprivate func resealHistory(after id: Int) throws -> (count: Int, last: Int?) {
    let page = try transaction.history(after: id, limit: Self.resealPage)
    var count = 0
    for row in page {
      var contents = row.contents
      count += try reseal(&contents, record: row.recordID)
      try transaction.replace(row.with(contents))
    }
    return (count, page.count < Self.resealPage ? nil : page.last?.id)
  }

  fileprivate func resealJobs() throws -> (count: Int, last: Int?) {
    var count = 0
    for state in [Job.State.pending, .failed] {
      for var job in try transaction.jobs(in: state) {
        job.password = try resealed(job.password, record: job.recordID, .job)
        try transaction.replace(job)
        count += 1
      }
    }
    return (count, nil)
  }

  private func reseal(_ contents: inout RecordContents, record id: Int) throws -> Int {
    if let password = contents.password {
      contents.password = try resealed(password, record: id, .password)
    }
    for (field, value) in contents.genericPasswords {
      contents.genericPasswords[field] = try resealed(
        value, record: id, .genericField(field.genericNumber ?? 0))
    }
    return (contents.password == nil ? 0 : 1) + contents.genericPasswords.count
  }

  private func resealed(
    _ value: SealedValue, record id: Int, _ column: Keyring.Column
  ) throws(StoreError) -> SealedValue {
    guard Keyring.keyID(of: value) != keyring.sealingKeyID else { return value }
    return keyring.seal(try keyring.open(value, record: id, column), record: id, column)
  }
}
