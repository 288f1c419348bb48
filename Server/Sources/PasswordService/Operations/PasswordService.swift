import Synchronization

/// Lists, records, generators and keys: what every vendor's API asks for, without any of their
/// words.
///
/// Each operation is one transaction of the store: a value that a caller received is stored, with
/// its history and its audit event.
public final class PasswordService: Sendable {
  /// Where everything is kept.
  public let store: any ServiceStore
  let masterKey: @Sendable () throws(StoreError) -> MasterKey
  let clock: ServiceClock
  let compiled = CompiledGenerators()
  private let loaded = Mutex<Loaded?>(nil)

  /// What was read from the store, and the version that it had.
  final class Loaded: Sendable {
    let version: Int
    let configuration: ServiceConfiguration
    let keyring: Keyring
    let generators: ConfiguredGenerators

    init(
      version: Int, configuration: ServiceConfiguration, keyring: Keyring,
      compiled: CompiledGenerators
    ) {
      self.version = version
      self.configuration = configuration
      self.keyring = keyring
      generators = ConfiguredGenerators(configuration, compiled)
    }

    func principal(ofKey key: String) -> Principal? {
      configuration.principal(ofHash: keyring.hash(ofCallerKey: key))
    }
  }

  /// Binds the service to a store.
  ///
  /// - Parameters:
  ///   - store: where everything is kept.
  ///   - clock: where the time is read.
  ///   - masterKey: reads the master key; asked again when the store's keys have changed.
  public init(
    store: any ServiceStore, clock: ServiceClock,
    masterKey: @escaping @Sendable () throws(StoreError) -> MasterKey
  ) {
    self.store = store
    self.clock = clock
    self.masterKey = masterKey
  }

  // MARK: Configuration

  /// The configuration as it was last read, without asking the store.
  public var configuration: ServiceConfiguration {
    get async throws(ServiceError) {
      try await current().configuration
    }
  }

  /// What was last read, or what is read now when nothing was.
  func current() async throws(ServiceError) -> Loaded {
    if let loaded = loaded.withLock({ $0 }) { return loaded }
    return try await refresh()
  }

  /// Reads the configuration and the keys again if they have changed.
  @discardableResult
  func refresh() async throws(ServiceError) -> Loaded {
    do {
      return try await store.read { try self.loaded(in: $0) }
    } catch {
      throw ServiceError(error)
    }
  }

  /// The local time of a moment in milliseconds since 1970.
  public func localTime(of milliseconds: Int) -> LocalTime { clock.localTime(of: milliseconds) }

  /// Reads the configuration again if it has changed, and reports whether the store answers.
  public func checkStore() async throws(ServiceError) { try await refresh() }

  func loaded(in transaction: any StoreTransaction) throws -> Loaded {
    let version = try transaction.configurationVersion()
    if let loaded = loaded.withLock({ $0 }), loaded.version == version { return loaded }
    let loaded = try load(from: transaction, version: version)
    self.loaded.withLock { $0 = loaded }
    return loaded
  }

  private func load(from transaction: any StoreTransaction, version: Int) throws -> Loaded {
    let master = try masterKey()
    let wrapped = try transaction.wrappedKeys()
    // Another process may have changed the master key, and this one cannot see the new one before it
    // is started again: what is left of the keys that it has is enough.
    let known = loaded.withLock { $0 }?.keyring
    guard
      let keyring = Keyring(unwrapping: wrapped, master: master)
        ?? known?.restricted(to: Set(wrapped.map(\.id)))
    else {
      throw StoreError(
        "the store's keys do not open under this master key; give the key that the store was made "
          + "or last rekeyed with")
    }
    return Loaded(
      version: version, configuration: try transaction.configuration(), keyring: keyring,
      compiled: compiled)
  }

  func session(_ transaction: any StoreTransaction, _ caller: Caller) throws -> Session {
    session(transaction, caller, try loaded(in: transaction))
  }

  /// A session of a transaction that has written keys: what it reads is kept only once it is
  /// committed.
  func session(
    ofNewStore transaction: any StoreTransaction, _ caller: Caller
  ) throws -> Session {
    let version = try transaction.configurationVersion()
    return session(transaction, caller, try load(from: transaction, version: version))
  }

  private func session(
    _ transaction: any StoreTransaction, _ caller: Caller, _ loaded: Loaded
  ) -> Session {
    Session(
      transaction: transaction, configuration: loaded.configuration, keyring: loaded.keyring,
      generators: loaded.generators, clock: clock, caller: caller)
  }

  // MARK: Calls

  /// Runs `body` as one transaction of an authenticated caller.
  func perform<Result: Sendable>(
    by caller: Caller,
    _ body: @escaping @Sendable (Session, Principal) throws -> Result
  ) async throws(ServiceError) -> Result {
    do {
      return try await store.write { transaction in
        let session = try self.session(transaction, caller)
        return try body(session, try session.authenticate())
      }
    } catch {
      throw ServiceError(error)
    }
  }

  /// Audits a call that failed, which whoever translates calls does for each.
  ///
  /// A store that does not take the event leaves none: the error that the caller gets is the one of
  /// the call.
  public func recordFailure(
    _ action: String, _ object: String, by caller: Caller, _ error: ServiceError
  ) async {
    try? await store.write { transaction in
      let session = try self.session(transaction, caller)
      let actor = (try? session.authenticate())?.name ?? "unknown"
      try session.audit(
        action, object, by: actor, outcome: .failure, detail: error.auditDetail)
    }
  }

  /// Refuses a caller whose key is not known, or is missing where it is not optional.
  ///
  /// - Throws: ``ServiceError/unauthenticated(_:)``.
  public func requireKey(of caller: Caller, isOptional: Bool) async throws(ServiceError) {
    if try await principal(of: caller) == nil, !isOptional { throw .noKey }
  }

  /// The key's principal; a key that is not known is looked up in the store again, for it may be
  /// new.
  func principal(of caller: Caller) async throws(ServiceError) -> Principal? {
    guard let key = caller.key, !key.isEmpty else { return nil }
    if let principal = try await current().principal(ofKey: key) { return principal }
    if let principal = try await refresh().principal(ofKey: key) { return principal }
    throw .wrongKey
  }
}

extension ServiceError {
  /// The sentence for the audit, which says what the caller is not told.
  fileprivate var auditDetail: String {
    if case .failed(let reason) = self { reason } else { description }
  }
}
