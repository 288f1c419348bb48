public import CompliantDrawing
import PasswordCompliance
import PasswordGeneration
public import PasswordHistory
import Platform
import Randomness
import SecretMemory
import Synchronization

/// Mints one compliant password for each of many accounts, once, whatever interrupts it.
///
/// ```swift
/// let run = try await MintingRun(RunID("2026-11"), recipe: recipe, in: store, using: digester)
/// let batch = try await run.mint(accounts.map { Recipient($0) })
/// for index in 0..<batch.count {
///   deliver(batch.password(at: index), to: batch.accounts[index])
/// }
/// try await run.confirm(batch)
/// try await run.end()
/// ```
/// A batch is drawn and recorded as pending in one transaction, handed out by the caller, then
/// confirmed. After an interruption, the caller makes the run again with the accounts whose
/// passwords were delivered: pending ones among these are confirmed, and the others are withdrawn,
/// so that they are minted again.
///
/// Several tasks may mint in a run at once. At most one `MintingRun` of a name may be in use, in all
/// processes: a second one withdraws what the first has not confirmed yet. To mint for one account at a time costs a transaction
/// each, of a millisecond or more on a disk; with hundreds in a batch, a password takes some 20 µs.
public final class MintingRun: Sendable {
  /// A number of accounts that is worth a transaction, and short enough for other writers to wait.
  public static let batchCount = 256

  /// The name of the run in the history.
  public let id: RunID
  /// What is drawn.
  public let recipe: CompliantRecipe
  /// The history.
  public let store: any MintingStore
  /// How digests are made.
  public let digester: PasswordDigester

  private let generator: Mutex<CompliantGenerator<KeystreamByteSource>>

  /// Begins a run, or resumes it.
  ///
  /// - Parameters:
  ///   - id: the name of the run; another run, and the same run in another history, mint again.
  ///   - recipe: what to draw, with the policy.
  ///   - retries: the number of attempts for each password after the first.
  ///   - store: the history. One that records keys has admitted the digester.
  ///   - digester: how digests are made; keyed, since nobody can guess a drawn password.
  ///   - delivered: the accounts whose passwords have arrived; none for a new run.
  /// - Throws: ``MintingError/drawing(_:)`` when memory for drawing cannot be allocated;
  ///   ``MintingError/history(_:)``; ``MintingError/unknownRun(_:)`` when something was delivered
  ///   and this history has no such run that has begun and not ended; ``MintingError/lost(_:)``.
  ///   With the last two nothing has been settled; after an error of the history, make the run again.
  /// - Complexity: O(*n*), where *n* is the number of entries of the store.
  public init(
    _ id: RunID, recipe: CompliantRecipe, retries: Int = CompliantRecipe.defaultRetries,
    in store: any MintingStore, using digester: PasswordDigester, delivered: [AccountID] = []
  ) async throws(MintingError) {
    let generator = try rethrowing(as: MintingError.drawing) { () throws(DrawingError) in
      try CompliantGenerator(recipe, retries: retries)
    }
    self.generator = Mutex(generator)
    self.id = id
    self.recipe = recipe
    self.store = store
    self.digester = digester
    try await settle(delivered)
  }

  /// Confirms what was delivered and withdraws what was not.
  ///
  /// What was delivered was handed out, whatever has become of its entry since: it may have been
  /// pruned, or have been drawn again by another run.
  private func settle(_ delivered: [AccountID]) async throws(MintingError) {
    let isKnown = try await rethrowing(as: MintingError.history) { () async throws(HistoryError) in
      guard delivered.isEmpty else { return try await store.isUnfinished(id) }
      // Nothing is minted before this, hence nothing delivered.
      try await store.begin(id)
      return true
    }
    guard isKnown else { throw .unknownRun(id) }
    let states = try await rethrowing(as: MintingError.history) { () async throws(HistoryError) in
      try await store.minted(in: id)
    }
    let arrived = Set(delivered)
    let others = states.keys.filter { !arrived.contains($0) }.sorted()
    let lost = others.filter { states[$0] == .handedOut }
    guard lost.isEmpty else { throw .lost(lost) }
    try await rethrowing(as: MintingError.history) { () async throws(HistoryError) in
      try await store.confirm(
        delivered.filter { states[$0] != nil && states[$0] != .handedOut }, run: id)
      try await store.withdraw(others, run: id)
    }
  }

