// A history store that reports which accounts are edited.

// snippet.store
import Passwright

/// Keeps a history in another store, and reports each edit after it is recorded.
struct AuditedStore<Base: PasswordHistoryStore>: PasswordHistoryStore {
  let base: Base
  let report: @Sendable ([AccountID]) -> Void

  func entries(of account: AccountID) async throws(HistoryError) -> [HistoryEntry] {
    try await base.entries(of: account)
  }

  func edit(
    _ accounts: [AccountID], _ body: (inout AccountHistory) throws(HistoryError) -> Void
  ) async throws(HistoryError) {
    try await base.edit(accounts, body)
    report(accounts)
  }

  func visitEntries(
    _ body: (AccountID, HistoryEntry) throws(HistoryError) -> Void
  ) async throws(HistoryError) {
    try await base.visitEntries(body)
  }

  func largestLast() async throws(HistoryError) -> Int { try await base.largestLast() }

  func prune(keeping count: Int, forgetsLargerUse: Bool) async throws(HistoryError) -> Int {
    try await base.prune(keeping: count, forgetsLargerUse: forgetsLargerUse)
  }
}
// snippet.end

let store = AuditedStore(base: InMemoryHistoryStore()) { print("edited \($0.count)") }
print(try await store.largestLast())
