import Synchronization

/// A store that lives as long as the process: for tests and demonstrations.
public final class InMemoryStore: ServiceStore {
  private let contents: Mutex<InMemoryContents>

  /// Makes an empty store.
  public init() {
    contents = Mutex(InMemoryContents())
  }

  /// Runs `body` as one transaction that reads.
  public func read<Result: Sendable>(
    _ body: @escaping @Sendable (any StoreTransaction) throws -> Result
  ) async throws -> Result {
    try body(InMemoryTransaction(contents.withLock { $0 }))
  }

  /// Runs `body` as one transaction.
  public func write<Result: Sendable>(
    _ body: @escaping @Sendable (any StoreTransaction) throws -> Result
  ) async throws -> Result {
    try contents.withLock { contents in
      let transaction = InMemoryTransaction(contents)
      // The only reference to what is changed, so that changing it copies nothing.
      contents = InMemoryContents()
      defer { contents = transaction.contents }
      do {
        return try body(transaction)
      } catch {
        transaction.rollBack()
        throw error
      }
    }
  }
}

private struct InMemoryContents {
  var version = 0
  var configuration = ServiceConfiguration()
  var keys: [WrappedKey] = []
  var lastRecordID = 0
  var records: [Int: PasswordRecord] = [:]
  var lastRow = 0
  var rows: [Int: HistoryRow] = [:]
  var rowsOfRecord: [Int: [Int]] = [:]
  var events: [ChainedAuditEvent] = []
  var auditSeal: [UInt8] = []
  var jobs: [Job] = []
}

private final class InMemoryTransaction: StoreTransaction {
  var contents: InMemoryContents
  /// What undoes each change, oldest first.
  private var undo: [(inout InMemoryContents) -> Void] = []

  init(_ contents: InMemoryContents) {
    self.contents = contents
  }

  func rollBack() {
    for step in undo.reversed() { step(&contents) }
  }

  private func save<Value>(_ path: WritableKeyPath<InMemoryContents, Value>) {
    let value = contents[keyPath: path]
    undo.append { $0[keyPath: path] = value }
  }

  func configurationVersion() -> Int { contents.version }
  func configuration() -> ServiceConfiguration { contents.configuration }

  func setConfiguration(_ configuration: ServiceConfiguration) {
    save(\.configuration)
    save(\.version)
    contents.configuration = configuration
    contents.version += 1
  }

  func wrappedKeys() -> [WrappedKey] { contents.keys }

  func setWrappedKeys(_ keys: [WrappedKey]) {
    save(\.keys)
    save(\.version)
    contents.keys = keys
    contents.version += 1
  }

  func allocateRecordID() -> Int {
    save(\.lastRecordID)
    contents.lastRecordID += 1
    return contents.lastRecordID
  }

  func record(_ id: Int) -> PasswordRecord? { contents.records[id] }

  func records(inList listID: Int?, after id: Int, limit: Int) -> [PasswordRecord] {
    let found = contents.records.values.filter {
      $0.id > id && (listID == nil || $0.listID == listID)
    }
    return Array(found.sorted { $0.id < $1.id }.prefix(limit))
  }

  func recordCount(inList listID: Int) -> Int {
    contents.records.values.count { $0.listID == listID }
  }

  func expiredRecords(before date: CalendarDate) -> [PasswordRecord] {
    contents.records.values.filter { record in
      guard let expiry = record.contents.expiryDate else { return false }
      return expiry < date && record.handledExpiry != expiry
    }.sorted { $0.id < $1.id }
  }

  func put(_ record: PasswordRecord) {
    save(\.records[record.id])
    save(\.lastRecordID)
    contents.records[record.id] = record
    contents.lastRecordID = max(contents.lastRecordID, record.id)
  }

  func removeRecord(_ id: Int) {
    save(\.records)
    save(\.rows)
    save(\.rowsOfRecord)
    contents.records[id] = nil
    for row in contents.rowsOfRecord.removeValue(forKey: id) ?? [] { contents.rows[row] = nil }
  }

  func append(_ row: HistoryRow) -> Int {
    save(\.lastRow)
    save(\.rows[contents.lastRow + 1])
    save(\.rowsOfRecord[row.recordID])
    contents.lastRow += 1
    var row = row
    row.id = contents.lastRow
    contents.rows[row.id] = row
    contents.rowsOfRecord[row.recordID, default: []].append(row.id)
    return row.id
  }

  func history(ofRecord id: Int, before row: Int, limit: Int) -> [HistoryRow] {
    (contents.rowsOfRecord[id] ?? []).reversed().lazy.filter { $0 < row }.prefix(limit)
      .compactMap { contents.rows[$0] }
  }

  func history(after id: Int, limit: Int) -> [HistoryRow] {
    Array(contents.rows.values.filter { $0.id > id }.sorted { $0.id < $1.id }.prefix(limit))
  }

  func replace(_ row: HistoryRow) {
    save(\.rows[row.id])
    contents.rows[row.id] = row
  }

  func append(_ event: ChainedAuditEvent) {
    undo.append { $0.events.removeLast() }
    contents.events.append(event)
  }

  func lastAuditEvent() -> ChainedAuditEvent? { contents.events.last }
  func auditSeal() -> [UInt8] { contents.auditSeal }

  func setAuditSeal(_ seal: [UInt8]) {
    save(\.auditSeal)
    contents.auditSeal = seal
  }

  func auditEvents(after sequence: Int, limit: Int) -> [ChainedAuditEvent] {
    Array(contents.events.lazy.filter { $0.sequence > sequence }.prefix(limit))
  }

  func append(_ job: Job) -> Int {
    undo.append { $0.jobs.removeLast() }
    var job = job
    job.id = contents.jobs.count + 1
    contents.jobs.append(job)
    return job.id
  }

  func job(_ id: Int) -> Job? {
    contents.jobs.indices.contains(id - 1) ? contents.jobs[id - 1] : nil
  }

  func replace(_ job: Job) {
    save(\.jobs[job.id - 1])
    contents.jobs[job.id - 1] = job
  }

  func jobs(in state: Job.State) -> [Job] { contents.jobs.filter { $0.state == state } }
}
