import Passwright

extension PasswordService {
  /// Adds a record to a list.
  ///
  /// - Throws: ``ServiceError/forbidden(_:)`` when the password does not comply, or the key is not
  ///   for the list; ``ServiceError/invalid(_:)``.
  public func createRecord(
    inList listID: Int, _ change: RecordChange, author: Author, by caller: Caller
  ) async throws(ServiceError) -> RevealedRecord {
    try await perform(by: caller) { session, principal in
      let list = try session.list(listID, for: principal)
      let id = try session.transaction.allocateRecordID()
      return try session.setPassword(
        of: PasswordRecord(id: id, listID: listID), in: list, to: change, as: .created,
        author: author, by: principal.name)
    }
  }

  /// Changes a record.
  ///
  /// - Throws: ``ServiceError/forbidden(_:)`` when the password does not comply, the expiry date
  ///   must not be changed, the password cannot be handed over, or the key is not for the list;
  ///   ``ServiceError/invalid(_:)``; ``ServiceError/notFound(_:)``.
  public func updateRecord(
    _ id: Int, _ change: RecordChange, author: Author, by caller: Caller
  ) async throws(ServiceError) -> RevealedRecord {
    try await perform(by: caller) { session, principal in
      let record = try session.record(id, for: principal)
      return try session.setPassword(
        of: record, in: try session.list(record.listID), to: change, as: .updated, author: author,
        by: principal.name)
    }
  }

  /// Removes a record, or with `keeping` leaves it in the store where nothing finds it.
  public func removeRecord(
    _ id: Int, keeping: Bool, by caller: Caller
  ) async throws(ServiceError) {
    try await perform(by: caller) { session, principal in
      var record = try session.record(id, for: principal)
      if keeping {
        record.isRecycled = true
        try session.transaction.put(record)
      } else {
        try session.transaction.removeRecord(id)
      }
      try session.audit(
        "password.delete", "password \(id)", by: principal.name,
        detail: keeping ? "moved to the recycle bin" : "")
    }
  }
}

extension Session {
  /// The one operation that sets a password: compliance, value, history, audit and hand-over, all in
  /// this transaction.
  func setPassword(
    of record: PasswordRecord, in list: PasswordList, to change: RecordChange,
    as kind: HistoryRow.Change, author: Author, by actor: String
  ) throws -> RevealedRecord {
    var record = record
    try apply(change, to: &record, in: list, isNew: kind == .created)
    if let password = try compliantPassword(change.password, for: record, in: list) {
      record.contents.password = keyring.seal(password, record: record.id, .password)
      if change.expiryDate == nil, list.resetExpiryDays > 0 {
        record.contents.expiryDate = clock.localNow.date.adding(days: list.resetExpiryDays)
      }
    }
    if change.generatesGenericFields { try generateGenericFields(of: &record, in: list) }
    try transaction.put(record)
    try transaction.append(
      HistoryRow(
        recordID: record.id, change: kind, contents: record.contents, time: clock.now(),
        listName: list.name, author: author))
    try audit(
      kind == .created ? "password.create" : "password.update", "password \(record.id)", by: actor,
      detail: caller.reason)
    if change.handsOver { try handOver(record, in: list, by: actor) }
    return try reveal(record)
  }

  private func apply(
    _ change: RecordChange, to record: inout PasswordRecord, in list: PasswordList, isNew: Bool
  ) throws(ServiceError) {
    var problems: [String] = []
    for (field, text) in change.texts.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
      if let problem = list.problem(with: text, in: field) { problems.append(problem) }
      if list.isSecret(field) {
        record.contents.genericPasswords[field] = keyring.seal(
          text, record: record.id, .genericField(field.genericNumber ?? 0))
        record.contents.texts[field] = ""
      } else {
        record.contents.genericPasswords[field] = nil
        record.contents.texts[field] = text
      }
    }
    if let id = change.accountTypeID {
      if id != 0, configuration.accountTypes[id] == nil {
        problems.append("There is no account type \(id).")
      }
      record.contents.accountTypeID = id
    }
    guard problems.isEmpty else { throw .invalid(problems) }
    if let expiryDate = change.expiryDate {
      if list.preventExpiryDateModification, !isNew, expiryDate != record.contents.expiryDate {
        throw .forbidden("The expiry date of passwords of this list must not be changed.")
      }
      record.contents.expiryDate = expiryDate
      record.handledExpiry = nil
    }
    if let schedule = change.resetSchedule { record.resetSchedule = schedule }
    if let allowExport = change.allowExport { record.allowExport = allowExport }
  }

  private func generateGenericFields(
    of record: inout PasswordRecord, in list: PasswordList
  ) throws(ServiceError) {
    for field in RecordField.genericFields where list.isSecret(field) {
      let id = list.genericFields[field]?.generatorID ?? list.generatorID
      // Exempt from bad passwords, strength and reuse.
      guard case .password(let password) = try generators.generator(id).attempt() else { continue }
      record.contents.texts[field] = ""
      record.contents.genericPasswords[field] = keyring.seal(
        password, record: record.id, .genericField(field.genericNumber ?? 0))
    }
  }
}

extension PasswordList {
  /// What is wrong with the text of a field; `nil`: nothing.
  fileprivate func problem(with text: String, in field: RecordField) -> String? {
    if let maximum = field.maximumLength, text.utf16.count > maximum {
      return "\(field) has more than \(maximum) characters."
    }
    guard let number = field.genericNumber, let definition = genericFields[field], !text.isEmpty
    else { return nil }
    switch definition.kind {
    case .text, .password: return nil
    case .select, .radio:
      return definition.options.contains(text)
        ? nil : "Generic field \(number) takes one of the list's values only."
    case .date:
      return CalendarDate(iso: text) == nil
        ? "Generic field \(number) takes a date only, yyyy-MM-dd." : nil
    }
  }
}
