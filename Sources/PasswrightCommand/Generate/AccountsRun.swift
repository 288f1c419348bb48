import PasswordHistorySQLite
import Passwright
import Platform
import SecretMemory
import TextTools

/// Mints one compliant password for each of many accounts, once, whatever interrupts it.
///
/// A batch is drawn and recorded as pending in one transaction, then written and synchronised, then
/// confirmed. After an interruption the contents of the file show which of the pending ones were
/// handed out: those are confirmed, and the others withdrawn and drawn again.
struct AccountsRun {
  /// Accounts per transaction.
  private static let batchCount = 256

  let accounts: [AccountList.Entry]
  /// Whether they come from there.
  let readsStandardInput: Bool
  /// Whether there is a policy, under which no password holds a part of its account's names.
  let forbidsNames: Bool
  let recipe: CompliantRecipe
  let retries: Int
  let store: SQLiteHistoryStore
  let digester: PasswordDigester
  let layout: AccountLayout
  /// Of what is drawn.
  let fingerprint: RunFingerprint

  func run(to path: String, isVerbose: Bool) async throws(CommandFailure) {
    try await historical { () async throws(HistoryError) in
      try await store.requireKeys(of: digester)
    }
    guard let file = try UnfinishedFile.open(path, fingerprint: fingerprint) else {
      if isVerbose { StandardError.print("\(path.printable) is already complete") }
      return
    }
    try await historical { () async throws(HistoryError) in
      try await store.admit(digester)
    }
    var done = try file.resume(accounts.map(\.id), layout: layout)
    try await settle(file.run, done: done, path: path)
    if isVerbose, done > 0 {
      StandardError.print(
        "resuming after \(done.grouped) of \(accounts.count.grouped) accounts")
    }
    var generator: CompliantGenerator<KeystreamByteSource>
    do {
      generator = try CompliantGenerator(recipe, retries: retries)
    } catch {
      throw .drawing(error, name: path.printable)
    }
    var progress = ProgressLine(
      RunProgress(of: "account", total: accounts.count, earlier: done), output: nil)
    defer { progress?.erase() }
    Platform.setLastWords(resumptionAdvice(path))
    do {
      while done < accounts.count {
        let batch = Array(accounts[done..<min(done + Self.batchCount, accounts.count)])
        try await mint(batch, with: &generator, to: file, done: done)
        done += batch.count
        progress?.advance(by: batch.count)
      }
    } catch .operational(let lines) {
      throw .operational(lines + ["what is done is kept; to resume, run the same command again"])
    }
    Platform.setLastWords(nil)
    try await file.publish { () async throws(CommandFailure) in
      try await historical { () async throws(HistoryError) in
        try await store.end(file.run)
      }
    }
  }

  /// What the user reads when a signal ends the run.
  private func resumptionAdvice(_ path: String) -> String {
    // The terminal has shown ^C at the end of the progress line.
    let start = Platform.isTerminal(Platform.standardError) ? "\n" : ""
    let accounts = readsStandardInput ? ", with the same accounts on standard input" : ""
    return """
      \(start)passwright: interrupted; \(path.printable).partial holds what is done; to resume, run \
      the same command again\(accounts):
        \(ProgramArguments.commandLine)

      """
  }

  /// Confirms what the file holds and withdraws what it does not.
  ///
  /// What is in the file was handed out, whatever has become of its entry since: it may have been
  /// pruned, or have been drawn again by another run.
  private func settle(_ run: RunID, done: Int, path: String) async throws(CommandFailure) {
    let isKnown = try await historical { () async throws(HistoryError) in
      // Nothing is minted before this, hence nothing written.
      guard done == 0 else { return try await store.isUnfinished(run) }
      try await store.begin(run)
      return true
    }
    guard isKnown else {
      throw .operational([
        """
        history \(store.path.printable) has no record of the run that wrote \
        \(path.printable).partial; give the history that the run was started with
        """
      ])
    }
    let states = try await historical { () async throws(HistoryError) in
      try await store.minted(in: run)
    }
    let ids = accounts.map(\.id)
    guard ids[done...].allSatisfy({ states[$0] != .handedOut }) else {
      throw .operational([
        """
        \(path.printable).partial lacks passwords that it should hold according to history \
        \(store.path.printable); restore the file, or remove it and \(path.printable).run to start \
        over
        """
      ])
    }
    try await historical { () async throws(HistoryError) in
      let isPending = { (id: AccountID) in states[id].map { $0 != .handedOut } ?? false }
      try await store.confirm(ids[..<done].filter(isPending), run: run)
      try await store.withdraw(ids[done...].filter(isPending), run: run)
    }
  }

  /// Mints for the accounts of a batch in order, up to the first for which nothing can be drawn.
  private func mint(
    _ batch: [AccountList.Entry],
    with generator: inout CompliantGenerator<KeystreamByteSource>,
    to file: borrowing UnfinishedFile, done: Int
  ) async throws(CommandFailure) {
    var failure: DrawingError?
    var minted = 0
    let run = file.run
    let size = batch.reduce(0) {
      $0 + layout.prefix($1.id).count
        + layout.maximumBytes(ofPassword: recipe.recipe.maximumBytes)
    }
    var records = try SecretBytes.wiped(size)
    var used = 0
    try await historical { () async throws(HistoryError) in
      try await store.edit(batch.map(\.id)) { history throws(HistoryError) in
        guard failure == nil else { return }
        do throws(ComplianceError) {
          let password = try generator.next(
            mintedIn: &history, run: run, using: digester, at: .now,
            context: forbidsNames ? batch[minted].context : nil)
          used = unsafe records.withUnsafeMutableBytes { bytes in
            let buffer = unsafe bytes.bindMemory(to: UInt8.self)
            var output = unsafe OutputSpan(buffer: buffer, initializedCount: used)
            layout.append(history.account, password.bytes, to: &output)
            return unsafe output.finalize(for: buffer)
          }
          minted += 1
        } catch {
          switch error {
          case .history(let error): throw error
          // What was minted before it is kept.
          case .drawing(let error): failure = error
          }
        }
      }
    }
    try unsafe records.withUnsafeBytes { bytes throws(CommandFailure) in
      try unsafe file.append(UnsafeRawBufferPointer(rebasing: bytes[..<used]))
    }
    try await historical { () async throws(HistoryError) in
      try await store.confirm(batch[..<minted].map(\.id), run: run)
    }
    guard let failure else { return }
    guard case .exhausted(let attempts) = failure else {
      throw .drawing(failure, name: "accounts")
    }
    throw exhaustion(of: batch[minted], attempts, done: done + minted)
  }

  /// The error for an account whose retries have run out.
  private func exhaustion(
    of account: AccountList.Entry, _ attempts: ExhaustedRetries, done: Int
  ) -> CommandFailure {
    let advice =
      RetryAdvice(recipe, retries: retries, count: accounts.count - done).retries.map {
        "run the same command again with --compliance-retries \($0)"
      } ?? "draw from more characters, or loosen the policy"
    return .notCompliant([
      """
      \(account.place): account \(account.id.text.printable): no compliant password in \
      \(attempts); the \(String.counting(done, "account")) before it \
      \(done == 1 ? "has its password" : "have their passwords"); \(advice)
      """
    ])
  }
}

/// Runs calls of a history, and throws their errors as those of the command.
private func historical<Value>(
  _ body: () async throws(HistoryError) -> Value
) async throws(CommandFailure) -> Value {
  do {
    return try await body()
  } catch {
    throw .history(error)
  }
}
