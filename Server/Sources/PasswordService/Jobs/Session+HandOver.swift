extension Session {
  /// Puts a job into the outbox that hands the record's password over to its target.
  ///
  /// - Throws: ``ServiceError/forbidden(_:)`` with the condition that is not met.
  func handOver(_ record: PasswordRecord, in list: PasswordList, by actor: String) throws {
    if let missing = handOverObstacle(record, in: list) { throw ServiceError.forbidden(missing) }
    let password = try password(of: record.contents, record: record.id)
    let id = try transaction.append(
      Job(
        kind: .synchronize, recordID: record.id,
        password: keyring.seal(password, record: record.id, .job), notBefore: clock.now()))
    try audit("job.create", "job \(id)", by: actor, detail: "synchronize password \(record.id)")
  }

  /// The condition of a hand-over that is not met; `nil`: all are.
  private func handOverObstacle(_ record: PasswordRecord, in list: PasswordList) -> String? {
    guard list.hasAccountType else {
      return "The password list has no field Account Type, which synchronizing needs."
    }
    guard list.hostField != nil else {
      return "The password list has no generic field “\(PasswordList.hostFieldName)”, "
        + "which synchronizing needs."
    }
    let type = configuration.accountTypes[record.contents.accountTypeID]?.name
    guard type == AccountType.windows else {
      return "The account type of the password is not \(AccountType.windows), "
        + "which synchronizing needs."
    }
    guard record.contents.password != nil else {
      return "The record has no password to synchronize."
    }
    return nil
  }
}

extension RevealedRecord {
  /// The domain or host that the account belongs to; empty: not known.
  public var host: String { list.hostField.map { texts[$0] } ?? "" }
}

extension PasswordList {
  /// The name of the generic field that says where an account is.
  public static let hostFieldName = "Domain or Host"

  /// The generic field that says where an account is.
  var hostField: RecordField? {
    RecordField.genericFields.first { genericFields[$0]?.name == Self.hostFieldName }
  }
}
