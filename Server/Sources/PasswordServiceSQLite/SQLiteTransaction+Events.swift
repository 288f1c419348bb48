import PasswordService
import SQLite

extension SQLiteTransaction {
  // MARK: Audit

  func append(_ link: ChainedAuditEvent) throws(StoreError) {
    let event = link.event
    try run(
      "INSERT INTO audit VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
      [
        .integer(Int64(link.sequence)), .integer(Int64(event.time)), .text(event.actor),
        .text(event.origin), .text(event.action), .text(event.object),
        .text(event.outcome.rawValue), .text(event.detail), .blob(link.hash),
      ])
  }

  func lastAuditEvent() throws(StoreError) -> ChainedAuditEvent? {
    try auditEvents("ORDER BY sequence DESC LIMIT 1", []).first
  }

  func auditSeal() throws(StoreError) -> [UInt8] {
    try rows("SELECT seal FROM audit_seal") { row throws(StoreError) in
      try row.requiredBlob(0)
    }.first ?? []
  }

  func setAuditSeal(_ seal: [UInt8]) throws(StoreError) {
    try run("INSERT OR REPLACE INTO audit_seal VALUES (1, ?)", [.blob(seal)])
  }

  func auditEvents(after sequence: Int, limit: Int) throws(StoreError) -> [ChainedAuditEvent] {
    try auditEvents(
      "WHERE sequence > ? ORDER BY sequence LIMIT ?",
      [.integer(Int64(sequence)), .integer(Int64(limit))])
  }

  private func auditEvents(
    _ condition: String, _ values: [SQLValue]
  ) throws(StoreError) -> [ChainedAuditEvent] {
    let columns = "sequence, time, actor, origin, action, object, outcome, detail, hash"
    return try rows("SELECT \(columns) FROM audit \(condition)", values) {
      row throws(StoreError) in
      ChainedAuditEvent(
        sequence: try row.requiredInteger(0),
        event: AuditEvent(
          time: try row.requiredInteger(1), actor: try row.requiredText(2),
          origin: try row.requiredText(3), action: try row.requiredText(4),
          object: try row.requiredText(5), outcome: try row.requiredCase(6),
          detail: try row.requiredText(7)),
        hash: try row.requiredBlob(8))
    }
  }

  // MARK: Jobs

  func append(_ job: Job) throws(StoreError) -> Int {
    try run(
      "INSERT INTO job (kind, record_id, password, state, attempts, not_before, result) "
        + "VALUES (?, ?, ?, ?, ?, ?, ?)", Self.values(of: job))
    return try lastInsertedID
  }

  func replace(_ job: Job) throws(StoreError) {
    try run(
      "INSERT OR REPLACE INTO job "
        + "(kind, record_id, password, state, attempts, not_before, result, id) "
        + "VALUES (?, ?, ?, ?, ?, ?, ?, ?)", Self.values(of: job) + [.integer(Int64(job.id))])
  }

  private static func values(of job: Job) -> [SQLValue] {
    [
      .text(job.kind.rawValue), .integer(Int64(job.recordID)), .blob(job.password.bytes),
      .text(job.state.rawValue), .integer(Int64(job.attempts)), .integer(Int64(job.notBefore)),
      .text(job.result),
    ]
  }

  func job(_ id: Int) throws(StoreError) -> Job? {
    try jobs("WHERE id = ?", [.integer(Int64(id))]).first
  }

  func jobs(in state: Job.State) throws(StoreError) -> [Job] {
    try jobs("WHERE state = ? ORDER BY id", [.text(state.rawValue)])
  }

  private func jobs(_ condition: String, _ values: [SQLValue]) throws(StoreError) -> [Job] {
    let columns = "kind, record_id, password, not_before, state, attempts, result, id"
    return try rows("SELECT \(columns) FROM job \(condition)", values) { row throws(StoreError) in
      var job = Job(
        kind: try row.requiredCase(0), recordID: try row.requiredInteger(1),
        password: SealedValue(bytes: try row.requiredBlob(2)),
        notBefore: try row.requiredInteger(3))
      job.state = try row.requiredCase(4)
      job.attempts = try row.requiredInteger(5)
      job.result = try row.requiredText(6)
      job.id = try row.requiredInteger(7)
      return job
    }
  }
}