  /// Draws a password for each account and records it as pending, in one transaction.
  ///
  /// Accounts that the run has minted for before are left out. When no password can be drawn for an
  /// account, those before it keep theirs, and the batch has the reason in
  /// ``MintedBatch/failure``.
  ///
  /// - Parameters:
  ///   - recipients: the accounts, ``batchCount`` or so of them.
  ///   - date: when the passwords were drawn.
  /// - Returns: the passwords, to be handed out and confirmed.
  /// - Throws: ``MintingError/history(_:)``, ``MintingError/drawing(_:)`` for a lack of memory;
  ///   nothing has been recorded then.
  public func mint(
    _ recipients: [Recipient], at date: HistoryDate = .now
  ) async throws(MintingError) -> MintedBatch {
    let noMemory = { (error: SecretMemoryError) in MintingError.drawing(.noMemory(error)) }
    var batch = try rethrowing(as: noMemory) { () throws(SecretMemoryError) in
      try MintedBatch(
        maximumCount: recipients.count, maximumBytes: recipe.recipe.maximumBytes)
    }
    var position = 0
    try await rethrowing(as: MintingError.history) { () async throws(HistoryError) in
      // An account may have digests by Argon2id, and a synchronous store compares where it is called.
      try await PasswordDigester.threads.run { () async throws(HistoryError) in
        try await store.edit(recipients.map(\.account)) { history throws(HistoryError) in
          precondition(
            position < recipients.count && recipients[position].account == history.account,
            "MintingRun: the store called the body again, or out of order")
          defer { position += 1 }
          guard batch.failure == nil, history.minting(in: id) == nil else { return }
          batch.failure = try draw(
            for: recipients[position], in: &history, at: date, into: &batch)
        }
      }
    }
    return batch
  }

  /// Draws a password into a batch; returns why not.
  private func draw(
    for recipient: Recipient, in history: inout AccountHistory, at date: HistoryDate,
    into batch: inout MintedBatch
  ) throws(HistoryError) -> DrawingError? {
    do throws(ComplianceError) {
      try generator.withLock { generator throws(ComplianceError) in
        let password = try generator.next(
          mintedIn: &history, run: id, using: digester, at: date, context: recipient.context)
        batch.append(password, for: recipient.account)
      }
      return nil
    } catch {
      switch error {
      case .history(let error): throw error
      case .drawing(let error): return error
      }
    }
  }

  /// Confirms that the passwords of a batch were handed out.
  ///
  /// - Throws: ``MintingError/history(_:)``.
  public func confirm(_ batch: consuming MintedBatch) async throws(MintingError) {
    let accounts = batch.accounts
    try await rethrowing(as: MintingError.history) { () async throws(HistoryError) in
      try await store.confirm(accounts, run: id)
    }
  }

  /// Withdraws the passwords of a batch, which were certainly not handed out: removes them from the
  /// history.
  ///
  /// - Throws: ``MintingError/history(_:)``.
  public func withdraw(_ batch: consuming MintedBatch) async throws(MintingError) {
    let accounts = batch.accounts
    try await rethrowing(as: MintingError.history) { () async throws(HistoryError) in
      try await store.withdraw(accounts, run: id)
    }
  }

  /// Ends the run, which can then no longer be resumed.
  ///
  /// Every batch must have been confirmed or withdrawn; what is pending stays so.
  ///
  /// - Throws: ``MintingError/history(_:)``.
  public func end() async throws(MintingError) {
    try await rethrowing(as: MintingError.history) { () async throws(HistoryError) in
      try await store.end(id)
    }
  }
}
