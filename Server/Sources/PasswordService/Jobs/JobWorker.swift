/// Arranges resets of passwords that have expired, and delivers what the outbox holds.
///
/// A reset draws its password first and keeps it in the outbox: however often the worker is killed,
/// the target gets the same password under the same number of the job, and the record has it once
/// the target has confirmed it. A job whose worker was killed is attempted again after
/// ``leaseDuration``.
public struct JobWorker: Sendable {
  /// How long an attempt may take before others attempt the job too, in milliseconds: two minutes.
  public static let leaseDuration = 120_000
  /// How many attempts a job gets: 20, over some two days.
  public static let maximumAttempts = 20

  static let author = Author(userID: "Passwright", firstName: "Password", surname: "Reset")
  static let actor = "worker"

  let service: PasswordService
  let target: any HandOverTarget
  let caller = Caller(key: nil, origin: "worker")

  /// Binds a worker to a service and a target.
  public init(_ service: PasswordService, target: any HandOverTarget) {
    self.service = service
    self.target = target
  }

  /// How many deliveries run at once, so that a target that does not answer does not keep the others
  /// waiting.
  static let deliveryCount = 8

  /// Does all that is due.
  ///
  /// - Throws: ``ServiceError/failed(_:)`` when the store fails.
  public func run() async throws(ServiceError) {
    try await arrangeResets()
    try await deliverJobs()
  }

  /// Attempts each job that is due.
  ///
  /// - Throws: ``ServiceError/failed(_:)`` when the store fails.
  public func deliverJobs() async throws(ServiceError) {
    let jobs = try await dueJobs()
    let results = await withTaskGroup(of: Result<Void, ServiceError>.self) { group in
      var rest = jobs[...]
      for id in rest.prefix(Self.deliveryCount) { group.addTask { await attempt(id) } }
      rest = rest.dropFirst(Self.deliveryCount)
      var results: [Result<Void, ServiceError>] = []
      for await result in group {
        results.append(result)
        if let id = rest.popFirst() { group.addTask { await attempt(id) } }
      }
      return results
    }
    for result in results { try result.get() }
  }

  private func attempt(_ id: Int) async -> Result<Void, ServiceError> {
    do throws(ServiceError) {
      guard let delivery = try await claim(id) else { return .success(()) }
      do throws(DeliveryFailure) {
        try await target.deliver(delivery)
      } catch {
        try await fail(id, error)
        return .success(())
      }
      try await confirm(id)
      return .success(())
    } catch {
      return .failure(error)
    }
  }

  func write<Result: Sendable>(
    _ body: @escaping @Sendable (Session) throws -> Result
  ) async throws(ServiceError) -> Result {
    do {
      return try await service.store.write { transaction in
        try body(try service.session(transaction, caller))
      }
    } catch {
      throw ServiceError(error)
    }
  }

  // MARK: Resets

  /// Puts a job into the outbox for each record that is due.
  ///
  /// - Throws: ``ServiceError/failed(_:)`` when the store fails.
  public func arrangeResets() async throws(ServiceError) {
    let today = service.clock.localNow.date
    let records: [PasswordRecord]
    do {
      records = try await service.store.read { try $0.expiredRecords(before: today) }
    } catch {
      throw ServiceError(error)
    }
    for record in records {
      try await write { session in try session.arrangeReset(ofRecord: record.id) }
    }
  }

  // MARK: Deliveries

  /// The jobs to attempt now: of each record the oldest one only, so that passwords arrive in order.
  private func dueJobs() async throws(ServiceError) -> [Int] {
    let now = service.clock.now()
    do {
      return try await service.store.read { transaction in
        var seen: Set<Int> = []
        return try transaction.jobs(in: .pending).filter {
          seen.insert($0.recordID).inserted && $0.notBefore <= now
        }.map(\.id)
      }
    } catch {
      throw ServiceError(error)
    }
  }

  /// Takes a job, so that no other worker attempts it meanwhile; `nil`: there is nothing to deliver.
  private func claim(_ id: Int) async throws(ServiceError) -> Delivery? {
    try await write { session in try session.claimJob(id) }
  }

  private func fail(_ id: Int, _ failure: DeliveryFailure) async throws(ServiceError) {
    try await write { session in try session.failJob(id, failure.reason) }
  }

  private func confirm(_ id: Int) async throws(ServiceError) {
    try await write { session in try session.confirmJob(id) }
  }
}
