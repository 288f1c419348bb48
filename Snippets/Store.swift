// A history store that reports which accounts are edited.

// snippet.store
import Passwright

/// Keeps a history in another store, and reports each edit after it is recorded.
struct AuditedStore<Base: PasswordHistoryStore>: PasswordHistoryStore {
  let base: Base
  let report: @Sendable ([AccountID]) -> Void

  func entries(of account: AccountID) throws(HistoryError) -> [HistoryEntry] {
    try base.entries(of: account)
  }

  func edit(
    _ accounts: [AccountID], _ body: (inout AccountHistory) throws(HistoryError) -> Void
  ) throws(HistoryError) {
    try base.edit(accounts, body)
    report(accounts)
  }

  func visitEntries(
    _ body: (AccountID, HistoryEntry) throws(HistoryError) -> Void
  ) throws(HistoryError) {
    try base.visitEntries(body)
  }

  func largestLast() throws(HistoryError) -> Int { try base.largestLast() }

  func prune(keeping count: Int, forgetsLargerUse: Bool) throws(HistoryError) -> Int {
    try base.prune(keeping: count, forgetsLargerUse: forgetsLargerUse)
  }
}
// snippet.end

let store = AuditedStore(base: InMemoryHistoryStore()) { print("edited \($0.count)") }
print(try store.largestLast())
