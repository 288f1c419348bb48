import PasswordHistorySQLite
import Passwright
import Platform
import SecretMemory
import TextTools

/// Writes a file with a compliant password for each of many accounts, minted once, whatever
/// interrupts it.
///
/// A batch is written and synchronized before it is confirmed. After an interruption the contents of
/// the file show which passwords were handed out.
struct AccountsRun {
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
    try await rethrowing(as: CommandFailure.history) { () async throws(HistoryError) in
      try await store.requireKeys(of: digester)
    }
    if UnfinishedFile.hasItsName(path) {
      if let run = UnfinishedFile.run(of: path) {
        try await rethrowing(as: CommandFailure.history) { () async throws(HistoryError) in
          try await store.end(run)
        }
      }
      UnfinishedFile.removePassingNames(of: path)
      if isVerbose { StandardError.print("\(path.printable) is already complete") }
      return
    }
    let file = try UnfinishedFile.open(path, fingerprint: fingerprint)
    try await rethrowing(as: CommandFailure.history) { () async throws(HistoryError) in
      try await store.admit(digester)
    }
    var done = try file.resume(accounts.map(\.id), layout: layout)
    let run = try await minting(for: path) { () async throws(MintingError) in
      try await MintingRun(
        file.run, recipe: recipe, retries: retries, in: store, using: digester,
        delivered: accounts[..<done].map(\.id))
    }
    if isVerbose, done > 0 {
      StandardError.print(
        "resuming after \(done.grouped) of \(accounts.count.grouped) accounts")
    }
    var progress = ProgressLine(
      RunProgress(of: "account", total: accounts.count, earlier: done), output: nil)
    defer { progress?.erase() }
    Platform.setLastWords(resumptionAdvice(path))
    defer { Platform.setLastWords(nil) }
    do throws(CommandFailure) {
      while done < accounts.count {
        let part = accounts[done...].prefix(MintingRun.batchCount)
        let batch = try await minting(for: path) { () async throws(MintingError) in
          try await run.mint(
            part.map { Recipient($0.id, context: forbidsNames ? $0.context : nil) })
        }
        let (count, failure) = (batch.count, batch.failure)
        try write(batch, to: file)
        do {
          try await run.confirm(batch)
        } catch {
          throw self.failure(error, of: path)
        }
        done += count
        progress?.advance(by: count)
        if let failure { throw self.failure(failure, done: done) }
        // Others have minted for accounts of this run.
        if count < part.count { break }
      }
    } catch .operational(let lines) {
      throw .operational(lines + ["what is done is kept; to resume, run the same command again"])
    }
    guard done == accounts.count else { throw lostPasswords(of: path) }
    try await file.publish { () async throws(CommandFailure) in
      try await minting(for: path) { () async throws(MintingError) in try await run.end() }
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

  private func write(
    _ batch: borrowing MintedBatch, to file: borrowing UnfinishedFile
  ) throws(CommandFailure) {
    let maximumBytes = layout.maximumBytes(ofPassword: recipe.recipe.maximumBytes)
    var records = try SecretBytes.wiped(
      batch.accounts.reduce(0) { $0 + layout.prefix($1).count + maximumBytes })
    let used = unsafe records.withUnsafeMutableBytes { bytes in
      let buffer = unsafe bytes.bindMemory(to: UInt8.self)
      var output = unsafe OutputSpan(buffer: buffer, initializedCount: 0)
      for index in 0..<batch.count {
        layout.append(batch.accounts[index], batch.password(at: index), to: &output)
      }
      return unsafe output.finalize(for: buffer)
    }
    try unsafe records.withUnsafeBytes { bytes throws(CommandFailure) in
      try unsafe file.append(UnsafeRawBufferPointer(rebasing: bytes[..<used]))
    }
  }

  // MARK: Errors

  /// Runs calls of a minting run, and throws their errors as those of the command.
  private func minting<Value: ~Copyable>(
    for path: String, _ body: () async throws(MintingError) -> Value
  ) async throws(CommandFailure) -> Value {
    try await rethrowing(as: { failure($0, of: path) }, body)
  }

  private func failure(_ error: MintingError, of path: String) -> CommandFailure {
    switch error {
    case .drawing(let error): .drawing(error, name: path.printable)
    case .history(let error): .history(error)
    case .unknownRun:
      .operational([
        """
        history \(store.path.printable) has no record of the run that wrote \
        \(path.printable).partial; give the history that the run was started with
        """
      ])
    case .lost: lostPasswords(of: path)
    }
  }

  private func lostPasswords(of path: String) -> CommandFailure {
    .operational([
      """
      \(path.printable).partial lacks passwords that it should hold according to history \
      \(store.path.printable); restore the file, or remove it and \(path.printable).run to start \
      over
      """
    ])
  }

  /// The error for the account after those that are done.
  private func failure(_ failure: DrawingError, done: Int) -> CommandFailure {
    guard case .exhausted(let attempts) = failure else {
      return .drawing(failure, name: "accounts")
    }
    return exhaustion(of: accounts[done], attempts, done: done)
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
