import PasswordHistorySQLite
import Passwright
import Platform
import SecretMemory

/// Mints one compliant password for each of many accounts, once, whatever interrupts it.
///
/// A batch is drawn and recorded as pending in one transaction, then written and made to last, then
/// confirmed. After an interruption what stands in the file tells which of the pending ones were
/// handed out: those are confirmed, and the others withdrawn and drawn anew.
struct AccountsRun {
  /// Accounts to a transaction.
  private static let batchCount = 256

  let accounts: [AccountID]
  let recipe: CompliantRecipe
  let retries: Int
  let store: SQLiteHistoryStore
  let digester: PasswordDigester
  let layout: AccountLayout
  /// Of what is drawn.
  let fingerprint: RunFingerprint

  func run(to path: String, isVerbose: Bool) throws(CommandFailure) {
    guard let file = try UnfinishedFile.open(path, fingerprint: fingerprint) else {
      if isVerbose { StandardError.print("\(path.printable) was complete") }
      return
    }
    var done = try file.resume(accounts, layout: layout)
    try settle(file.run, done: done, path: path)
    if isVerbose, done > 0 {
      StandardError.print(
        "resuming after \(done.grouped) of \(accounts.count.grouped) accounts")
    }
    var generator: CompliantGenerator<KeystreamByteSource>
    do {
      generator = try CompliantGenerator(recipe, retries: retries)
    } catch {
      throw .compliance(error, name: path.printable)
    }
    while done < accounts.count {
      let batch = Array(accounts[done..<min(done + Self.batchCount, accounts.count)])
      try mint(batch, with: &generator, to: file)
      done += batch.count
    }
    try file.publish()
  }

  /// Confirms what the file holds and withdraws what it does not.
  private func settle(_ run: RunID, done: Int, path: String) throws(CommandFailure) {
    do {
      let states = try store.minted(in: run)
      let written = accounts[..<done]
      guard written.allSatisfy({ states[$0] != nil }),
        accounts[done...].allSatisfy({ states[$0] != .handedOut })
      else {
        throw CommandFailure.operational([
          """
          history \(store.path.printable) and \(path.printable).partial disagree on what was \
          written; give the history that the run began with
          """
        ])
      }
      try store.confirm(written.filter { states[$0] != .handedOut }, run: run)
      try store.withdraw(accounts[done...].filter { states[$0] != nil }, run: run)
    } catch let error as HistoryError {
      throw .history(error)
    } catch let failure as CommandFailure {
      throw failure
    } catch {
      fatalError("no other error is thrown above")
    }
  }

  private func mint(
    _ batch: [AccountID], with generator: inout CompliantGenerator<KeystreamByteSource>,
    to file: borrowing UnfinishedFile
  ) throws(CommandFailure) {
    var failure: ComplianceError?
    let run = file.run
    do {
      let size = batch.reduce(0) {
        $0 + layout.prefix($1).count + layout.maximumBytes(ofPassword: recipe.recipe.maximumBytes)
      }
      var records = try SecretBytes(count: size, protection: .wiped)
      var used = 0
      try store.edit(batch) { history throws(HistoryError) in
        do throws(ComplianceError) {
          let password = try generator.next(
            mintedIn: &history, run: run, using: digester, at: .now)
          used = unsafe records.withUnsafeMutableBytes { bytes in
            let buffer = unsafe bytes.bindMemory(to: UInt8.self)
            var output = unsafe OutputSpan(buffer: buffer, initializedCount: used)
            layout.append(history.account, password.bytes, to: &output)
            return unsafe output.finalize(for: buffer)
          }
        } catch {
          failure = error
          throw .abandoned
        }
      }
      try unsafe records.withUnsafeBytes { bytes throws(CommandFailure) in
        try unsafe file.append(UnsafeRawBufferPointer(rebasing: bytes[..<used]))
      }
      try store.confirm(batch, run: run)
    } catch let error as HistoryError {
      if let failure { throw .compliance(failure, name: "accounts") }
      throw .history(error)
    } catch let error as SecretMemoryError {
      throw .operational([error.description])
    } catch let failure as CommandFailure {
      throw failure
    } catch {
      fatalError("no other error is thrown above")
    }
  }
}
