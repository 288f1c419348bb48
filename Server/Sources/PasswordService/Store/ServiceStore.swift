/// Why a store cannot do what was asked; what it held, it still holds.
public struct StoreError: Error, Hashable, Sendable, CustomStringConvertible {
  /// What is wrong and what to do.
  public let description: String

  /// Makes an error.
  public init(_ description: String) {
    self.description = description
  }
}

/// A key as it is stored: encrypted under a master key.
public struct WrappedKey: Hashable, Sendable {
  /// The number of the key.
  public var id: Int
  /// The identity of the master key that it is wrapped under.
  public var masterID: [UInt8]
  /// The wrapped bytes.
  public var bytes: [UInt8]

  /// Makes a wrapped key.
  public init(id: Int, masterID: [UInt8], bytes: [UInt8]) {
    self.id = id
    self.masterID = masterID
    self.bytes = bytes
  }
}

/// One transaction of a store, which no other interleaves with.
///
/// Methods are synchronous: a store calls the transaction's body on a thread of its own.
public protocol StoreTransaction: AnyObject {
  /// A number that grows whenever the configuration or the keys change.
  func configurationVersion() throws(StoreError) -> Int
  func configuration() throws(StoreError) -> ServiceConfiguration
  func setConfiguration(_ configuration: ServiceConfiguration) throws(StoreError)
  func wrappedKeys() throws(StoreError) -> [WrappedKey]
  func setWrappedKeys(_ keys: [WrappedKey]) throws(StoreError)

  /// A number that no record has had.
  func allocateRecordID() throws(StoreError) -> Int
  func record(_ id: Int) throws(StoreError) -> PasswordRecord?
  /// The records of a list, or all of them, in the order of their numbers, after a number and so
  /// many at most.
  func records(inList listID: Int?, after id: Int, limit: Int) throws(StoreError)
    -> [PasswordRecord]
  func recordCount(inList listID: Int) throws(StoreError) -> Int
  /// The records that expire before a day and for whose expiry no reset has been arranged.
  func expiredRecords(before date: CalendarDate) throws(StoreError) -> [PasswordRecord]
  /// Adds a record or replaces the one of the same number.
  func put(_ record: PasswordRecord) throws(StoreError)
  /// Removes a record and its history.
  func removeRecord(_ id: Int) throws(StoreError)

  /// Adds a row and returns its number.
  @discardableResult func append(_ row: HistoryRow) throws(StoreError) -> Int
  /// The rows of a record whose numbers are below one, newest first, up to a limit.
  func history(ofRecord id: Int, before row: Int, limit: Int) throws(StoreError) -> [HistoryRow]
  /// Rows after a number, in the order of their numbers, up to a limit.
  func history(after id: Int, limit: Int) throws(StoreError) -> [HistoryRow]
  /// Replaces the contents of a row.
  func replace(_ row: HistoryRow) throws(StoreError)

  func append(_ event: ChainedAuditEvent) throws(StoreError)
  func lastAuditEvent() throws(StoreError) -> ChainedAuditEvent?
  /// What vouches for the last event, so that none can be cut off at the end; empty: none yet.
  func auditSeal() throws(StoreError) -> [UInt8]
  func setAuditSeal(_ seal: [UInt8]) throws(StoreError)
  /// Events after a place in the chain, up to a limit.
  func auditEvents(after sequence: Int, limit: Int) throws(StoreError) -> [ChainedAuditEvent]

  /// Adds a job and returns its number.
  @discardableResult func append(_ job: Job) throws(StoreError) -> Int
  func job(_ id: Int) throws(StoreError) -> Job?
  /// Replaces the job of the same number.
  func replace(_ job: Job) throws(StoreError)
  /// All jobs in a state, in the order of their numbers.
  func jobs(in state: Job.State) throws(StoreError) -> [Job]
}

/// Where everything is kept.
public protocol ServiceStore: Sendable {
  /// Runs `body` as one transaction that reads.
  func read<Result: Sendable>(
    _ body: @escaping @Sendable (any StoreTransaction) throws -> Result
  ) async throws -> Result

  /// Runs `body` as one transaction, and returns once what it wrote is safe from a loss of power.
  /// When `body` throws, nothing is written.
  func write<Result: Sendable>(
    _ body: @escaping @Sendable (any StoreTransaction) throws -> Result
  ) async throws -> Result
}

extension StoreTransaction {
  /// All rows of a record, newest first.
  package func history(ofRecord id: Int) throws(StoreError) -> [HistoryRow] {
    try history(ofRecord: id, before: Int.max, limit: Int.max)
  }
}
