extension Session {
  /// Draws the next password of a record that is due, and puts it into the outbox.
  func arrangeReset(ofRecord id: Int) throws {
    guard var record = try transaction.record(id), !record.isRecycled,
      let expiry = record.contents.expiryDate, record.handledExpiry != expiry,
      let list = configuration.lists[record.listID], list.resetsExpiredPasswords,
      ResetSchedule.isDue(record.resetSchedule, expiry: expiry, at: clock.localNow)
    else { return }
    record.handledExpiry = expiry
    try transaction.put(record)
    do {
      let password = try compliantPassword(
        .generated(retries: JobWorker.resetRetries), for: record, in: list)
      let job = try transaction.append(
        Job(
          kind: .reset, recordID: id,
          password: keyring.seal(password ?? "", record: id, .job), notBefore: clock.now()))
      try audit("job.create", "job \(job)", by: JobWorker.actor, detail: "reset password \(id)")
    } catch let error as ServiceError {
      // Nothing changes by trying again: a new expiry date makes it due again.
      try audit(
        "job.create", "password \(id)", by: JobWorker.actor, outcome: .failure,
        detail: error.description)
    }
  }

  func claimJob(_ id: Int) throws -> Delivery? {
    guard var job = try transaction.job(id), job.state == .pending, job.notBefore <= clock.now()
    else { return nil }
    guard let record = try transaction.record(job.recordID), !record.isRecycled else {
      try end(job, .failed, "the record was deleted")
      return nil
    }
    job.attempts += 1
    job.notBefore = clock.now() + JobWorker.leaseDuration
    try transaction.replace(job)
    let revealed = try reveal(record)
    return Delivery(
      jobID: id, kind: job.kind, recordID: record.id, title: revealed.texts[.title],
      userName: revealed.texts[.userName], host: revealed.host,
      accountType: revealed.accountType,
      password: try keyring.open(job.password, record: record.id, .job),
      currentPassword: job.kind == .reset ? revealed.password : "")
  }

  func failJob(_ id: Int, _ reason: String) throws {
    guard var job = try transaction.job(id), job.state == .pending else { return }
    guard job.attempts < JobWorker.maximumAttempts else {
      return try end(job, .failed, "given up after \(job.attempts) attempts: \(reason)")
    }
    job.result = reason
    job.notBefore = clock.now() + JobWorker.backOff(after: job.attempts)
    try transaction.replace(job)
    try audit(
      "job.attempt", "job \(id)", by: JobWorker.actor, outcome: .failure, detail: reason)
  }

  /// The target has confirmed the job: a reset becomes the password of the record.
  func confirmJob(_ id: Int) throws {
    guard let job = try transaction.job(id), job.state == .pending else { return }
    if job.kind == .reset, var record = try transaction.record(job.recordID) {
      let list = try list(record.listID)
      let password = try keyring.open(job.password, record: record.id, .job)
      record.contents.password = keyring.seal(password, record: record.id, .password)
      if list.resetExpiryDays > 0 {
        record.contents.expiryDate = clock.localNow.date.adding(days: list.resetExpiryDays)
        record.handledExpiry = nil
      }
      try transaction.put(record)
      try transaction.append(
        HistoryRow(
          recordID: record.id, change: .updated, contents: record.contents, time: clock.now(),
          listName: list.name, author: JobWorker.author))
      try audit("password.reset", "password \(record.id)", by: JobWorker.actor)
    }
    try end(job, .done, "confirmed")
  }

  /// Ends a job; its password is needed no longer.
  private func end(_ job: Job, _ state: Job.State, _ result: String) throws {
    var job = job
    job.state = state
    job.result = result
    if state == .done { job.password = SealedValue(bytes: []) }
    try transaction.replace(job)
    try audit(
      "job.end", "job \(job.id)", by: JobWorker.actor,
      outcome: state == .done ? .success : .failure, detail: result)
  }
}

extension JobWorker {
  /// The retries of a password that a reset draws.
  static let resetRetries = 10

  /// How long to wait after a number of attempts, in milliseconds: 10 s, doubled each time, up to six
  /// hours.
  static func backOff(after attempts: Int) -> Int {
    min(10_000 << min(max(0, attempts - 1), 20), 6 * 3_600_000)
  }
}
