import PasswordService
import Synchronization

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// Counts the calls of a store, and kills the process at one of them.
final class CallCounter: Sendable {
  private let count = Mutex(0)
  private let deadly: Int

  init(kill call: Int) {
    deadly = call
  }

  func call() {
    let isDeadly = count.withLock { count in
      count += 1
      return count == deadly
    }
    if isDeadly { kill(getpid(), SIGKILL) }
  }
}

/// A store each of whose calls may be the last.
struct KillingStore: ServiceStore {
  let store: any ServiceStore
  let counter: CallCounter

  func read<Result: Sendable>(
    _ body: @escaping @Sendable (any StoreTransaction) throws -> Result
  ) async throws -> Result {
    counter.call()
    return try await store.read { try body(KillingTransaction($0, counter)) }
  }

  func write<Result: Sendable>(
    _ body: @escaping @Sendable (any StoreTransaction) throws -> Result
  ) async throws -> Result {
    counter.call()
    let result = try await store.write { try body(KillingTransaction($0, counter)) }
    // Committed, and nobody has been told.
    counter.call()
    return result
  }
}

private final class KillingTransaction: StoreTransaction {
  private let transaction: any StoreTransaction
  private let counter: CallCounter

  init(_ transaction: any StoreTransaction, _ counter: CallCounter) {
    self.transaction = transaction
    self.counter = counter
  }

  private func counted<Value>(
    _ body: () throws(StoreError) -> Value
  ) throws(StoreError) -> Value {
    let value = try body()
    counter.call()
    return value
  }

  func configurationVersion() throws(StoreError) -> Int {
    try transaction.configurationVersion()
  }
  func configuration() throws(StoreError) -> ServiceConfiguration {
    try transaction.configuration()
  }
  func setConfiguration(_ configuration: ServiceConfiguration) throws(StoreError) {
    try counted { () throws(StoreError) in try transaction.setConfiguration(configuration) }
  }
  func wrappedKeys() throws(StoreError) -> [WrappedKey] { try transaction.wrappedKeys() }
  func setWrappedKeys(_ keys: [WrappedKey]) throws(StoreError) {
    try counted { () throws(StoreError) in try transaction.setWrappedKeys(keys) }
  }
  func allocateRecordID() throws(StoreError) -> Int {
    try counted { () throws(StoreError) in try transaction.allocateRecordID() }
  }
  func record(_ id: Int) throws(StoreError) -> PasswordRecord? { try transaction.record(id) }
  func records(
    inList listID: Int?, after id: Int, limit: Int
  ) throws(StoreError) -> [PasswordRecord] {
    try transaction.records(inList: listID, after: id, limit: limit)
  }
  func recordCount(inList listID: Int) throws(StoreError) -> Int {
    try transaction.recordCount(inList: listID)
  }
  func expiredRecords(before date: CalendarDate) throws(StoreError) -> [PasswordRecord] {
    try transaction.expiredRecords(before: date)
  }
  func put(_ record: PasswordRecord) throws(StoreError) {
    try counted { () throws(StoreError) in try transaction.put(record) }
  }
  func removeRecord(_ id: Int) throws(StoreError) {
    try counted { () throws(StoreError) in try transaction.removeRecord(id) }
  }
  func append(_ row: HistoryRow) throws(StoreError) -> Int {
    try counted { () throws(StoreError) in try transaction.append(row) }
  }
  func history(
    ofRecord id: Int, before row: Int, limit: Int
  ) throws(StoreError) -> [HistoryRow] {
    try transaction.history(ofRecord: id, before: row, limit: limit)
  }
  func history(after id: Int, limit: Int) throws(StoreError) -> [HistoryRow] {
    try transaction.history(after: id, limit: limit)
  }
  func replace(_ row: HistoryRow) throws(StoreError) { try transaction.replace(row) }
  func append(_ event: ChainedAuditEvent) throws(StoreError) {
    try counted { () throws(StoreError) in try transaction.append(event) }
  }
  func lastAuditEvent() throws(StoreError) -> ChainedAuditEvent? {
    try transaction.lastAuditEvent()
  }
  func auditSeal() throws(StoreError) -> [UInt8] { try transaction.auditSeal() }
  func setAuditSeal(_ seal: [UInt8]) throws(StoreError) {
    try counted { () throws(StoreError) in try transaction.setAuditSeal(seal) }
  }
  func auditEvents(after sequence: Int, limit: Int) throws(StoreError) -> [ChainedAuditEvent] {
    try transaction.auditEvents(after: sequence, limit: limit)
  }
  func append(_ job: Job) throws(StoreError) -> Int {
    try counted { () throws(StoreError) in try transaction.append(job) }
  }
  func job(_ id: Int) throws(StoreError) -> Job? { try transaction.job(id) }
  func replace(_ job: Job) throws(StoreError) {
    try counted { () throws(StoreError) in try transaction.replace(job) }
  }
  func jobs(in state: Job.State) throws(StoreError) -> [Job] { try transaction.jobs(in: state) }
}
