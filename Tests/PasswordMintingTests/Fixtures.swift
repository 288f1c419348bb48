import CompliantDrawing
import PasswordGeneration
import PasswordHistory
import PasswordHistorySQLite
import PasswordMinting
import PasswordPolicy
import _TestSupport

/// The stores that all tests run on.
enum StoreKind: CaseIterable {
  case inMemory
  case sqlite

  func make(in folder: TemporaryFolder) async throws -> any MintingStore {
    switch self {
    case .inMemory: InMemoryHistoryStore()
    case .sqlite: try await SQLiteHistoryStore(path: folder.path("history.db"), opening: .orCreate)
    }
  }
}

/// Keeps a history in memory, and counts its transactions.
struct CountingStore: MintingStore {
  private let base = InMemoryHistoryStore()
  private let edits = Shared(0)

  var editCount: Int { edits.value }

  func edit(
    _ accounts: [AccountID], _ body: (inout AccountHistory) throws(HistoryError) -> Void
  ) throws(HistoryError) {
    edits.change { $0 += 1 }
    try base.edit(accounts, body)
  }

  func entries(of account: AccountID) -> [HistoryEntry] { base.entries(of: account) }

  func visitEntries(
    _ body: (AccountID, HistoryEntry) throws(HistoryError) -> Void
  ) throws(HistoryError) {
    try base.visitEntries(body)
  }

  func largestLast() -> Int { base.largestLast() }

  func prune(keeping count: Int, forgetsLargerUse: Bool) -> Int {
    base.prune(keeping: count, forgetsLargerUse: forgetsLargerUse)
  }

  func begin(_ run: RunID) { base.begin(run) }
  func isUnfinished(_ run: RunID) -> Bool { base.isUnfinished(run) }
  func end(_ run: RunID) { base.end(run) }
}

func accounts(_ count: Int) throws -> [AccountID] {
  try (0..<count).map { try AccountID("account \($0)") }
}

/// 16 letters and digits, none of the newest 5.
func strongRecipe() throws -> CompliantRecipe {
  var policy = Policy()
  policy.reuse = ReuseRule(last: 5)
  return try CompliantRecipe(
    CompiledRecipe(PasswordRecipe(length: 16)), policy: CompiledPolicy(policy))
}

/// `length` letters, each `a` or `b`, and none of the newest `last` passwords.
func tinyRecipe(last: Int, length: Int = 1) throws -> CompliantRecipe {
  var policy = Policy()
  policy.reuse = ReuseRule(last: last)
  var characters = CharacterRecipe(length: length...length)
  (characters.uppercase, characters.digits, characters.symbols) = (false, false, false)
  characters.excluded = "cdefghijklmnopqrstuvwxyz"
  return try CompliantRecipe(
    CompiledRecipe(PasswordRecipe(characters: characters)), policy: CompiledPolicy(policy))
}

extension MintedBatch {
  /// The accounts with the texts of their passwords.
  borrowing func texts() -> [AccountID: String] {
    var texts: [AccountID: String] = [:]
    for index in 0..<count {
      let bytes = password(at: index)
      texts[accounts[index]] = String(
        decoding: bytes.indices.map { bytes[$0] }, as: UTF8.self)
    }
    return texts
  }
}
