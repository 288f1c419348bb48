// Mint for many accounts, hand out, and resume after an interruption.

// snippet.mint
import Passwright

/// Mints for each account that has no password yet; `delivered` says which have one.
func mint(
  for accounts: [AccountID], delivered: [AccountID], in store: any MintingStore,
  recipe: CompliantRecipe, digester: PasswordDigester,
  deliver: @Sendable (AccountID, Span<UInt8>) throws -> Void
) async throws {
  let run = try await MintingRun(
    RunID("2026-11"), recipe: recipe, in: store, using: digester, delivered: delivered)
  let known = Set(delivered)
  let rest = accounts.filter { !known.contains($0) }.map { Recipient($0) }
  for start in stride(from: 0, to: rest.count, by: MintingRun.batchCount) {
    let batch = try await run.mint(Array(rest[start...].prefix(MintingRun.batchCount)))
    for index in 0..<batch.count {
      try deliver(batch.accounts[index], batch.password(at: index))
    }
    let failure = batch.failure
    try await run.confirm(batch)
    if let failure { throw failure }
  }
  try await run.end()
}
// snippet.end

let recipe = try CompliantRecipe(
  PasswordRecipe(length: 20), policy: Policy.Preset.pciDSS.policy)
try await mint(
  for: (1...1000).map { try AccountID("account \($0)") }, delivered: [],
  in: InMemoryHistoryStore(), recipe: recipe,
  digester: PasswordDigester(.keyedBLAKE2b(HistoryKey.random()))
) { account, password in print(account, password.count, "characters") }
